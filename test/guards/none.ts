import { expect } from 'vitest'

/** Passes where nothing is wrong; else says what is, and what to do about it. */
export function expectNone(wrong: Iterable<string>, advice = ''): void {
  const all = [...new Set(wrong)]
  expect(all.length && advice ? [advice, ...all] : all).toEqual([])
}
