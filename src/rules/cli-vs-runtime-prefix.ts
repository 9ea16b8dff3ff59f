import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { homes } from '../checks/facts/home.ts'
import { samePlace } from '../checks/facts/paths.ts'
import { basePrefix } from '../checks/facts/python.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { sysPrefix } from '../checks/python-installation/sys-prefix.ts'
import { optional, section } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'Shell and Apache use the same Python installation',
  fault: 'Shell and Apache use different Python installations',
  severity: 'notable',
  plain: 'Apache uses another Python than your terminal, so what works there may not work here.',
  why: 'The shell finds Python by its own `PATH`, Apache by `WSGIPythonHome`, `python-home` or the `PATH` of the service. Only the second one matters for an application.',
  speaks: '`sys.prefix` of the shell is neither that of the script nor the installation beneath it.',
  docs: ['user-guides/checking-your-installation#python-installation-in-use', 'configuration-directives/WSGIPythonHome'],
  needs: { shell: sysPrefix.fields.prefix, asked: section('sys-prefix'), prefix: diagnostic.fields.prefix, base: optional(basePrefix), homes: optional(homes), where: optional(platform) },
  because: ['python-home-shape', 'prefix-libpython', 'venv-minor', 'prefix-root'],
  examine({ shell, asked, prefix, base, homes: named, where }) {
    if (samePlace(shell.value, prefix.value)) return undefined
    const meant = named?.value.find(home => home.by !== 'log' && samePlace(home.path, shell.value))
    // On Windows WSGIPythonHome never moves `sys.prefix`; windows-prefix-dll looks at what it does.
    if (meant && !/^[A-Za-z]:/.test(shell.value))
      return {
        severity: 'risky',
        says: `The configuration names ${code(meant.path)} as Python’s home, and the shell finds it, but the script reports ${code(prefix)}: the line is not in effect for this application.`,
        evidence: [meant.field, shell, prefix],
        pair: [shell, prefix],
        fix: `\`WSGIPythonHome\` serves embedded mode and groups without \`python-home=\`; see whether another group answers, and restart with \`${restart(where)}\`.`,
        verify: `Load the script’s page again: \`sys.prefix\` must be ${code(meant.path)}.`,
      }
    // A virtual environment that is active in the shell shows in its prompt, and says nothing about Apache.
    if (/^\s*\([\w .-]+\)/.test(asked.prompt ?? '')) return undefined
    // The environment that Apache uses hangs on the Python that the shell has.
    if (base && samePlace(shell.value, base.value)) return undefined
    return { severity: 'notable', says: `The Python of the shell is in ${code(shell)}, that of Apache in ${code(prefix)}. Both may be right; only the second serves the application.`, evidence: [shell, prefix], pair: [shell, prefix] }
  },
})
