import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { isBelow, samePlace } from '../checks/facts/paths.ts'
import { minorOf, stdlib, virtualEnvironment } from '../checks/facts/python.ts'
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
  why: 'A Python looks for an environment’s packages in `lib/pythonX.Y/site-packages` of its own version X.Y. In an environment of another version there is no such directory: it is passed over, the server starts all the same, and nothing is logged.',
  docs: ['user-guides/virtual-environments#virtual-environment-and-python-version', 'user-guides/checking-your-installation#diagnostic-wsgi-script'],
  needs: {
    venv: virtualEnvironment, prefix: diagnostic.fields.prefix, path: diagnostic.fields.path, version: diagnostic.fields.pythonVersion,
    standard: optional(stdlib), shell: optional(sysPrefix.fields.prefix), shellVersion: optional(sysPrefix.fields.shellVersion), where: optional(platform),
  },
  examine({ venv, prefix, path, version, standard, shell, shellVersion, where }) {
    if (!venv.value) return undefined
    const running = minorOf(version.value) ?? version.value
    const made = shell && shellVersion && samePlace(shell.value, prefix.value) ? minorOf(shellVersion.value) : undefined
    const cure = {
      fix: `Create the environment anew with Python ${running}, for example \`${standard && running.startsWith('3') ? `${standard.value.base === '/' ? '/usr' : standard.value.base}/bin/python${running}` : `python${running}`} -m venv ${prefix.value}-${running}\`, install the packages into it, and let \`WSGIPythonHome\` or \`python-home\` name it. Or build mod_wsgi for the Python that the environment has. Then \`${restart(where)}\`.`,
      verify: `Load the script’s page again: \`sys.path\` must hold \`…/lib/python${running}/site-packages\` of the environment.`,
    }
    if (made !== undefined && made !== running)
      return { severity: 'broken', says: `The environment ${code(prefix)} belongs to Python ${code(shellVersion)}, but Python ${code(version)} runs in the server: its packages cannot be used.`, evidence: [prefix, version, ...(shellVersion ? [shellVersion] : [])], ...cure }
    const inside = path.value.filter(entry => isBelow(entry, prefix.value))
    const other = inside.find(entry => /[\\/]lib(?:64)?[\\/]python(\d\.\d+)t?[\\/]/.test(entry) && !entry.includes(`python${running}`))
    if (other !== undefined && !inside.some(entry => entry.includes(`python${running}`)))
      return { severity: 'broken', says: `Python ${code(version)} runs, but the environment ${code(prefix)} has packages of another version: ${code(other)}.`, evidence: [version, prefix, path], ...cure }
    // An environment without pip has an empty `site-packages`, which is listed all the same. A list that has something of
    // the environment, but not that directory, is the affair of venv-site-packages.
    if (inside.length) return undefined
    return {
      severity: 'risky',
      says: `The environment ${code(prefix)} is in effect, yet nothing of it is on \`sys.path\`: its packages are ignored. The usual reason is that another version than the Python ${code(version)} that runs made it.`,
      evidence: [prefix, version, path],
      ...cure,
    }
  },
})
