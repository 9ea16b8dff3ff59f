import { fieldsIn, type Known } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'

/** Every line of the configuration of one kind, in the order of the text; those that are commented out are not among them. */
export const directivesOf = (known: Known, key: string): readonly Field[] =>
  known.sections.flatMap(section => (section.output.id === 'config' ? fieldsIn(section, key) : []))
