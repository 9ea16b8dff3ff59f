import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { libpython } from '../checks/facts/libpython.ts'
import { freeThreadedBuild, minorOf } from '../checks/facts/python.ts'
import { toldPython } from '../checks/facts/told-python.ts'
import { freshStart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'The Python library of `mod_wsgi.so` is the Python that answers',
  fault: 'The Python library of `mod_wsgi.so` is not the Python that answered',
  severity: 'broken',
  plain: 'Your application runs with another Python than the one that you examined.',
  why: '`sys.version` comes from the `libpython` that is loaded into the server. If it is another minor version than the one in the listing, the file that was examined is not the module that answered, or another Python is in the process already.',
  speaks: 'A `libpython` in `ldd` or `otool` of another minor version or build than `sys.version`; where no script answered, another Python in what you write.',
  docs: ['user-guides/checking-your-installation#python-shared-library', 'user-guides/checking-your-installation#diagnostic-wsgi-script', 'user-guides/installation-issues#multiple-python-versions'],
  needs: { library: libpython, version: optional(diagnostic.fields.pythonVersion), told: optional(toldPython), build: optional(freeThreadedBuild), where: optional(platform) },
  because: ['several-libpython'],
  next: ['config', 'error-log'],
  examine({ library, version, told, build, where }) {
    const { name, path, version: linked, flags } = library.value
    // `libpython3.so` and Xcode's `Python3` carry no minor version.
    if (linked === undefined) return undefined
    const shown = code(path ?? name)
    const [line] = library.evidence
    if (!version) {
      // What a person says is no output: it is held against the library only while the script has not answered.
      if (!told) return { lacks: ['diagnostic'] }
      const [words] = told.evidence
      if (told.value === linked || !words) return undefined
      return {
        severity: 'notable',
        says: `You write of Python ${told.value}, but the module is linked to Python ${linked}, ${shown}: applications run with that one.`,
        evidence: [...library.evidence, words],
        ...(line && { pair: [line, words] as const }),
        fix: `If you want Python ${told.value}, install the mod_wsgi that was built for it, or build it with \`./configure --with-python=/path/to/python${told.value}\`. The configuration cannot change the version. Then \`${freshStart(where)}\`.`,
        verify: `\`ldd\` of the module shows \`libpython${told.value}\`.`,
      }
    }
    const running = minorOf(version.value)
    const another = 'The file you examined is not the module that answered: another `LoadModule` line is in effect, Apache was not stopped and started since an upgrade, or a `LoadFile` line brings another Python into the process.'
    const cure = {
      fix: `Stop Apache and start it: \`${freshStart(where)}\`. A reload keeps the old library. If that changes nothing, examine the file that \`LoadModule wsgi_module\` names.`,
      verify: 'Load the script’s page again: `sys.version` must begin with the version of the library.',
    }
    if (running !== linked)
      return { severity: 'broken', says: `The module is linked to Python ${linked}, ${shown}, but Python ${code(version)} answered. ${another}`, evidence: [...library.evidence, version], ...(line && { pair: [line, version] as const }), ...cure }
    if (build && build.value !== flags.includes('t'))
      return {
        severity: 'broken',
        says: `The library ${shown} is ${build.value ? 'a standard' : 'a free-threaded'} build of Python ${linked}, but ${build.value ? 'a free-threaded' : 'a standard'} one answered. ${another}`,
        evidence: [...library.evidence, ...build.evidence],
        ...cure,
      }
    if (flags.includes('d'))
      return { severity: 'notable', says: `${shown} is a debug build of Python: slower, and packages with compiled parts must be built for it.`, evidence: library.evidence }
    return undefined
  },
})
