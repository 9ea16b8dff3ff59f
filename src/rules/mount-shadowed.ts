import { conditionsOf } from '../checks/facts/config-texts.ts'
import { mounts, type Mount } from '../checks/facts/mounts.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

interface Taker {
  readonly mount: Mount
  readonly at: number
}

/** The addresses that include one: `/` and `/shop` of `/shop/admin`. */
const above = (path: string): readonly string[] => [...(/^(?:\/.|$)/.test(path) ? ['/'] : []), ...[...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index))]

/** Of the mounts of one place, by their addresses, the first that takes every request that another could have. */
const takerOf = ({ path, pattern, host, text }: Mount, takers: ReadonlyMap<string, Taker>): Mount | undefined =>
  pattern || (!host && text.chosen) ? undefined : above(path).flatMap(one => takers.get(one) ?? []).toSorted((a, b) => a.at - b.at)[0]?.mount

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
    const places = new Map<object, Map<string, Taker>>()
    const seen = new Map<object | undefined, Set<string>>()
    return all.flatMap((mount, at) => {
      const takers = places.get(mount.host?.container ?? mount.text) ?? new Map<string, Taker>()
      places.set(mount.host?.container ?? mount.text, takers)
      const paths = seen.get(mount.host?.container) ?? new Set<string>()
      seen.set(mount.host?.container, paths)
      const first = takerOf(mount, takers)
      const isSecond = paths.has(mount.path)
      paths.add(mount.path)
      if (!mount.pattern && !conditionsOf(mount.alias).length && !takers.has(mount.path)) takers.set(mount.path, { mount, at })
      // A second line for one address is script-mounted-twice’s.
      if (!first || isSecond) return []
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
