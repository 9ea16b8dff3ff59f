import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { mpm } from '../checks/facts/mpm.ts'
import { hasThreads, noticeMpm } from '../checks/facts/running-mpm.ts'
import { startMessage } from '../checks/facts/start-messages.ts'
import { command, freshStart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

const kept = startMessage([], /MPM cannot be changed during restart/)

export const rule = defineRule({
  title: 'The server was started with the MPM that `httpd -V` names',
  fault: 'The server was started with another MPM than `httpd -V` names',
  severity: 'risky',
  plain: 'Apache seems to run as it was configured before; stop it and start it again.',
  why: 'Each MPM has a start notice of its own: `AH00163` prefork, `AH00292` worker, `AH00489` event, `AH00455` Windows. `-V` tells what the next start would use. A reload never exchanges the MPM.',
  speaks: 'A last start notice of another MPM than the one of `-V` or `-M`.',
  docs: ['user-guides/configuration-issues#restart-versus-graceful-reload', 'httpd:stopping', 'httpd:mpm'],
  because: ['runtime-mpm-name', 'server-banner-vs-V'],
  next: ['diagnostic', 'config'],
  // Two servers that write into one log are told apart by noticeMpm.
  needs: { mpm, notice: noticeMpm, multithread: optional(diagnostic.fields.multithread), group: optional(diagnostic.fields.processGroup), told: optional(diagnostic.fields.mpmName), kept: optional(kept), where: optional(platform) },
  examine({ mpm: asked, notice, multithread, group, told, kept: refused, where }) {
    if (notice.value === asked.value) return undefined
    // A page that sides with `-V` shows that the log is that of an earlier start, or of another server.
    if (told?.value === asked.value) return undefined
    if (group?.value === '' && multithread && hasThreads(asked.value) === multithread.value && hasThreads(notice.value) !== multithread.value) return undefined
    const [named] = asked.evidence
    const [logged] = notice.evidence
    return {
      severity: 'risky',
      says: `The log’s last start notice is that of ${code(notice.value)}, but the program you asked would start with ${code(asked.value)}. ${refused ? 'The log says that a reload tried to exchange the MPM, which it cannot.' : 'The MPM was changed since that start, or the log is that of another server.'}`,
      evidence: [...notice.evidence, ...asked.evidence, ...(refused?.evidence ?? [])],
      ...(logged && named && { pair: [named, logged] as const }),
      fix: `Stop Apache and start it: \`${freshStart(where)}\`.`,
      verify: `The new start notice in the error log is that of ${code(asked.value)}, as in \`${command('httpd-V', where)}\`.`,
    }
  },
})
