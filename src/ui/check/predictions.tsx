import { predictions, type Prediction, type Row } from '../../checks/facts/predictions.ts'
import type { Field } from '../../core/output.ts'
import { useDerived } from '../derived.ts'
import { LineLink } from '../line-link.tsx'
import { Part } from '../part.tsx'
import { Prose } from '../prose.tsx'

/** Each line once, however many of its values speak. */
const Lines = ({ fields }: { readonly fields: readonly Field[] }) =>
  [...new Map(fields.map(field => [`${field.paste.id}/${field.output}/${field.line}`, field])).entries()].map(([key, field]) => (
    <span key={key}>
      {' '}
      <LineLink field={field} />
    </span>
  ))

function Seen({ row: { seen, expected, differs } }: { readonly row: Row }) {
  if (!seen) return <span className="muted">not pasted for this address</span>
  return (
    <>
      <LineLink field={seen}>
        <code>{typeof seen.value === 'boolean' ? (seen.value ? 'True' : 'False') : `'${String(seen.value)}'`}</code>
      </LineLink>{' '}
      {expected !== undefined && (differs ? <b>differs</b> : 'as expected')}
    </>
  )
}

function Mount({ prediction: { mount, rows } }: { readonly prediction: Prediction }) {
  const { path, script, host, field } = mount
  return (
    <section>
      <h3>
        <LineLink field={field}>
          <code>{`${host?.name?.words[0] ?? ''}${path}`}</code>
        </LineLink>{' '}
        with <code>{script}</code>
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Line of the page</th>
            <th scope="col">Expected</th>
            <th scope="col">Seen</th>
            <th scope="col">Because</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.key}>
              <th scope="row">
                <code>{row.label}</code>
              </th>
              <td data-label="Expected">{row.expected === undefined ? <span className="muted">open</span> : <code>{row.expected}</code>}</td>
              <td data-label="Seen">
                <Seen row={row} />
              </td>
              <td data-label="Because">
                <Prose text={row.because} />
                <Lines fields={row.evidence} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What the script should be told at each address that the configuration mounts, beside what it was told. */
export function Predictions() {
  const { report } = useDerived()
  const all = predictions.get(report.known)?.value ?? []
  if (!all.length) return null
  return (
    <Part id="predictions" title="What the diagnostic page should say">
      <p className="muted">What the diagnostic script would be told at each address. Where its page differs, Apache was not restarted since a change, or lines count that are not here.</p>
      {all.map(prediction => (
        <Mount key={`${prediction.mount.field.paste.id}/${prediction.mount.field.line}`} prediction={prediction} />
      ))}
    </Part>
  )
}
