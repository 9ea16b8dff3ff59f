import type { Field } from '../../core/output.ts'
import { eachLine, type Paste } from '../../core/source.ts'

/** The number of the line at a place. */
export function lineAt({ text }: Paste, place: number): number {
  let line = 0
  eachLine(text.slice(0, place + 1), () => line++)
  return line
}

/** Words of a paste that no output reads, as a field: a finding that rests on them has to show them, too. */
export function quotedLine(paste: Paste, start: number, raw: string, as: { readonly output: string; readonly key: string; readonly label: string }): Field<string> {
  return { ...as, value: raw, raw, span: { start, end: start + raw.length }, line: lineAt(paste, start), paste, meaning: { says: 'Words of the paste that a finding rests on.' }, parts: [] }
}
