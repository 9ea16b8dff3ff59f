import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { configTexts } from '../checks/facts/config-texts.ts'
import { all } from '../checks/facts/expectation.ts'
import { groupLines, groupUsers } from '../checks/facts/group-users.ts'
import { mounts } from '../checks/facts/mounts.ts'
import { nearest } from '../checks/facts/nearest.ts'
import { windows } from '../checks/facts/windows.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code, listed } from '../core/say.ts'

export const rule = defineRule({
  title: 'Every daemon group is used',
  fault: 'A daemon group is made and never used',
  severity: 'risky',
  plain: 'Processes are started in which no application runs.',
  why: '`WSGIDaemonProcess` starts processes and assigns nothing to them. Without `WSGIProcessGroup` or `process-group=` the application runs in Apache’s own processes, with their user, their Python home and their number of threads.',
  speaks: 'A `WSGIDaemonProcess` line that no pasted line names, where mounts are there and nothing is included.',
  docs: ['configuration-directives/WSGIDaemonProcess', 'configuration-directives/WSGIProcessGroup', 'user-guides/embedded-and-daemon-mode#the-three-configuration-directives'],
  needs: { texts: configTexts, groups: groupLines, users: groupUsers, mounts: optional(mounts), page: optional(diagnostic.fields.processGroup), windows: optional(windows), where: optional(platform) },
  because: ['process-group-undefined', 'wsgi-directive-misspelt'],
  next: ['diagnostic'],
  examine({ texts: { value: texts }, groups, users, mounts: mounted, page, windows: none, where }) {
    // Who pastes only the line of the group has the rest elsewhere; a placeholder or a script may choose any group.
    if (none || !mounted || texts.some(text => text.includes || text.torn || text.filtered)) return undefined
    if (users.value.some(({ name }) => name === undefined) || all(texts, 'WSGIDispatchScript').length || all(texts, 'WSGIRestrictProcess').length) return undefined
    const names = new Set(users.value.flatMap(({ name }) => name ?? []))
    const made = new Set(groups.value.map(({ words }) => words[0] ?? ''))
    const embedded = mounted.value.filter(({ expected }) => expected.processGroup.value === '')
    // Each virtual host may mount one at `/`.
    const paths = [...new Set(embedded.map(({ path }) => path))]
    return groups.value.flatMap(line => {
      const name = line.words[0] ?? ''
      // A name that is nearly right is told by process-group-undefined; a group in a condition may be for another day.
      if (names.has(name) || page?.value === name || line.conditional || [...names].some(used => !made.has(used) && nearest(used, [name], 2) !== undefined)) return []
      return [{
        severity: embedded.length ? 'risky' as const : 'notable' as const,
        says: `Nothing runs in the daemon group ${code(name)}: no pasted line names it.${paths.length ? ` ${listed(paths.map(path => code(path)))} ${paths.length > 1 ? 'run' : 'runs'} in Apache’s own processes.` : ''}`,
        evidence: [line.field, ...embedded.map(({ field }) => field)],
        fix: `Write \`WSGIProcessGroup ${name}\` beside the \`WSGIScriptAlias\` line that it is for, or \`process-group=${name}\` into that line, and restart with \`${restart(where)}\`. If the group is not needed, take its line out.`,
        verify: `The script’s page shows \`mod_wsgi.process_group = '${name}'\`.`,
      }]
    })
  },
})
