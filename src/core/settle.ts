import type { Growing } from './growth.ts'
import { claimOf } from './matcher.ts'

const isEmpty = (one: Growing) => one.lines.every(({ claim }) => !claim?.specs.length)
const first = (one: Growing) => one.lines[0]?.line.first ?? 0
const last = (one: Growing) => one.lines.at(-1)?.line.last ?? 0
const apart = (a: Growing, b: Growing) => Math.max(first(a) - last(b), first(b) - last(a))

/**
 * Where a message came in place of what was asked for, the lines that the asked output knows hold no value:
 * they go to the section beside them, which may read more in them.
 */
export function settled(all: readonly Growing[], isPrompt: (claim: unknown) => boolean): readonly Growing[] {
  const kept = all.filter(one => !isEmpty(one))
  for (const one of kept.length < all.length ? all : []) {
    const beside = isEmpty(one) ? kept.toSorted((a, b) => apart(a, one) - apart(b, one))[0] : undefined
    // A blank line may stand between.
    if (!beside || apart(beside, one) > 2) continue
    const lines = one.lines.map(taken => ({ ...taken, claim: isPrompt(taken.claim) ? taken.claim : (claimOf(beside.m, taken.line.text, true) ?? taken.claim) }))
    kept[kept.indexOf(beside)] = {
      ...beside,
      lines: [...beside.lines, ...lines].toSorted((a, b) => a.line.first - b.line.first),
      from: Math.min(beside.from, one.from),
      last: Math.max(beside.last, one.last),
    }
  }
  return kept
}
