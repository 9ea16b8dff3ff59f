import { defineFact, type Known } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { logged } from './log.ts'

/** A line of the configuration, and the message that names it. */
export interface RefusedAt {
  /** `line 29 of /etc/apache2/sites-enabled/000-default.conf` */
  readonly place: string
  readonly field: Field
}

/** Files that include one another are named from the outside in: `Syntax error on line 146 of A: Syntax error on line 1 of B: …`. */
const placeIn = ({ value }: Field) =>
  /[Ss]yntax error on line/.test(String(value)) ? [...String(value).matchAll(/\bline \d+ of (?:file )?\S.*?(?=:(?:\s|$))/g)].at(-1)?.[0] : undefined

/** The messages that name a place: few, whatever the length of the log. */
const naming = defineFact<readonly Field[]>(['error-log'], known => ({ value: logged(known, 'event').filter(field => placeIn(field) !== undefined), evidence: [] }))

/** Apache names the place in the message itself, or on the line above it; people break the line once more. */
const reach = 2

/** Where in the configuration stands what a message refuses. */
export function refusedAt(known: Known, field: Field): RefusedAt | undefined {
  const own = placeIn(field)
  if (own !== undefined) return { place: own, field }
  const above = naming.get(known)?.value.findLast(one => one.paste === field.paste && one.line < field.line && one.line >= field.line - reach)
  const place = above && placeIn(above)
  return above && place !== undefined ? { place, field: above } : undefined
}
