import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { express } from '../checks/facts/express.ts'
import { mpm } from '../checks/facts/mpm.ts'
import { command, freshStart, processes } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'The server that answered has the MPM that `httpd -V` names',
  fault: 'The server that answered has another MPM than `httpd -V` names',
  severity: 'broken',
  plain: 'The Apache that you asked is not the one that answers, or runs from before a change.',
  why: '`apache.mpm_name` is what the running server itself says. `-V` speaks of a program and its present configuration. For everything that concerns threads the script’s value counts.',
  speaks: 'Another name in `apache.mpm_name`, which an extended diagnostic script prints, than in `-V` or `-M`.',
  docs: ['user-guides/checking-your-installation#diagnostic-wsgi-script', 'user-guides/configuration-issues#restart-versus-graceful-reload'],
  because: ['two-installations', 'server-banner-vs-V'],
  next: ['error-log', 'config'],
  needs: { mpm, running: diagnostic.fields.mpmName, express: optional(express), where: optional(platform) },
  examine({ mpm: asked, running, express: own, where }) {
    const [named] = asked.evidence
    // A server of mod_wsgi-express has a configuration, and with it an MPM, of its own.
    if (running.value === asked.value || own) return undefined
    return {
      severity: 'broken',
      says: `The script ran under ${code(running)}, but the program you asked names ${code(asked.value)}: it is another Apache, or the running one was started before its MPM was changed.`,
      evidence: [running, ...asked.evidence],
      ...(named && { pair: [running, named] as const }),
      fix: `Stop Apache and start it: \`${freshStart(where)}\`. A reload keeps the MPM. If the page stays the same, find the program that runs (${processes}) and ask that one.`,
      verify: `\`apache.mpm_name\` on the page and \`${command('httpd-V', where)}\` name one MPM.`,
    }
  },
})
