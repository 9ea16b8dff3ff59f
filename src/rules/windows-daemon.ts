import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { windows } from '../checks/facts/windows.ts'
import { directivesOf } from '../checks/facts/wsgi-config.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule, type Finding } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'Daemon mode is asked for only where there is one',
  fault: 'Daemon mode is asked for on Windows, which has none',
  severity: 'broken',
  plain: 'mod_wsgi on Windows has embedded mode only.',
  why: 'Daemon processes are made by forking, which Windows cannot do, so mod_wsgi is compiled there without daemon mode. `WSGIDaemonProcess`, `WSGIProcessGroup` and their companions are unknown directives, and the process group is always empty.',
  speaks: 'Signs of Windows together with a process group on the page, or with a `WSGIDaemonProcess` line.',
  docs: ['user-guides/installation-on-windows', 'user-guides/embedded-and-daemon-mode#embedded-mode'],
  needs: { where: platform, windows: optional(windows), group: optional(diagnostic.fields.processGroup), groups: optional(directivesOf('WSGIDaemonProcess')) },
  examine({ windows: sign, group, groups }) {
    const [shown] = sign?.evidence ?? []
    if (!shown) return undefined
    const findings: Finding[] = []
    if (group && group.value !== '')
      findings.push({
        severity: 'broken',
        says: `The page names the process group ${code(group)}, but ${code(shown.raw)} shows Windows, where mod_wsgi has none. The page comes from another server.`,
        evidence: [shown, group],
        pair: [shown, group],
        fix: 'Keep the outputs of one machine: ask the server that answers, or load the page from this one.',
        verify: 'On Windows the page shows `mod_wsgi.process_group = \'\'`.',
      })
    // Inside a condition the line may be meant for other systems.
    const line = groups?.value.find(one => !one.conditional)
    if (line)
      findings.push({
        severity: 'broken',
        says: `\`WSGIDaemonProcess\` is an unknown directive on Windows, and ${code(shown.raw)} shows Windows: Apache does not start with this line.`,
        evidence: [shown, line.field],
        fix: 'Take out `WSGIDaemonProcess` and `WSGIProcessGroup`; the application then runs in embedded mode.',
        verify: '`httpd -t` says `Syntax OK`.',
      })
    return findings
  },
})
