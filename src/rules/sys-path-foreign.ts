import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { foreignFrame } from '../checks/facts/log-python.ts'
import { isBelow } from '../checks/facts/paths.ts'
import { minorOf, stdlib, virtualEnvironment } from '../checks/facts/python.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code, listed } from '../core/say.ts'

/** `/srv/v/lib/python3.10/site-packages`, `C:\Python310\Lib\site-packages`. `/usr/lib/python3/dist-packages` serves every 3. */
function versionIn(entry: string): string | undefined {
  const unix = /\/python(\d\.\d+)t?(?:\/|$)/.exec(entry)?.[1]
  const [, major, minor] = /\\Python(\d)(\d{1,2})(?:-32|-64)?\\Lib\b/i.exec(entry) ?? []
  return unix ?? (major === undefined ? undefined : `${major}.${minor}`)
}

const most = 3

export const rule = defineRule({
  title: 'Packages on `sys.path` are for the Python that runs',
  fault: 'Packages on `sys.path` are for another Python',
  severity: 'risky',
  plain: 'Some packages were installed for another Python version and may fail to import.',
  why: 'Packages lie in `lib/pythonX.Y` of the version that installed them. Another version can import what is plain Python there; what has compiled parts it cannot load.',
  speaks: 'A directory of `sys.path`, or a package in a traceback, below `pythonX.Y` of another version than the one that runs.',
  docs: ['user-guides/virtual-environments#virtual-environment-and-python-version', 'configuration-directives/WSGIPythonPath'],
  needs: { version: optional(diagnostic.fields.pythonVersion), path: optional(diagnostic.fields.path), prefix: optional(diagnostic.fields.prefix), standard: optional(stdlib), venv: optional(virtualEnvironment), frame: optional(foreignFrame), where: optional(platform) },
  // An environment or a library of another version, or the import that failed, are told first; this names the directories.
  because: ['venv-minor', 'sysversion-vs-stdlib', 'r11-package-of-another-python'],
  next: ['diagnostic', 'config'],
  examine({ version, path, prefix, standard, venv, frame, where }) {
    const cure = (running: string | undefined) => ({
      fix: `Install the packages for Python ${running}, or build mod_wsgi for the Python that they are for. Take the other directory out of \`WSGIPythonPath\`, \`python-path=\`, \`PYTHONPATH\` and the script’s \`sys.path\` lines. Then \`${restart(where)}\`.`,
      verify: `Every versioned directory of \`sys.path\` says \`python${running}\`.`,
    })
    if (version && path) {
      const running = minorOf(version.value)
      // The standard library and what lies below it are sysversion-vs-stdlib's, an environment of another version is venv-minor's.
      const elsewhere = path.value.filter(entry => !(standard && isBelow(entry, standard.value.entry)) && !(venv?.value && prefix && isBelow(entry, prefix.value)))
      const foreign = elsewhere.filter(entry => ![undefined, running].includes(versionIn(entry)))
      // Of the same version in another installation: private-path and venv-site-packages look at those.
      if (foreign.length)
        return {
          severity: 'risky',
          says: `Python ${code(version)} runs, but ${listed(foreign.slice(0, most).map(code))}${foreign.length > most ? ' and more' : ''} on \`sys.path\` ${foreign.length > 1 ? 'are' : 'is'} for another version. Pure Python there may work; compiled packages cannot.`,
          evidence: [version, path],
          pair: [version, path],
          ...cure(running),
        }
    }
    if (frame) {
      const { path: file, field, banner, version: other } = frame.value
      return {
        severity: 'risky',
        says: `mod_wsgi was built for Python ${code(banner)}, but a traceback goes through packages of Python ${other}: ${code(file)}.`,
        evidence: frame.evidence,
        pair: [banner, field],
        ...cure(minorOf(String(banner.value))),
      }
    }
    return version && path ? undefined : { lacks: ['diagnostic'] }
  },
})
