import type { Field, Section } from '../core/output.ts'
import type { Report } from '../core/report.ts'
import { eachLine, type Paste } from '../core/source.ts'

export type Lines = readonly [first: number, last: number]

/** Lines that nothing understood. */
export interface Stretch {
  readonly paste: Paste
  readonly lines: Lines
  /** The section in the middle of which they stand. */
  readonly section?: Section
}

/** Those of a section, neighbours as one range. */
export function unreadLines({ readings }: Section): readonly Lines[] {
  const ranges: [number, number][] = []
  for (const { kind, line: { first, last } } of readings) {
    if (kind !== 'unread') continue
    const before = ranges.at(-1)
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else ranges.push([first, last])
  }
  return ranges
}

/** Those of all sections. */
export const unreadInside = ({ sections }: Report): readonly Stretch[] =>
  sections.flatMap(section => unreadLines(section).map(lines => ({ paste: section.paste, lines, section })))

interface Places {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

const places = new WeakMap<Paste, Places>()

/** Where the lines of a paste begin and end; many stretches of a long one may be asked for. */
function placesIn(paste: Paste): Places {
  const before = places.get(paste)
  if (before) return before
  const starts: number[] = []
  const ends: number[] = []
  eachLine(paste.text, (start, end) => {
    starts.push(start)
    ends.push(end)
  })
  places.set(paste, { starts, ends })
  return { starts, ends }
}

/** Lines of a paste as they were pasted. */
export function linesOf(paste: Paste, [first, last]: Lines): string {
  const { starts, ends } = placesIn(paste)
  const start = starts[first - 1]
  return start === undefined ? '' : paste.text.slice(start, ends[Math.min(last, ends.length) - 1])
}

const isLineEnd = (char: string) => char === '' || '\n\r\u2028\u2029'.includes(char)

/** The line on which a value begins, as it was pasted, and where in it the value is; of a long line as much as is about the value. */
export function lineAround({ paste: { text }, span: { start, end } }: Field, reach = 400) {
  let from = start
  while (start - from < reach && !isLineEnd(text.charAt(from - 1))) from--
  let to = start
  while (to - Math.max(start, end) < reach && !isLineEnd(text.charAt(to))) to++
  return { line: text.slice(from, to), from: start - from, to: Math.min(end, to) - from }
}

/** A value in one line, for a person. */
export const valueText = ({ value }: Field): string => (Array.isArray(value) ? value.join(', ') : `${value}`)
