import type { Field } from '../../core/output.ts'
import { valueText } from '../../exports/lines.ts'
import { checkOf } from '../../exports/titles.ts'
import { LineLink } from '../line-link.tsx'

const textOf = (field: Field) => valueText(field).slice(0, 300)

/** Values that have so little in common differ as a whole: to mark nearly all of both would tell nothing. */
const enough = 0.3

/** Where two texts begin and end to differ: what lies between is marked in each. */
export function difference(a: string, b: string): { readonly start: number; readonly endA: number; readonly endB: number } {
  const least = Math.min(a.length, b.length)
  let start = 0
  while (start < least && a.charAt(start) === b.charAt(start)) start++
  let end = 0
  while (end < least - start && a.charAt(a.length - 1 - end) === b.charAt(b.length - 1 - end)) end++
  return start + end < least * enough ? { start: 0, endA: 0, endB: 0 } : { start, endA: a.length - end, endB: b.length - end }
}

function Side({ field, from, to }: { readonly field: Field; readonly from: number; readonly to: number }) {
  const text = textOf(field)
  return (
    <div>
      <p className="muted">
        {checkOf(field.output)?.title}: {field.label}
      </p>
      <code>
        {text.slice(0, from)}
        <mark>{text.slice(from, to)}</mark>
        {text.slice(to)}
        {text === '' && "''"}
      </code>
      <LineLink field={field} />
    </div>
  )
}

/** The two values that were held against each other, with what differs marked. */
export function Pair({ pair: [one, other] }: { readonly pair: readonly [Field, Field] }) {
  const { start, endA, endB } = difference(textOf(one), textOf(other))
  return (
    <div className="pair-of-values">
      <Side field={one} from={start} to={endA} />
      <Side field={other} from={start} to={endB} />
    </div>
  )
}
