import type { Field } from '../../core/output.ts'
import type { Change } from '../../exports/compare.ts'
import { valueText } from '../../exports/lines.ts'
import { outputTitle } from '../../exports/titles.ts'
import { LineLink } from '../line-link.tsx'
import { Prose } from '../prose.tsx'

const valueOf = (field: Field) => valueText(field) || "''"

const keyOf = ({ output, key, before, after }: Change) => `${output}/${key}/${String((after ?? before)?.value)}`

/** The values that changed, output by output. */
export function Changes({ changes }: { readonly changes: readonly Change[] }) {
  const outputs = [...new Set(changes.map(({ output }) => output))]
  return outputs.map(output => (
    <section key={output}>
      <h3>
        <Prose text={outputTitle(output)} />
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Value</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {changes
            .filter(change => change.output === output)
            .map(change => (
              <tr key={keyOf(change)}>
                <th scope="row">{change.label}</th>
                <td>{change.before ? <del>{valueOf(change.before)}</del> : <span className="muted">not there</span>}</td>
                <td>
                  {change.after ? (
                    <LineLink field={change.after}>
                      <ins>{valueOf(change.after)}</ins>
                    </LineLink>
                  ) : (
                    <span className="muted">not there</span>
                  )}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  ))
}
