import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { runningApache } from '../checks/facts/running-apache.ts'
import { command, freshStart, processes } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** `ServerTokens` may show `Apache/2.4` only: compared as far as it goes. */
const begins = (whole: string, start: string) => `${whole.replace(/-.*/, '')}.`.startsWith(`${start}.`)

/** `Fedora` and `Fedora Linux` are one word of two ages. */
const sameWord = (a: string, b: string) => {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()]
  return one.startsWith(other) || other.startsWith(one)
}

export const rule = defineRule({
  title: 'The server that runs is the program that was asked',
  fault: 'The server that runs is not the program that was asked',
  severity: 'risky',
  plain: 'What you read about Apache here may not be true of the server that answers.',
  why: 'A running server names itself in the start notice and in `SERVER_SOFTWARE`; `-V` is answered by the file on disk. They differ after an upgrade without a restart, and where two installations exist.',
  speaks: 'A release, or a packager’s word, in the start notice or `SERVER_SOFTWARE` that is not the one of `-V`.',
  docs: ['user-guides/configuration-issues#restart-versus-graceful-reload', 'user-guides/checking-your-installation#apache-build-information'],
  needs: { version: httpdV.fields.serverVersion, word: optional(httpdV.fields.platformWord), running: runningApache, where: optional(platform) },
  because: ['platform-consistency', 'two-installations'],
  next: ['diagnostic', 'error-log'],
  examine({ version, word, running, where }) {
    const { field, version: told, word: toldWord } = running.value
    const verify = `The next start notice in the error log names the release of \`${command('httpd-V', where)}\`.`
    if (word && toldWord !== undefined && !sameWord(word.value, toldWord))
      return {
        severity: 'broken',
        says: `The server that runs calls itself ${code(toldWord)}, the program that you asked ${code(word)}: two installations.`,
        evidence: [...running.evidence, word],
        pair: [word, field],
        fix: `Find the program of the running server with ${processes}, and ask it by its full path.`,
        verify,
      }
    if (begins(version.value, told)) return undefined
    return {
      severity: 'risky',
      says: `The server that runs is Apache ${code(told)}, the program on disk is ${code(version)}. It was upgraded after the server’s start, or a second installation exists.`,
      evidence: [...running.evidence, version],
      pair: [version, field],
      fix: `Stop Apache and start it: \`${freshStart(where)}\`. If nothing changes, find the other program with ${processes}.`,
      verify,
    }
  },
})
