import { memo, useEffect, useMemo, type MouseEvent } from 'react'
import { checks } from '../checks/index.ts'
import { overview, readable, views } from '../state/case.ts'
import { useStore } from '../state/store.ts'
import { Boundary } from './boundary.tsx'
import { DerivedContext, nothingDerived } from './derived.ts'
import { Dialog } from './dialog.tsx'
import { Header } from './header.tsx'
import { useIntake } from './intake.ts'
import { useKeys } from './keys.ts'
import { Overview } from './overview/overview.tsx'
import { load, useRest } from './rest.ts'
import { useRested } from './rested.ts'
import { Notices, Strip } from './strip.tsx'
import { Tabs } from './tabs.tsx'
import { Ways } from './ways.tsx'

/** Not drawn anew with each key in its box. */
const Panel = memo(function Panel() {
  const rest = useRest()
  const tab = useStore(state => state.place.tab)
  const check = checks.find(one => one.id === tab)
  const isView = views.includes(tab)
  const View = rest?.views[tab]
  const drawn = (
    <Boundary key={tab} what="This tab">
      {isView ? View && <View /> : check ? rest && <rest.CheckTab check={check} /> : <Overview />}
    </Boundary>
  )
  if (isView)
    return (
      <div id="panel" tabIndex={-1}>
        {drawn}
      </div>
    )
  return (
    <div role="tabpanel" id="panel" aria-labelledby={`tab-${tab}`} tabIndex={-1}>
      {drawn}
    </div>
  )
})

const Head = memo(Header)
const Lists = memo(Tabs)

const skip = (event: MouseEvent) => {
  event.preventDefault()
  document.getElementById('panel')?.focus()
}

/** The texts and choices come in here; everything below is drawn from what follows from them. */
function Page() {
  const given = useStore(state => state.pastes)
  const pastes = useRested(given)
  const rest = useRest()
  const platform = useStore(state => state.platform)
  const report = useMemo(() => (pastes.length ? rest?.analyse(readable(pastes)) : rest?.nothingRead), [rest, pastes])
  const older = useStore(state => state.before)
  const before = useMemo(() => older && rest && { name: older.name, report: rest.analyse(readable(older.pastes)) }, [rest, older])
  const derived = useMemo(() => (rest && report ? rest.derive(report, pastes, platform, before) : { ...nothingDerived, platform }), [rest, report, pastes, platform, before])
  const needed = useStore(state => state.pastes.length > 0 || state.place.tab !== overview)
  useEffect(() => void (needed && load()), [needed])
  useKeys(derived)
  const over = useIntake()
  return (
    <DerivedContext value={derived}>
      <div className={over ? 'page over' : 'page'}>
        <a className="skip" href="#panel" onClick={skip}>
          Skip to the content
        </a>
        <Head derived={derived} />
        <nav aria-label="Checks of the guide">
          <Lists />
          <Ways />
        </nav>
        <main>
          <Notices />
          <Panel />
        </main>
        <Strip derived={derived} reading={given !== pastes || (!rest && given.length > 0)} />
      </div>
      <Dialog />
    </DerivedContext>
  )
}

export const App = () => (
  <Boundary what="The page">
    <Page />
  </Boundary>
)
