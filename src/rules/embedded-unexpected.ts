import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { conditionsOf } from '../checks/facts/config-texts.ts'
import { groupLines, groupUsers } from '../checks/facts/group-users.ts'
import { predictions } from '../checks/facts/predictions.ts'
import { windows } from '../checks/facts/windows.ts'
import { named } from '../checks/facts/wsgi-config.ts'
import { lookFor, restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { everything, optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'The application runs in the processes that the configuration gives it',
  fault: 'The application runs in Apache’s own processes, beside a daemon group',
  severity: 'risky',
  plain: 'Processes were set up for an application, but this one does not use them.',
  why: '`WSGIDaemonProcess` only makes a group. `WSGIProcessGroup`, or `process-group=` of the alias, sends an application into it; one that neither covers runs in Apache’s own processes.',
  speaks: 'A page of embedded mode where the pasted lines give its mount a daemon group, or where no line uses a group that they make.',
  docs: ['configuration-directives/WSGIProcessGroup', 'user-guides/embedded-and-daemon-mode#the-three-configuration-directives'],
  // A server that was not restarted, or another one, does not follow the pasted lines.
  because: ['process-group-unused', 'process-group-undefined', 'runtime-mpm-name', 'restart-notice-mpm', 'server-banner-vs-V', 'mpm-multithread', 'mpm-multiprocess'],
  next: ['error-log'],
  needs: { known: everything, group: diagnostic.fields.processGroup, groups: optional(groupLines), users: optional(groupUsers), predictions: optional(predictions), windows: optional(windows), where: optional(platform) },
  examine({ known, group, groups, users, predictions: mounts, windows: none, where }) {
    // On Windows there are no groups: windows-daemon.
    if (group.value !== '' || none) return undefined
    if (!groups) return { lacks: ['config'] }
    const meant = mounts?.value.find(({ rows }) => rows.some(({ seen, differs }) => seen === group && differs))?.mount.expected.processGroup
    const [line] = meant?.evidence ?? []
    if (meant && line)
      return {
        severity: 'risky',
        says: `By the pasted lines the group of this mount is ${code(meant.value)}, but the page is of embedded mode. Either Apache was not restarted since, or a line elsewhere takes the mount out of the group.`,
        evidence: [group, ...meant.evidence],
        pair: [group, line],
        fix: `Restart with \`${restart(where)}\`. If that changes nothing, look for the other line: ${lookFor('WSGIProcessGroup|process-group=', where)}.`,
        verify: 'The page shows the group’s name as `mod_wsgi.process_group`.',
      }
    // Embedded mode that somebody wrote down is meant; another placeholder may stand for any group.
    const written = [...named(known, 'WSGIProcessGroup'), ...named(known, 'WSGIScriptAlias')].some(({ words }) => words.some(word => /^(?:process-group=)?%\{GLOBAL\}$/.test(word)))
    if (written || users?.value.some(({ name }) => name === undefined)) return undefined
    // A group that another line uses is for another application; one inside a condition may not exist.
    const idle = groups?.value.find(one => !users?.value.some(({ name }) => name === one.words[0]) && conditionsOf(one).every(({ argument }) => /^(?:wsgi_module|mod_wsgi\.c)$/.test(argument)))
    if (!idle) return undefined
    const name = idle.words[0] ?? ''
    return {
      severity: 'risky',
      says: `The configuration makes the daemon group ${code(name)}, but no line that you pasted uses it, and the page is of embedded mode: the application shares Apache’s own processes.`,
      evidence: [group, idle.field],
      pair: [group, idle.field],
      fix: `If the group is meant for this application, write \`WSGIProcessGroup ${name}\` beside its \`WSGIScriptAlias\`, or \`process-group=${name}\` into that line, and restart with \`${restart(where)}\`.`,
      verify: `The page shows \`mod_wsgi.process_group = '${name}'\`.`,
    }
  },
})
