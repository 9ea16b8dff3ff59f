import { libpython } from '../checks/facts/libpython.ts'
import { directoryOf, mayBeAlias, samePlace } from '../checks/facts/paths.ts'
import { command } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { ldd } from '../checks/python-library/ldd.ts'
import { every, optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code, listed } from '../core/say.ts'

/** `/usr/local/apr/lib` and the like were written in for Apache's libraries, not for Python's. */
const isApaches = (directory: string) => /\b(?:apr|httpd|apache2?)\b/.test(directory)

const installation = (directory: string) => directory.replace(/\/lib(?:64)?\/?$/, '')

export const rule = defineRule({
  title: 'The Python library lies where the module looks for it',
  fault: 'The Python library does not lie where the module looks for it',
  severity: 'risky',
  plain: 'Apache may load another Python library than the intended one, or none.',
  why: 'A `RUNPATH` in `mod_wsgi.so` is searched before the system’s own directories and after `LD_LIBRARY_PATH`. If the library is found elsewhere, the variable is set, or the directory no longer has the file.',
  speaks: 'A `RUNPATH` that does not hold the directory in which `ldd` finds the library, or one of the build machine, `/install/lib`.',
  docs: ['user-guides/installation-issues#unable-to-find-python-shared-library', 'user-guides/checking-your-installation#python-shared-library'],
  needs: { runpath: every(ldd.fields.runpath), library: optional(libpython), where: optional(platform) },
  // Where these speak, they name the cause: a variable, or a file that is missing.
  because: ['ld-library-path', 'libpython-not-found'],
  next: ['diagnostic', 'error-log'],
  examine({ runpath, library, where }) {
    const [field] = runpath
    const directories = runpath.flatMap(one => one.value.split(':')).filter(Boolean)
    if (!field) return undefined
    if (directories.some(directory => /^\/install\/lib\/?$/.test(directory)))
      return {
        severity: 'risky',
        says: 'The module looks for Python in `/install/lib`, a directory of the machine on which a portable Python was built.',
        evidence: [field],
        fix: 'Rebuild mod_wsgi with `LD_RUN_PATH` set to the real `lib` directory of that Python, or put a `LoadFile` of its `libpython` before `LoadModule wsgi_module`.',
        verify: '`readelf -d` of the module names the real directory.',
      }
    if (!library) return { lacks: ['ldd'] }
    const path = library.value.status === 'found' ? library.value.path : undefined
    if (path === undefined) return library.value.status === 'not-found' ? undefined : { lacks: ['ldd'] }
    const own = directories.filter(directory => !isApaches(directory))
    // `$ORIGIN` is the directory of the module, which the listing does not tell.
    if (!own.length || own.some(directory => directory.includes('$') || samePlace(directory, directoryOf(path)) || mayBeAlias(installation(directory), installation(directoryOf(path))))) return undefined
    const [line] = library.evidence
    return {
      severity: 'risky',
      says: `The module looks in ${listed(own.map(code))}, but its library is found in ${code(path)}: \`LD_LIBRARY_PATH\` comes first, or ${own.length > 1 ? 'those directories lack' : 'that directory lacks'} the file.`,
      evidence: [field, ...library.evidence],
      ...(line && { pair: [field, line] as const }),
      fix: 'If the file that is found is the right one, rebuild mod_wsgi without `LD_RUN_PATH`. If not, find out why it is missing there: an upgrade, or rights.',
      verify: `\`${command('ldd', where)}\` shows the library in a directory of \`RUNPATH\`.`,
    }
  },
})
