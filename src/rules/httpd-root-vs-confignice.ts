import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { configured } from '../checks/facts/configured.ts'
import { isBelow, sameHttpd } from '../checks/facts/httpd-place.ts'
import { optional, section } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** Arguments that place parts of Apache by themselves: then `--prefix` says less. */
const places = ['sysconfdir', 'sbindir', 'bindir', 'exec-prefix', 'datadir', 'localstatedir', 'libexecdir']

export const rule = defineRule({
  title: '`config.nice` is of this Apache',
  fault: '`config.nice` is of another Apache',
  severity: 'risky',
  plain: 'The notes on how Apache was built do not describe the Apache that you asked.',
  why: '`HTTPD_ROOT` is fixed by the `--prefix` of the `configure` call; without the argument it is `/usr/local/apache2`. Build options in the file of another build say nothing about this program.',
  speaks: 'A `--prefix` in `config.nice` that is not the `HTTPD_ROOT` of `-V`.',
  docs: ['user-guides/checking-your-installation#apache-build-information', 'httpd:programs/configure#installationdirectories'],
  needs: { root: httpdV.fields.httpdRoot, notes: section('config-nice'), configured: optional(configured) },
  because: ['platform-consistency', 'two-installations'],
  next: ['apxs'],
  examine({ root, notes, configured: given }) {
    // Debian and the Red Hat family do not ship the file: its absence is no fault.
    if (notes.extent === 'failed') return undefined
    if (!given) return { lacks: ['config-nice'] }
    const prefix = given.value.get('prefix')
    const expected = prefix?.value ?? '/usr/local/apache2'
    // A layout places everything by itself, and a variable in the prefix cannot be resolved here.
    if (given.value.has('enable-layout') || expected.includes('$') || sameHttpd(expected, root.value)) return undefined
    if (places.some(name => isBelow(given.value.get(name)?.value ?? '', root.value))) return undefined
    const field = prefix?.field ?? given.evidence[0]
    return {
      severity: 'risky',
      says: `\`config.nice\` ${prefix ? `has the prefix ${code(expected)}` : `gives no prefix, which means ${code(expected)}`}, but this Apache was built for ${code(root)}. The file is of another build.`,
      evidence: [root, ...(field ? [field] : [])],
      ...(field && { pair: [root, field] as const }),
      fix: 'Read the `config.nice` in the build directory that this Apache’s own `apxs` names. A distribution’s Apache has none; its package tells the build options.',
      verify: `\`--prefix\` and \`HTTPD_ROOT\` are both ${code(root)}.`,
    }
  },
})
