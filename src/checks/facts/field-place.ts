import type { Known } from '../../core/need.ts'
import type { Field, Reading, Section } from '../../core/output.ts'

/** The section that holds a field. A paste may have hundreds, and a log a hundred thousand fields: the line tells first. */
export const sectionOf = (known: Known, field: Field): Section | undefined =>
  known.sections.find(({ paste, output, lines: [first, last], fields }) => paste === field.paste && output.id === field.output && field.line >= first && field.line <= last && fields.includes(field))
  ?? known.sections.find(({ fields }) => fields.includes(field))

/** The line on which a field was read, with what else is on it. */
export const readingOf = (known: Known, field: Field): Reading | undefined =>
  sectionOf(known, field)?.readings.find(({ line, fields }) => line.first === field.line && fields.includes(field))
