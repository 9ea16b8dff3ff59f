import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { daemonGroup } from '../checks/facts/wsgi-config.ts'
import { lookFor, restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'The process goes on after a request',
  fault: 'The process ends after each request',
  severity: 'risky',
  plain: 'Every request waits for Python and the application to start anew.',
  // wsgi_adapter.c:860-883
  why: '`wsgi.run_once` is `True` in one case only: a daemon group with `threads=1 maximum-requests=1`.',
  speaks: '`wsgi.run_once = True`, which an extended diagnostic script prints.',
  docs: ['configuration-directives/WSGIDaemonProcess', 'user-guides/embedded-and-daemon-mode#process-recycling'],
  because: ['daemon-flags'],
  next: ['config'],
  needs: { once: diagnostic.fields.runOnce, group: diagnostic.fields.processGroup, multithread: diagnostic.fields.multithread, line: optional(daemonGroup), where: optional(platform) },
  examine({ once, group, multithread, line, where }) {
    if (!once.value) return undefined
    const odd = group.value === '' ? group : multithread.value ? multithread : undefined
    if (odd)
      return {
        severity: 'broken',
        says: `\`wsgi.run_once\` is \`True\`, which mod_wsgi reports only for a daemon group with one thread, but ${odd === group ? 'the page is of embedded mode' : '`wsgi.multithread` is `True`'}. These lines are not of one answer.`,
        evidence: [once, odd],
        verify: 'Load the script’s page again, and paste all of it.',
      }
    if (line && !line.value.words.includes('maximum-requests=1'))
      return {
        severity: 'broken',
        says: `\`wsgi.run_once\` is \`True\`, but the line of the group ${code(group)} has no \`maximum-requests=1\`: the processes that answer were started by another line.`,
        evidence: [once, ...line.evidence],
        pair: [once, line.value.field],
        fix: `Restart with \`${restart(where)}\`. If that changes nothing, look for another line of this group: ${lookFor('WSGIDaemonProcess', where)}.`,
        verify: 'The page shows `wsgi.run_once = False`.',
      }
    return {
      severity: 'risky',
      says: `The group ${code(group)} ends its process after every request. That is of use for tests only.`,
      evidence: [once, group, ...(line?.evidence ?? [])],
      fix: `Take \`maximum-requests=1\` out of its \`WSGIDaemonProcess\` line, or raise it, and restart with \`${restart(where)}\`.`,
      verify: 'The page shows `wsgi.run_once = False`.',
    }
  },
})
