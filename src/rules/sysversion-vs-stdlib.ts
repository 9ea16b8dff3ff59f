import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { libpython } from '../checks/facts/libpython.ts'
import { compiledPython } from '../checks/facts/mod-wsgi.ts'
import { answered, freeThreadedBuild, minorOf, stdlib } from '../checks/facts/python.ts'
import { soughtStdlib } from '../checks/facts/sought-stdlib.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'The standard library is of the Python that runs',
  fault: 'The standard library is not of the Python that runs',
  severity: 'broken',
  plain: 'Python does not find the files of its own version, so imports fail or it does not start.',
  why: 'Interpreter and standard library belong to one release. Python looks for `lib/pythonX.Y` of its own X.Y only; with the files of another version on its path, modules with compiled parts cannot be imported.',
  speaks: 'A standard library in `sys.path` of another version than `sys.version`, none at all, or a start that failed because none of its own version was found.',
  docs: ['configuration-directives/WSGIPythonHome', 'user-guides/installation-issues#multiple-python-versions', 'user-guides/virtual-environments#virtual-environment-and-python-version'],
  needs: {
    version: optional(diagnostic.fields.pythonVersion), path: optional(diagnostic.fields.path), standard: optional(stdlib), build: optional(freeThreadedBuild),
    sought: optional(soughtStdlib), answer: optional(answered), library: optional(libpython), compiled: optional(compiledPython), where: optional(platform),
  },
  // A library other than the one examined, and a start that failed, are told first; this says what the two have to do with versions.
  because: ['libpython-vs-sysversion', 'python-init-log'],
  next: ['config', 'ldd', 'otool'],
  examine({ version, path, standard, build, sought, answer, library, compiled, where }) {
    const fix = `Look for \`WSGIPythonHome\`, \`python-home=\` and a \`PYTHONHOME\` in the service’s environment, and for code that replaces \`sys.path\`. Name the installation of the Python that runs, then \`${restart(where)}\`.`
    if (sought && !answer) {
      const own = sought.value.version ?? library?.value.version ?? minorOf(compiled?.value ?? '')
      const { home, homeVersion } = sought.value
      return {
        // The log alone does not tell versions apart from rights; a home that names another version does.
        severity: home ? 'broken' : 'risky',
        says: home
          ? `Python ${own} started with the home ${code(String(home.value))}, which by its name is of Python ${homeVersion}, and did not find its standard library there.`
          : `Python found no \`lib/python${own ?? 'X.Y'}\` of its own version. The home in use is of another version, such as an environment that another Python made; or it holds no Python, or may not be read.`,
        evidence: [...sought.evidence, ...(sought.value.version === undefined ? (library?.evidence ?? compiled?.evidence ?? []) : [])],
        fix: `Name a home of ${own === undefined ? 'the version that mod_wsgi was built for (`ldd mod_wsgi.so` shows it)' : `Python ${own}`}, or recreate the environment with it. Then \`${restart(where)}\`.`,
        verify: `The home has \`lib/python${own ?? 'X.Y'}/os.py\`, or a \`pyvenv.cfg\` of that version.`,
      }
    }
    if (!version || !path) return { lacks: ['diagnostic'] }
    const running = minorOf(version.value)
    const verify = `\`sys.path\` holds \`lib/python${running}\`.`
    if (!standard) {
      // python39.zip: Python lists it first, whether it is there or not. Windows' embeddable Python has its library in it.
      const zip = path.value.find(entry => /[\\/]python\d{2,3}t?\.zip$/.test(entry))
      const [, major, minor] = /python(\d)(\d+)t?\.zip$/.exec(zip ?? '') ?? []
      if (zip !== undefined && `${major}.${minor}` !== running)
        return { severity: 'broken', says: `Python ${code(version)} runs, but its path begins with ${code(zip)}, of Python ${major}.${minor}.`, evidence: [version, path], pair: [version, path], fix, verify }
      if (zip !== undefined && /^[A-Za-z]:/.test(zip)) return undefined
      // The zip file alone is a list that somebody shortened.
      if (zip !== undefined && path.value.length === 1) return { lacks: ['diagnostic'] }
      return {
        severity: 'risky',
        says: `No directory of \`sys.path\` is a standard library${zip === undefined ? '' : ', only the zip file that Python lists in any case'}. The path was replaced, or Python’s home is incomplete.`,
        evidence: [version, path],
        fix,
        verify,
      }
    }
    const { version: found, entry, freeThreaded } = standard.value
    // On Windows the directory is `Lib` and tells no version; Debian's `/usr/lib/python3/dist-packages` is no standard library.
    if (found === undefined) return undefined
    if (found !== running)
      return { severity: 'broken', says: `Python ${code(version)} runs, but its standard library is ${code(entry)}.`, evidence: [version, path], pair: [version, path], fix, verify }
    if (build && build.value !== freeThreaded)
      return { severity: 'broken', says: `${build.value ? 'A free-threaded' : 'A standard'} build of Python ${running} runs with the standard library ${code(entry)} of ${build.value ? 'a standard' : 'a free-threaded'} one.`, evidence: [...build.evidence, path], fix, verify }
    return undefined
  },
})
