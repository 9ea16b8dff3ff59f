import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { configured } from '../checks/facts/configured.ts'
import { compiledIn, mpmOf } from '../checks/facts/modules.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'The MPM is the one that `config.nice` asks for',
  fault: 'The MPM is not the one that `config.nice` asks for',
  severity: 'broken',
  plain: 'The notes on how Apache was built belong to another Apache.',
  why: '`--with-mpm` alone builds one MPM into the program for good. With `--enable-mpms-shared` every MPM is a module, and `httpd -l` names none.',
  speaks: 'A built-in MPM where `config.nice` asks for modules, or another MPM than the one it builds in.',
  docs: ['httpd:programs/configure#mpms', 'user-guides/checking-your-installation#apache-build-information'],
  needs: { configured, version: httpdV.fields.serverVersion, mpm: httpdV.fields.mpm, built: optional(compiledIn) },
  because: ['httpd-root-vs-confignice', 'platform-consistency', 'two-installations'],
  next: ['httpd-l'],
  examine({ configured: given, version, mpm, built }) {
    // 2.2 takes any word for `--with-mpm`, and builds its default where it does not know it.
    if (/^2\.[0-3]\./.test(version.value)) return undefined
    const shared = given.value.get('enable-mpms-shared')
    const chosen = given.value.get('with-mpm')
    const fixed = [...(built?.value ?? [])].find(([name]) => mpmOf(name) !== undefined)?.[1]
    const cure = { fix: 'Look for the `config.nice` of this very program; the one you read is that of another build.', verify: `\`-V\` says ${code(chosen?.value ?? mpm.value)}, and \`-l\` ${shared ? 'names no MPM' : 'names it'}.` }
    if (shared) {
      // Beside it, `--with-mpm` only names the MPM of the default configuration.
      if (!fixed) return built ? undefined : { lacks: ['httpd-l'] }
      return { severity: 'broken', says: `\`config.nice\` makes the MPMs modules, but ${code(fixed)} is built into this program.`, evidence: [shared.field, fixed], pair: [shared.field, fixed], ...cure }
    }
    const wanted = chosen?.value.toLowerCase()
    // An MPM that could not be read is mpm-missing's affair.
    if (!chosen || wanted === undefined || mpm.value === '') return undefined
    if (wanted !== mpm.value) return { severity: 'broken', says: `\`config.nice\` builds ${code(chosen.value)} in, but this program has ${code(mpm)}.`, evidence: [chosen.field, mpm], pair: [chosen.field, mpm], ...cure }
    if (built && !fixed) return { severity: 'broken', says: `\`config.nice\` builds ${code(chosen.value)} in, but \`httpd -l\` names no MPM: here they are modules.`, evidence: [chosen.field, ...built.evidence.slice(0, 1)], ...cure }
    return undefined
  },
})
