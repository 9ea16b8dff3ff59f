import { useEffect } from 'react'
import { checks } from '../../checks/index.ts'
import type { Check } from '../../checks/check.ts'
import { go } from '../../state/address.ts'
import { guideView, overview } from '../../state/case.ts'
import { setHelping, useStore } from '../../state/store.ts'
import { sectionsOf, useDerived, type Derived } from '../derived.ts'
import { PlaceLink } from '../line-link.tsx'
import { GuideStep } from './step.tsx'

/** In the order of mod_wsgi's guide, the log at the end; where something is wrong already, the log is where it begins. */
const stepIds = checks.filter(({ walk }) => walk).map(({ id }) => id)

/** The first check that nothing was pasted for. */
const firstOpen = ({ report }: Derived): Check | undefined => checks.find(({ id, walk }) => walk && !sectionsOf(report, id).length)

/** One check a screen: what to run, what to expect, where to paste it, what the answer means. */
export function GuideView() {
  const derived = useDerived()
  const helping = useStore(state => state.helping)
  const named = useStore(({ place: { at } }) => at[0])
  const check = checks.find(({ id, walk }) => walk && id === named) ?? firstOpen(derived) ?? checks.find(({ walk }) => walk)
  // A step stays until the person goes on, also when what it asks for has come.
  const unnamed = check && check.id !== named ? check.id : undefined
  useEffect(() => {
    if (unnamed !== undefined) go(guideView, [unnamed], 'replace')
  }, [unnamed])
  if (!check) return null
  const at = stepIds.indexOf(check.id)
  const [back, next] = [stepIds[at - 1], stepIds[at + 1]]
  return (
    <div className="guide-me">
      <h2>Guide me</h2>
      <p>
        Step {at + 1} of {stepIds.length}. Leave whenever you like: <PlaceLink tab={overview}>the Overview</PlaceLink> keeps what you pasted, and the walk begins again where you left it.
      </p>
      <label>
        <input type="checkbox" checked={helping} onChange={({ target }) => setHelping(target.checked)} /> I am helping somebody else
      </label>
      <GuideStep key={check.id} check={check} helping={helping} />
      <p className="buttons">
        {back !== undefined && (
          <button type="button" onClick={() => go(guideView, [back])}>
            Back
          </button>
        )}
        {next === undefined ? (
          <button type="button" className="main" onClick={() => go(overview)}>
            To the result
          </button>
        ) : (
          <button type="button" className="main" onClick={() => go(guideView, [next])}>
            {sectionsOf(derived.report, check.id).length ? 'Next' : 'Skip this one'}
          </button>
        )}
      </p>
    </div>
  )
}
