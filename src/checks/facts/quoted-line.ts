import type { Field } from '../../core/output.ts'
import { rawLines, type Paste } from '../../core/source.ts'

/** Words of a paste that no output reads, as a field: a finding that rests on them has to show them, too. */
export function quotedLine(paste: Paste, start: number, raw: string, as: { readonly output: string; readonly key: string; readonly label: string }): Field<string> {
  let line = 0
  for (const one of rawLines(paste.text)) {
    if (one.start > start) break
    line++
  }
  return { ...as, value: raw, raw, span: { start, end: start + raw.length }, line, paste, meaning: { says: 'Words of the paste that a finding rests on.' }, parts: [] }
}
