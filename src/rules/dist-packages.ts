import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { libpython } from '../checks/facts/libpython.ts'
import { normal } from '../checks/facts/paths.ts'
import { basePrefix, virtualEnvironment } from '../checks/facts/python.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'The system’s Python sees the distribution’s packages',
  fault: 'The system’s Python does not see the distribution’s packages',
  severity: 'notable',
  plain: 'Packages that were installed with `apt` are not visible to the application.',
  why: 'Debian and Ubuntu changed their Python so that it looks for packages in `dist-packages`. A library from elsewhere that runs on the files of the system looks in `site-packages` only, as any other Python does.',
  speaks: 'On Debian or Ubuntu a Python in `/usr`, without a virtual environment, that has no `dist-packages` on `sys.path`.',
  docs: ['user-guides/checking-your-installation#python-installation-in-use', 'user-guides/installation-issues#multiple-python-versions'],
  needs: { path: diagnostic.fields.path, base: basePrefix, venv: virtualEnvironment, where: platform, library: optional(libpython) },
  because: ['prefix-libpython', 'libpython-vs-sysversion'],
  examine({ path, base, venv, where, library }) {
    // A Python of one's own, of a pyenv or of the `python` image never has them, nor does another distribution's.
    if (where.value !== 'debian' || normal(base.value) !== '/usr' || venv.value || path.value.some(entry => entry.endsWith('/dist-packages'))) return undefined
    const other = library?.value.path !== undefined && !/^\/(?:usr\/)?lib\//.test(library.value.path) ? library.value.path : undefined
    return {
      severity: 'notable',
      says: `The files are those of ${code(base.value)}, yet \`sys.path\` has no \`dist-packages\`: ${other === undefined ? 'the library that runs is not Debian’s own (by `LoadFile` or `LD_LIBRARY_PATH`), or `site` was switched off' : `the library that runs, ${code(other)}, is not Debian’s own`}.`,
      evidence: [path, ...(other === undefined ? [] : (library?.evidence ?? []))],
      fix: 'Install what the application needs into a virtual environment, and name it in `WSGIPythonHome` or `python-home=`.',
      verify: 'Load the script’s page again: the packages’ directory must be on `sys.path`.',
    }
  },
})
