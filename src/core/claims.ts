import { joined, joinedText } from './dress.ts'
import type { Growth } from './growth.ts'
import { claimOf, openedBy, type Found, type Matcher } from './matcher.ts'
import { promptOf } from './prompt.ts'
import type { Line } from './source.ts'

/** Over so many lines a value may be wrapped, where its field does not say otherwise. */
const usualReach = 4

export interface Asking {
  readonly matchers: readonly Matcher[]
  readonly lines: readonly Line[]
  readonly growth: Growth
  /** The first output that claims a line out of the blue. */
  strong(text: string): Found | undefined
  /** The check on whose tab the text was pasted. */
  readonly hint: string | undefined
}

/** A line with nothing right above and right below it but prompts. */
const isParagraph = (lines: readonly Line[], index: number) => [lines[index - 1], lines[index + 1]].every(line => !line || line.text === '' || promptOf(line))

/** Somebody who claims the line out of the blue; first the output that was asked for, then the one whose line came last. */
export function strongClaim({ growth, strong }: Asking, text: string): Found | undefined {
  const expected = growth.expected()
  const asked = expected && claimOf(expected, text, true)
  if (asked) return { m: expected, claim: asked }
  const latest = growth.latest()?.m
  const next = latest && latest !== expected ? claimOf(latest, text, false) : undefined
  return latest && next ? { m: latest, claim: next } : strong(text)
}

/** An output that is open and may go on with this line. */
export function weakClaim({ growth }: Asking, text: string): Found | undefined {
  for (const { m } of growth.going()) {
    const claim = claimOf(m, text, true)
    if (claim) return { m, claim }
  }
  return undefined
}

/** Plain lines in a row, a paragraph that says enough, or a text on its own tab. */
export function unheadedClaim({ matchers, lines, hint }: Asking, index: number): Found | undefined {
  const text = lines[index]?.text ?? ''
  for (const m of matchers) {
    const { run, paragraph } = m.place.output
    const enough = hint === m.place.check || (paragraph?.test(text) && isParagraph(lines, index))
    if (!run && !enough) continue
    const claim = claimOf(m, text, true)
    if (!claim?.specs.length) continue
    if (enough) return { m, claim }
    let length = 1
    for (let i = index + 1; i < lines.length && length < (run ?? 0); i++) {
      const next = lines[i]?.text ?? ''
      if (next === '') continue
      if (!claimOf(m, next, true)?.specs.length) break
      length++
    }
    if (length >= (run ?? 0)) return { m, claim }
  }
  return undefined
}

/** A wrapped line together with those that continue it; `last` is the place of the last of them. */
export function wrappedClaim(asking: Asking, index: number): (Found & { readonly line: Line; readonly last: number }) | undefined {
  const { matchers, lines, growth, hint } = asking
  const first = lines[index]
  if (!first) return undefined
  const ends = new Map<number, boolean>()
  /** The line is something of its own, so nothing goes on there. */
  const isEnd = (i: number): boolean => {
    const next = lines[i]
    const known = ends.get(i) ?? (!next || (next.text !== '' && (promptOf(next) !== undefined || strongClaim(asking, next.text) !== undefined)))
    ends.set(i, known)
    return known
  }
  for (const m of matchers) {
    const { check } = m.place
    const among = () => m === growth.expected() || hint === check || growth.going().some(one => one.m === m)
    const spec = openedBy(m, first.text, one => !one.weak || among())
    if (!spec) continue
    for (const glue of ['', ' '] as const) {
      let text = first.text
      for (let i = index + 1; i < Math.min(lines.length, index + (spec.reach ?? usualReach)) && !isEnd(i); i++) {
        text = joinedText(text, lines[i]?.text ?? '', glue)
        const claim = spec.line.test(text) ? claimOf(m, text, true) : undefined
        // Few are what they look like, so the line with its places is made at the end.
        if (claim) return { m, claim, line: lines.slice(index + 1, i + 1).reduce((line, next) => joined(line, next, glue), first), last: i }
      }
    }
  }
  return undefined
}
