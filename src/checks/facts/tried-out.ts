import type { Known } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'

/** `-c` hands a directive over for one call: `AH00526: Syntax error on line 1 of -c/-C directives:`. What it brings out stands in no file. */
export function triedOut(known: Known, field: Field): boolean {
  const section = known.sections.find(one => one.fields.includes(field))
  return section !== undefined && (/(?:^|\s)-[cC]\s/.test(section.command ?? '') || section.readings.some(({ line }) => line.text.includes('-c/-C directives')))
}
