import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { expectedBase, libpython } from '../checks/facts/libpython.ts'
import { initFailures } from '../checks/facts/log.ts'
import { isConda, isFramework, mayBeAlias, normal } from '../checks/facts/paths.ts'
import { basePrefix, stdlib, virtualEnvironment } from '../checks/facts/python.ts'
import { freshStart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional, section } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'The Python library and the files it uses belong to one installation',
  fault: 'Apache loads the library of one Python and uses the files of another',
  severity: 'risky',
  plain: 'Your application runs on a mixture of two Pythons.',
  why: 'Which `libpython` is loaded is decided by the dynamic loader; where that library finds its standard library is a separate search, by `PYTHONHOME`, `WSGIPythonHome` or `PATH`. The two can end in different installations. With one minor version Python starts all the same, but compiled parts of the standard library may not fit.',
  speaks: 'A `libpython` in one installation, and the standard library of the same version in another.',
  docs: ['user-guides/checking-your-installation#python-installation-in-use', 'user-guides/installation-issues#multiple-python-versions', 'configuration-directives/WSGIPythonHome'],
  needs: {
    library: libpython, prefix: diagnostic.fields.prefix, base: optional(basePrefix), standard: optional(stdlib), venv: optional(virtualEnvironment),
    listing: optional(section('ldd')), failed: optional(initFailures), where: optional(platform),
  },
  next: ['config', 'sys-prefix'],
  examine({ library, prefix, base, standard, venv, listing, failed, where }) {
    const path = library.value.status === 'found' ? library.value.path : undefined
    const expected = path === undefined ? undefined : expectedBase(path)
    // System32, frameworks of unknown layout and the like do not tell where their files are.
    if (path === undefined || expected === undefined) return undefined
    // Found with a variable that Apache does not have: the library in the listing is not known to be Apache's.
    if (/\bLD_LIBRARY_PATH=\S/.test(listing?.command ?? '')) return undefined
    const evidence = [...library.evidence, prefix, ...(base?.evidence ?? [])]
    const [at] = library.evidence
    const [files = prefix] = base?.evidence ?? []
    const pair = at && { pair: [at, files] as const }
    if (!base) {
      if (normal(expected) === normal(prefix.value)) return undefined
      return {
        severity: 'notable',
        says: `${code(prefix)} is not the installation of ${code(path)}. It may be a virtual environment of it; without \`sys.path\` this cannot be told.`,
        evidence,
        ...pair,
        verify: 'Paste the whole page of the diagnostic script, with its last line `sys.path`.',
      }
    }
    if (normal(expected) === normal(base.value) || mayBeAlias(expected, base.value)) return undefined
    // Another minor version is the affair of libpython-vs-sysversion and sysversion-vs-stdlib.
    if (library.value.version !== undefined && standard?.value.version !== undefined && library.value.version !== standard.value.version) return undefined
    // The base of an environment is compared by venv-base-libpython.
    if (venv?.value) return undefined
    const failures = failed?.value.slice(0, 1).map(one => one.field) ?? []
    const certain = failures.length > 0 || isConda(path) !== isConda(base.value) || isFramework(expected) !== isFramework(base.value)
    return {
      severity: certain ? 'broken' : 'risky',
      says: `The Python that runs is ${code(path)}, whose own installation is ${code(expected)}, but its files come from ${code(base.value)}.`,
      evidence: [...evidence, ...failures],
      ...pair,
      fix: `If you want the Python in ${code(expected)}: write \`WSGIPythonHome ${expected}\` (for a daemon group \`python-home=${expected}\`), or name a virtual environment that was made with it. If you want ${code(base.value)}: rebuild mod_wsgi with that Python. Then \`${freshStart(where)}\`.`,
      verify: `Load the script’s page again: the directory of the standard library in \`sys.path\` must lie below ${code(expected)}.`,
    }
  },
})
