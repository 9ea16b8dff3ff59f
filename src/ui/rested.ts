import { useEffect, useRef, useState } from 'react'
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

/** The texts as they were until the page has shown what was given, and while somebody types: reading a long case again takes longer than a key. */
export function useRested(given: readonly Pasted[]): readonly Pasted[] {
  const [rested, setRested] = useState(given)
  const last = useRef(given)
  useEffect(() => {
    const wait = isTyped(given, last.current) ? pause : 0
    last.current = given
    const timer = setTimeout(() => setRested(given), wait)
    return () => clearTimeout(timer)
  }, [given])
  return rested
}
