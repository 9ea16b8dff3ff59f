import { defineFact, fieldsIn, type Fact, type Known, type Need } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'

/** Every line of the configuration of one kind, in the order of the text; those that are commented out are not among them. */
export const directivesOf = (known: Known, key: string): readonly Field[] =>
  known.sections.flatMap(section => (section.output.id === 'config' ? fieldsIn(section, key) : []))

/** Whether a switch is on, where it is written at all; the later line counts. */
export const switched = (key: string): Need<Fact<boolean>> =>
  defineFact<boolean>(['config'], (known): Fact<boolean> | undefined => {
    const line = directivesOf(known, key).at(-1)
    return line && { value: /^on$/i.test(String(line.value)), evidence: [line] }
  })

