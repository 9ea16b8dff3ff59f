import { defineFact, fieldsIn, type Fact, type Known, type Need } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'

/** Messages on the terminal stand in a section of their own right before the output of the command; so many lines may lie between. */
const reach = 12

function near(known: Known, outputs: readonly string[], field: Field): boolean {
  return !outputs.length || outputs.some(output => {
    const section = known.section(output)
    return section !== undefined && section.paste === field.paste && field.line <= section.lines[1] && section.lines[0] - field.line <= reach
  })
}

/**
 * A message of Apache or mod_wsgi, from the log or a terminal: the first that shows the pattern, printed together with one
 * of the outputs if any are named. Its value is the pattern's first group, else the whole match.
 */
export function startMessage(outputs: readonly string[], pattern: RegExp): Need<Fact<string>> {
  return defineFact<string>(['error-log'], (known): Fact<string> | undefined => {
    if (outputs.length && !outputs.some(output => known.section(output))) return undefined
    for (const section of known.sections) {
      const shown = (field: Field | undefined, text: string): Fact<string> | undefined => {
        const match = field && pattern.exec(text)
        return match && near(known, outputs, field) ? { value: match[1] ?? match[0], evidence: [field] } : undefined
      }
      // A log may have a hundred thousand lines; their messages are fields.
      for (const field of section.output.id === 'error-log' ? fieldsIn(section, 'event') : []) {
        const found = shown(field, String(field.value))
        if (found) return found
      }
      for (const { line, fields: [field] } of section.output.id === 'mutex' ? section.readings : []) {
        const found = shown(field, line.text)
        if (found) return found
      }
    }
    return undefined
  })
}
