import type { Known } from '../../core/need.ts'
import type { Field, Section } from '../../core/output.ts'
import { sectionOf } from './field-place.ts'

const trials = new WeakMap<Section, boolean>()

function isTrial(section: Section): boolean {
  const known = trials.get(section) ?? (/(?:^|\s)-[cC]\s/.test(section.command ?? '') || section.readings.some(({ line }) => line.text.includes('-c/-C directives')))
  trials.set(section, known)
  return known
}

/** `-c` hands a directive over for one call: `AH00526: Syntax error on line 1 of -c/-C directives:`. What it brings out stands in no file. */
export function triedOut(known: Known, field: Field): boolean {
  const section = sectionOf(known, field)
  return section !== undefined && isTrial(section)
}
