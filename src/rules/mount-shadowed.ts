import { conditionsOf } from '../checks/facts/config-texts.ts'
import { mounts, type Mount } from '../checks/facts/mounts.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** The first takes every request that the second could have. */
const takesAll = (first: Mount, { path, pattern, host, text }: Mount) =>
  !first.pattern && !pattern && first.text === text && first.host?.container === host?.container && (host !== undefined || !text.chosen) && path !== first.path && `${path}/`.startsWith(first.path === '/' ? '/' : `${first.path}/`) && !conditionsOf(first.alias).length

export const rule = defineRule({
  title: 'Every mount is reached',
  fault: 'A mount is never reached: a shorter address stands before it',
  severity: 'broken',
  plain: 'Requests for one application go to another one.',
  why: '`WSGIScriptAlias` lines are tried in the order of the file, and the first that fits is taken. `/` fits everything, so what stands behind it is never asked.',
  speaks: 'A `WSGIScriptAlias` line behind one for a shorter address that includes its own, in the same virtual host.',
  docs: ['configuration-directives/WSGIScriptAlias'],
  needs: { mounts, where: optional(platform) },
  next: ['diagnostic'],
  examine({ mounts: { value: all }, where }) {
    return all.flatMap((mount, at) => {
      const first = all.slice(0, at).find(one => takesAll(one, mount))
      // A second line for one address is script-mounted-twice’s.
      if (!first || all.slice(0, at).some(one => one.path === mount.path && one.host?.container === mount.host?.container)) return []
      return [{
        severity: 'broken' as const,
        says: `The line for ${code(first.path)} takes the requests for ${code(mount.path)}, too; the line for ${code(mount.path)} is never reached.`,
        evidence: [first.field, mount.field],
        fix: `Move the line for ${code(mount.path)} above the other: longer addresses first. Then \`${restart(where)}\`.`,
        verify: `${code(mount.path)} answers with its own application.`,
      }]
    })
  },
})
