import { finders, type Kind } from './finders.ts'
import { isAccount, isCommonWord } from './harmless.ts'
import { standIns } from './stand-ins.ts'

/** A stretch of a text and what stands in its place; in UTF-16 units, end exclusive. */
export interface Replacement {
  readonly kind: Kind
  readonly value: string
  readonly instead: string
  readonly start: number
  readonly end: number
}

export interface Wishes {
  /** More that must not be seen, wherever it stands. */
  readonly words?: readonly string[]
  /** Values that may be seen after all. */
  readonly kept?: ReadonlySet<string>
}

export interface Redacted {
  readonly text: string
  /** In the order of the text. */
  readonly replacements: readonly Replacement[]
}

interface Seen {
  readonly kind: Kind
  readonly value: string
  readonly start: number
  readonly end: number
}

const withIndices = finders.map(finder => ({ ...finder, at: new RegExp(finder.at.source, `${finder.at.flags}d`) }))
const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Everywhere the names stand, not within a longer word. */
function everywhere(text: string, kind: Kind, names: readonly string[], flags: string): Seen[] {
  if (!names.length) return []
  const inner = names.toSorted((a, b) => b.length - a.length).map(quoted).join('|')
  const edge = kind === 'word' ? '' : '(?<![\\w-])'
  const end = kind === 'word' ? '' : '(?![\\w-])'
  return [...text.matchAll(new RegExp(`${edge}(?:${inner})${end}`, flags))].map(({ 0: value, index }) => ({ kind, value, start: index, end: index + value.length }))
}

function seenIn(text: string): Seen[] {
  const seen: Seen[] = []
  for (const { kind, at, keeps, only } of withIndices) {
    if (only !== undefined && !text.includes(only)) continue
    for (const match of text.matchAll(at)) {
      const group = match.findLastIndex((part, i) => i > 0 && part !== undefined)
      const range = match.indices?.[group]
      const value = match[group]
      if (range && value && !keeps?.(value, match[0])) seen.push({ kind, value, start: range[0], end: range[1] })
    }
  }
  return seen
}

/** Of those that overlap the first in rank stays. */
function apart(seen: readonly Seen[]): Seen[] {
  const taken: Seen[] = []
  const starts = new Map<number, number>()
  const ranked = seen.map((one, rank) => ({ one, rank })).toSorted((a, b) => a.one.start - b.one.start || a.rank - b.rank)
  for (const { one, rank } of ranked) {
    const before = taken.at(-1)
    if (!before || one.start >= before.end) {
      taken.push(one)
      starts.set(one.start, rank)
    } else if (rank < (starts.get(before.start) ?? 0) && one.end > before.end) {
      taken[taken.length - 1] = one
      starts.set(one.start, rank)
    }
  }
  return taken
}

/**
 * The texts with stand-ins for what points to a person or a machine. A value has the same stand-in in all of them; a name
 * that one of them gives away is replaced wherever it stands. Paths of systems, versions and special addresses stay.
 */
export function redactAll(texts: readonly string[], { words = [], kept = new Set() }: Wishes = {}): readonly Redacted[] {
  const own = words.filter(word => word.trim() !== '')
  const found = texts.map(seenIn)
  const namesOf = (kind: Kind) => [...new Set(found.flat().flatMap(one => (one.kind === kind && !isAccount(one.value) && !isCommonWord(one.value) ? one.value : [])))]
  const users = namesOf('user')
  const hosts = namesOf('host')
  const instead = standIns()
  return texts.map((text, i) => {
    const seen = apart([...everywhere(text, 'word', own, 'gi'), ...(found[i] ?? []), ...everywhere(text, 'host', hosts, 'g'), ...everywhere(text, 'user', users, 'g')])
    const replacements = seen.filter(({ value }) => !kept.has(value)).map((one): Replacement => ({ ...one, instead: instead(one.kind, one.value) }))
    const parts: string[] = []
    let done = 0
    for (const { start, end, instead: by } of replacements) {
      parts.push(text.slice(done, start), by)
      done = end
    }
    return { text: parts.join('') + text.slice(done), replacements }
  })
}

/** One text by itself. */
export const redact = (text: string, wishes?: Wishes): string => redactAll([text], wishes)[0]?.text ?? text
