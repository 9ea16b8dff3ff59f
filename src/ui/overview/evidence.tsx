import type { Field } from '../../core/output.ts'
import { lineAround } from '../../exports/lines.ts'
import { LineLink } from '../line-link.tsx'
import { grouped } from '../../core/say.ts'
import { More } from '../more.tsx'

const atOnce = 5
const most = 50

const keyOf = ({ output, paste, line }: Field) => `${output}/${paste.id}/${line}`

function Quoted({ field }: { readonly field: Field }) {
  const { line, from, to } = lineAround(field)
  return (
    <li>
      <code>
        {line.slice(0, from).trimStart()}
        <mark>{line.slice(from, to)}</mark>
        {line.slice(to)}
      </code>
      <LineLink field={field} />
    </li>
  )
}

const Lines = ({ fields }: { readonly fields: readonly Field[] }) => (
  <ul className="evidence">
    {fields.map(field => (
      <Quoted key={keyOf(field)} field={field} />
    ))}
  </ul>
)

/** The person's own lines that a finding rests on; one row for a line, however many of its values speak. */
export function Evidence({ fields }: { readonly fields: readonly Field[] }) {
  const lines = [...new Map(fields.map(field => [keyOf(field), field])).values()]
  const rest = lines.slice(atOnce)
  return (
    <>
      <Lines fields={lines.slice(0, atOnce)} />
      {rest.length > 0 && (
        <More title={`${grouped(rest.length)} more lines say so${rest.length > most ? `, of these the first ${most}` : ''}`}>
          <Lines fields={rest.slice(0, most)} />
        </More>
      )}
    </>
  )
}
