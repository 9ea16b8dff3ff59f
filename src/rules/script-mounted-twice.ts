import { conditionsOf } from '../checks/facts/config-texts.ts'
import { mounts, type Mount } from '../checks/facts/mounts.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** Two of one place and one address count at the same time, for the same requests. */
const placeOf = ({ host, text }: Mount): object => host?.container ?? text
const addressOf = ({ pattern, path, alias }: Mount) => [pattern, path, ...conditionsOf(alias).map(one => one.argument)].join('\n')

export const rule = defineRule({
  title: 'Every address is mounted once',
  fault: 'One address is mounted twice',
  severity: 'risky',
  plain: 'A line of your configuration, with all its options, has no effect.',
  why: '`WSGIScriptAlias` lines are tried in the order of the file, and the first that fits is taken. A second line for the same address is never asked.',
  speaks: 'Two `WSGIScriptAlias` lines for one address in one virtual host.',
  docs: ['configuration-directives/WSGIScriptAlias'],
  needs: { mounts, where: optional(platform) },
  next: ['diagnostic'],
  // One script under two addresses, or in the virtual hosts of two ports, is nothing to speak of.
  examine({ mounts: { value: all }, where }) {
    const firsts = new Map<object, Map<string, Mount>>()
    return all.flatMap(mount => {
      const here = firsts.get(placeOf(mount)) ?? new Map<string, Mount>()
      firsts.set(placeOf(mount), here)
      const first = here.get(addressOf(mount))
      if (!first) here.set(addressOf(mount), mount)
      // What `grep` chose may be of several hosts.
      if (!first || (!first.host && first.text.chosen)) return []
      return [{
        severity: 'risky' as const,
        says: `${code(mount.path)} is mounted already, with ${code(first.script)}; this second line${first.script === mount.script ? '' : `, with ${code(mount.script)},`} has no effect.`,
        evidence: [first.field, mount.field],
        fix: `Keep the line that you want, and restart with \`${restart(where)}\`.`,
        verify: '`grep` finds one line for this address.',
      }]
    })
  },
})
