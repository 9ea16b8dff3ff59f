import { configTexts, type Directive, type Text } from '../checks/facts/config-texts.ts'
import { nameOf } from '../checks/facts/expectation.ts'
import { groupLines, groupUsers, type User } from '../checks/facts/group-users.ts'
import { nearest } from '../checks/facts/nearest.ts'
import { hostOf } from '../checks/facts/scopes.ts'
import { windows } from '../checks/facts/windows.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule, type Finding, type Severity } from '../core/rule.ts'
import { code } from '../core/say.ts'

const hostNameOf = (line: Directive, texts: readonly Text[]) => {
  const host = hostOf(line.within)
  return host && nameOf(texts, host)
}

/** The main file of a server, in one piece: nothing else can make the group. */
const isMain = ({ directives, main }: Text) => main && directives.some(({ name, words }) => /^loadmodule$/i.test(name) && words[0] === 'wsgi_module')

/** How sure it is that no other line makes the group. */
function certainty(texts: readonly Text[], defined: boolean): (near: boolean) => Severity | undefined {
  const seen = texts.every(text => !text.includes && !text.torn && !text.filtered)
  const main = texts.some(isMain)
  return near => {
    if (!seen) return near ? 'notable' : undefined
    if (near || main) return 'broken'
    // Another site's file may still make it.
    return defined ? 'risky' : undefined
  }
}

export const rule = defineRule({
  title: 'Every process group that is used is defined where it can be reached',
  fault: 'A process group is used but never defined',
  severity: 'broken',
  plain: 'Requests are sent to a group of processes that does not exist, and end in an error.',
  why: '`WSGIProcessGroup` and `process-group=` only name a group; `WSGIDaemonProcess` makes it. A group that is missing, or belongs to a virtual host with another `ServerName`, is found out at the first request: status 500.',
  speaks: 'A group’s name that no `WSGIDaemonProcess` line has, or one of another virtual host. Where files are included that are not seen, only a name that is nearly right.',
  docs: ['configuration-directives/WSGIProcessGroup', 'configuration-directives/WSGIDaemonProcess', 'user-guides/configuration-issues#wsgidaemonprocess-scoping'],
  needs: { texts: configTexts, users: groupUsers, groups: groupLines, windows: optional(windows), where: optional(platform) },
  next: ['error-log', 'diagnostic'],
  examine({ texts: { value: texts }, users, groups, windows: none, where }) {
    // On Windows there are no groups at all: windows-daemon.
    if (none) return undefined
    const names = groups.value.map(({ words }) => words[0] ?? '')
    const makers = new Map<string, Directive[]>()
    for (const line of groups.value) makers.set(line.words[0] ?? '', [...(makers.get(line.words[0] ?? '') ?? []), line])
    const open = names.some(made => /\$\{/.test(made))
    const sure = certainty(texts, names.length > 0)
    const first = new Map<string, User>()
    for (const user of users.value) if (user.name !== undefined && !first.has(user.name)) first.set(user.name, user)
    const after = `Then \`${restart(where)}\`.`
    const missing = [...first].flatMap(([name, { line }]): Finding[] => {
      if (open || makers.has(name)) return []
      const near = nearest(name, names, name.length > 5 ? 2 : 1)
      const severity = sure(near !== undefined)
      const [made] = near === undefined ? [] : (makers.get(near) ?? [])
      return severity === undefined ? [] : [{
        severity,
        says: `No pasted line makes the process group ${code(name)}.${near === undefined ? '' : ` There is one called ${code(near)}.`}`,
        evidence: [line.field, ...(made ? [made.field] : [])],
        fix: near === undefined ? `Add \`WSGIDaemonProcess ${name}\` beside this line, or name a group that exists. ${after}` : `Write the same name in both lines. ${after}`,
        verify: `The script’s page shows \`mod_wsgi.process_group = '${near ?? name}'\`.`,
      }]
    })
    const foreign = users.value.flatMap(({ name, line }): Finding[] => {
      const made = name === undefined ? [] : (makers.get(name) ?? [])
      const here = hostNameOf(line, texts)
      const there = made.map(one => hostNameOf(one, texts))
      // Outside of virtual hosts a group serves all; without a name nothing can be said.
      if (!made.length || !here || there.some(one => one === undefined || one.words[0]?.toLowerCase() === here.words[0]?.toLowerCase())) return []
      return [{
        severity: 'broken',
        says: `The process group ${code(name)} belongs to the virtual host ${code(there[0]?.words[0])}; ${code(here.words[0])} may not use it.`,
        evidence: [line.field, here.field, ...made.map(one => one.field)],
        fix: `Move the \`WSGIDaemonProcess\` line out of the virtual host, or make a group of its own for ${code(here.words[0])}. ${after}`,
        verify: 'The page loads, and the error log has no `WSGI0152`.',
      }]
    })
    return [...missing, ...foreign]
  },
})
