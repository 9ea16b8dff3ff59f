import { useEffect, useState } from 'react'
import type { Pasted } from '../state/case.ts'

/** After so many milliseconds without a key, what was typed is read. */
const pause = 250

/** One text has a letter more or less than the other, and is the same otherwise. */
function isOneKey(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.length !== short.length + 1) return false
  let at = 0
  while (at < short.length && short.charCodeAt(at) === long.charCodeAt(at)) at++
  return short.slice(at) === long.slice(at + 1)
}

/** A key in one box; everything else was pasted, opened or cleared. */
function isTyped(now: readonly Pasted[], before: readonly Pasted[]): boolean {
  const [changed, ...others] = now.filter(pasted => !before.includes(pasted))
  return changed !== undefined && !others.length && before.length > 0 && isOneKey(before.find(({ id }) => id === changed.id)?.text ?? '', changed.text)
}

/** The texts as they are, and while somebody types as they were: reading a long case again takes longer than a key. */
export function useRested(given: readonly Pasted[]): readonly Pasted[] {
  const [state, setState] = useState({ given, rested: given })
  if (given !== state.given) setState({ given, rested: isTyped(given, state.given) ? state.rested : given })
  const { rested } = state
  useEffect(() => {
    if (given === rested) return undefined
    const timer = setTimeout(() => setState(now => ({ ...now, rested: now.given })), pause)
    return () => clearTimeout(timer)
  }, [given, rested])
  return rested
}
