import { kinds } from '../../state/redact/finders.ts'
import type { Redacted, Replacement } from '../../state/redact/redact.ts'
import { setPrivacy, useStore } from '../../state/store.ts'
import { More } from '../more.tsx'

interface Counted {
  readonly one: Replacement
  readonly count: number
}

const most = 300

function counted(redacted: readonly Redacted[]): readonly Counted[] {
  const all = new Map<string, { one: Replacement; count: number }>()
  for (const one of redacted.flatMap(({ replacements }) => replacements)) {
    const before = all.get(one.value)
    if (before) before.count++
    else all.set(one.value, { one, count: 1 })
  }
  return [...all.values()]
}

/** Every value that is replaced, each to be kept by a click; and those that the person kept. */
export function Values({ redacted }: { readonly redacted: readonly Redacted[] }) {
  const kept = useStore(state => state.privacy.kept)
  const all = counted(redacted)
  const keep = (value: string, keeps: boolean) => {
    const next = new Set(kept)
    if (keeps) next.add(value)
    else next.delete(value)
    setPrivacy({ kept: next })
  }
  if (!all.length && !kept.size) return null
  return (
    <More title={`Replaced: ${all.length.toLocaleString('en')} ${all.length === 1 ? 'value' : 'values'}`} open>
      <table>
        <thead>
          <tr>
            <th scope="col">Value</th>
            <th scope="col">Stands as</th>
            <th scope="col">Times</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {all.slice(0, most).map(({ one, count }) => (
            <tr key={one.value}>
              <th scope="row">
                <code>{one.value.length > 60 ? `${one.value.slice(0, 57)}…` : one.value}</code>
              </th>
              <td>
                <code>{one.instead}</code> <span className="muted">{kinds[one.kind]}</span>
              </td>
              <td>{count.toLocaleString('en')}</td>
              <td>
                <button type="button" className="quiet" aria-label={`Leave as it is: ${one.value}`} onClick={() => keep(one.value, true)}>
                  Leave as it is
                </button>
              </td>
            </tr>
          ))}
          {[...kept].map(value => (
            <tr key={value}>
              <th scope="row">
                <code>{value}</code>
              </th>
              <td className="muted">left as it is</td>
              <td>–</td>
              <td>
                <button type="button" className="quiet" aria-label={`Replace it: ${value}`} onClick={() => keep(value, false)}>
                  Replace it
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {all.length > most && <p className="muted">and {(all.length - most).toLocaleString('en')} more</p>}
    </More>
  )
}
