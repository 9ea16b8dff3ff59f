import type { Field, Part } from '../../core/output.ts'
import type { Meaning } from '../../core/prose.ts'
import type { Span } from '../../core/source.ts'

/** A stretch of a line, by the place where it begins: plain text, or a value (which may have values in it). */
export type Piece = { readonly at: number; readonly text: string } | { readonly at: number; readonly id: string; readonly within: readonly Piece[] }

interface Marked {
  readonly id: string
  readonly span: Span
}

/** Cuts the text between two places of a paste at the spans in it. Spans may nest and touch; where they cross, the later one is cut short. */
export function pieces(text: string, { start, end }: Span, marked: readonly Marked[]): readonly Piece[] {
  const inside = marked
    .map(({ id, span }) => ({ id, span: { start: Math.max(span.start, start), end: Math.min(span.end, end) } }))
    .filter(({ span }) => span.end > span.start)
    .toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const cut: Piece[] = []
  let done = start
  for (let i = 0; i < inside.length; ) {
    const outer = inside[i]
    if (!outer) break
    const within: Marked[] = []
    for (i++; i < inside.length; i++) {
      const next = inside[i]
      if (!next || next.span.start >= outer.span.end) break
      within.push(next)
    }
    if (outer.span.start > done) cut.push({ at: done, text: text.slice(done, outer.span.start) })
    cut.push({ at: outer.span.start, id: outer.id, within: pieces(text, outer.span, within) })
    done = outer.span.end
  }
  if (done < end) cut.push({ at: done, text: text.slice(done, end) })
  return cut
}

/** A value or an item of a value, with the id under which its mark and its meaning know one another. */
export interface Item {
  readonly id: string
  readonly field: Field
  readonly part?: Part
}

/** The items of a line; `row` makes their ids unique on the page. */
export const itemsOf = (fields: readonly Field[], row: string): readonly Item[] =>
  fields.flatMap((field, i) => [{ id: `${row}-${i}`, field }, ...field.parts.map((part, j): Item => ({ id: `${row}-${i}-${j}`, field, part }))])

export const spanOf = ({ field, part }: Item): Span => (part ?? field).span

/** Every field has one; of an item in a list it may be unknown. */
export const meaningOf = ({ field, part }: Item): Meaning | undefined => (part ?? field).meaning
