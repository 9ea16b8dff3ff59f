import type { Comparison } from '../../exports/compare.ts'
import type { Found } from '../../exports/findings.ts'
import { outputTitle } from '../../exports/titles.ts'
import { many } from '../../core/say.ts'
import { isBlank, overview } from '../../state/case.ts'
import { dropBefore, keepAsBefore, useStore } from '../../state/store.ts'
import { useDerived } from '../derived.ts'
import { Fault } from '../fault.tsx'
import { PlaceLink } from '../line-link.tsx'
import { OpenFiles } from '../paste-box.tsx'
import { Prose, ProseList } from '../prose.tsx'
import { Changes } from './changes.tsx'

function FoundList({ title, says, found, linked = true }: { readonly title: string; readonly says: string; readonly found: readonly Found[]; readonly linked?: boolean }) {
  if (!found.length) return null
  return (
    <section>
      <h3>
        {title}: {found.length}
      </h3>
      <p className="muted">{says}</p>
      <ul>
        {found.map(one => (
          <li key={one.id}>
            <Fault found={one} linked={linked} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Missing({ title, outputs }: { readonly title: string; readonly outputs: readonly string[] }) {
  return outputs.length > 0 && (
    <>
      <p className="muted">{title}</p>
      <ProseList texts={outputs.map(outputTitle)} />
    </>
  )
}

function Told({ name, comparison: { changes, gone, unsure, fresh, still, onlyBefore, onlyAfter } }: { readonly name: string; readonly comparison: Comparison }) {
  return (
    <>
      <p>
        Compared with <Prose text={name} />: {many(changes.length, 'value')} changed; of the findings {gone.length} are gone, {fresh.length} new, {still.length} still there
        {unsure.length > 0 && `, and ${unsure.length} could not be looked at again`}.
      </p>
      <FoundList title="New" says="Not found in the older state." found={fresh} />
      <FoundList title="Still there" says="Found in both." found={still} />
      <FoundList title="Not looked at again" says="Found in the older state; the outputs that would tell are not in the newer one." found={unsure} linked={false} />
      <FoundList title="Gone" says="Found in the older state; looked at again, and not found." found={gone} linked={false} />
      <Changes changes={changes} />
      <Missing title="Only in the older state, so nothing can be said of their values:" outputs={onlyBefore} />
      <Missing title="Only in the newer state:" outputs={onlyAfter} />
    </>
  )
}

/** Before and after, or the server that works and the one that does not. */
export function CompareView() {
  const { compared } = useDerived()
  const given = useStore(state => state.before !== undefined)
  const empty = useStore(state => state.pastes.every(isBlank))
  return (
    <div className="compare">
      <h2>Before and after</h2>
      <p>
        Two states of one server, or a server that works beside one that does not. <PlaceLink tab={overview}>Back to the Overview</PlaceLink>
      </p>
      {compared ? <Told {...compared} /> : <p>There is one state so far. Paste an output a second time, keep what is here as the older state, or open a saved case as the older one.</p>}
      <p className="buttons">
        <button type="button" disabled={empty} onClick={keepAsBefore}>
          Keep what is here as the older state
        </button>
        <OpenFiles as="before" label="Open a case as the older state…" />
        {given && (
          <button type="button" onClick={dropBefore}>
            Put the older state aside
          </button>
        )}
      </p>
    </div>
  )
}
