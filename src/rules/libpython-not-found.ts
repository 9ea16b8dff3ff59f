import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { ldd } from '../checks/python-library/ldd.ts'
import { bringIn } from '../checks/python-library/remedies.ts'
import { command } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { sysPrefix } from '../checks/python-installation/sys-prefix.ts'
import { every, optional, section } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code, listed } from '../core/say.ts'

export const rule = defineRule({
  title: 'Every library of `mod_wsgi.so` is found',
  fault: 'A library that `mod_wsgi.so` needs is not found',
  severity: 'broken',
  plain: 'Apache cannot load mod_wsgi because a file that it needs is missing or in an unknown place.',
  why: 'Apache can load the module only if the dynamic loader finds each library that it names. It searches directories written into the file, `LD_LIBRARY_PATH`, the loader’s cache and the system’s own directories; a Python in `/usr/local` or `/opt` is often in none of them.',
  speaks: 'A line of `ldd` that ends in `not found`.',
  docs: ['user-guides/checking-your-installation#python-shared-library', 'user-guides/installation-issues#unable-to-find-python-shared-library'],
  needs: { listing: section('ldd'), missing: optional(every(ldd.fields.notFound)), answered: optional(diagnostic.fields.pythonVersion), shell: optional(sysPrefix.fields.prefix), where: optional(platform) },
  // Where another Python answered, the listing is not of the module that Apache loads.
  because: ['libpython-vs-sysversion'],
  next: ['sys-prefix', 'error-log'],
  examine({ listing, missing, answered, shell, where }) {
    // The symbols `ap_…` that musl's and `ldd -r`'s listings miss are no libraries: `httpd` has them. An error of ldd in place of a listing says nothing about libraries.
    if (!missing?.length) return listing.extent === 'whole' ? undefined : { lacks: ['ldd'] }
    const python = missing.filter(f => /libpython/.test(f.value))
    const names = listed(missing.map(f => code(f)))
    if (answered)
      return {
        severity: 'risky',
        says: `\`ldd\` does not find ${names}, yet the script answered. Apache’s environment is another than this shell’s: other rights, another \`LD_LIBRARY_PATH\`, or a \`LoadFile\` line.`,
        evidence: [...missing, answered],
        verify: `Ask again as the user of Apache, without the variable: \`${command('ldd', where)}\`.`,
      }
    const library = python[0]?.value ?? 'libpython3.X.so'
    return {
      severity: 'broken',
      says: `The loader does not find ${names}, so Apache cannot load mod_wsgi.`,
      evidence: missing,
      fix: python.length
        ? bringIn(library, shell?.value)
        : 'Install the package that holds this library, or build mod_wsgi on this machine.',
      verify: `\`${command('ldd', where)}\` must show a path behind the arrow.`,
    }
  },
})
