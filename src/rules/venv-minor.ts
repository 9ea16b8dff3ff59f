import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { isBelow, samePlace } from '../checks/facts/paths.ts'
import { libpython } from '../checks/facts/libpython.ts'
import { minorOf, stdlib, virtualEnvironment } from '../checks/facts/python.ts'
import { pyvenv } from '../checks/facts/pyvenv.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { sysPrefix } from '../checks/python-installation/sys-prefix.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'The virtual environment fits the Python that runs',
  fault: 'The virtual environment was made by another Python',
  severity: 'risky',
  plain: 'The packages of the virtual environment are not used, because another Python version made it.',
  why: 'A Python looks for an environment’s packages in `lib/pythonX.Y/site-packages` of its own version X.Y. In an environment of another version there is no such directory: it is passed over, the server starts all the same, and nothing is logged.',
  speaks: 'The shell, `pyvenv.cfg` or a directory of packages tells another version of the environment than `sys.version`, or nothing of the environment is on `sys.path`.',
  docs: ['user-guides/virtual-environments#virtual-environment-and-python-version', 'user-guides/checking-your-installation#diagnostic-wsgi-script'],
  needs: {
    venv: optional(virtualEnvironment), prefix: optional(diagnostic.fields.prefix), path: optional(diagnostic.fields.path), version: optional(diagnostic.fields.pythonVersion),
    file: optional(pyvenv), library: optional(libpython), standard: optional(stdlib), shell: optional(sysPrefix.fields.prefix), shellVersion: optional(sysPrefix.fields.shellVersion), where: optional(platform),
  },
  next: ['sys-prefix', 'config'],
  examine({ venv, prefix, path, version, file, library, standard, shell, shellVersion, where }) {
    const written = file?.value.version
    if (!venv || !prefix || !path || !version) {
      const [line] = library?.evidence ?? []
      const linked = library?.value.version
      if (!written || !line || linked === undefined) return { lacks: ['diagnostic'] }
      return minorOf(written.value) === linked ? undefined : {
        severity: 'broken',
        says: `Python ${code(written)} made the environment, but the module is linked to Python ${linked}: the environment’s packages cannot be used.`,
        evidence: [written, line],
        pair: [written, line],
        fix: `Recreate the environment with Python ${linked}, or build mod_wsgi for the Python that the environment has. Then \`${restart(where)}\`.`,
        verify: 'Load the script’s page: the environment’s `site-packages` must be on `sys.path`.',
      }
    }
    if (!venv.value) return undefined
    const running = minorOf(version.value) ?? version.value
    const made = shell && shellVersion && samePlace(shell.value, prefix.value) ? minorOf(shellVersion.value) : undefined
    const cure = {
      fix: `Recreate the environment with Python ${running}, for example \`${standard && running.startsWith('3') ? `${standard.value.base === '/' ? '/usr' : standard.value.base}/bin/python${running}` : `python${running}`} -m venv ${prefix.value}-${running}\`, install the packages into it, and let \`WSGIPythonHome\` or \`python-home\` name it. Or build mod_wsgi for the Python that the environment has. Then \`${restart(where)}\`.`,
      verify: `Load the script’s page again: \`sys.path\` must hold \`…/lib/python${running}/site-packages\` of the environment.`,
    }
    if (made !== undefined && made !== running)
      return { severity: 'broken', says: `The environment ${code(prefix)} belongs to Python ${code(shellVersion)}, but Python ${code(version)} runs in the server: its packages cannot be used.`, evidence: [prefix, version, ...(shellVersion ? [shellVersion] : [])], ...(shellVersion && { pair: [shellVersion, version] as const }), ...cure }
    const inside = path.value.filter(entry => isBelow(entry, prefix.value))
    const other = inside.find(entry => /[\\/]lib(?:64)?[\\/]python(\d\.\d+)t?[\\/]/.test(entry) && !entry.includes(`python${running}`))
    if (other !== undefined && !inside.some(entry => entry.includes(`python${running}`)))
      return { severity: 'broken', says: `Python ${code(version)} runs, but the environment ${code(prefix)} has packages of another version: ${code(other)}.`, evidence: [version, prefix, path], ...cure }
    // What `pyvenv.cfg` says may be of another environment, where this one has its packages on the list. Another patch level is fine.
    if (written && minorOf(written.value) !== running && !inside.some(entry => entry.includes(`python${running}`)))
      return { severity: 'broken', says: `Python ${code(written)} made the environment, but Python ${code(version)} runs in the server: its packages cannot be used.`, evidence: [written, version, path], pair: [written, version], ...cure }
    // An environment without pip has an empty `site-packages`, which is listed all the same. A list that has something of
    // the environment, but not that directory, is the affair of venv-site-packages.
    if (inside.length) return undefined
    return {
      severity: 'risky',
      says: `The environment ${code(prefix)} is in effect, yet nothing of it is on \`sys.path\`: its packages are ignored. Usually another version made it than Python ${code(version)}, which runs.`,
      evidence: [prefix, version, path],
      ...cure,
    }
  },
})
