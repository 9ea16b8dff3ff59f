import { memo, useDeferredValue, useMemo, type MouseEvent, type ReactNode } from 'react'
import { checks } from '../checks/index.ts'
import { analyse, nothingRead } from '../core/report.ts'
import { compareView, guideView, readable, rulesView, sendView } from '../state/case.ts'
import { useStore } from '../state/store.ts'
import { Boundary } from './boundary.tsx'
import { Catalogue } from './catalogue/catalogue.tsx'
import { CheckTab } from './check/check-tab.tsx'
import { CompareView } from './compare/compare-view.tsx'
import { derive, DerivedContext } from './derived.ts'
import { Dialog } from './dialog.tsx'
import { GuideView } from './guide/guide-view.tsx'
import { Header } from './header.tsx'
import { useIntake } from './intake.ts'
import { useKeys } from './keys.ts'
import { Overview } from './overview/overview.tsx'
import { useRested } from './rested.ts'
import { SendView } from './send/send-view.tsx'
import { Notices, Strip } from './strip.tsx'
import { Tabs } from './tabs.tsx'
import { Ways } from './ways.tsx'

const views: Readonly<Record<string, () => ReactNode>> = { [rulesView]: Catalogue, [compareView]: CompareView, [sendView]: SendView, [guideView]: GuideView }

/** Not drawn anew with each key in its box. */
const Panel = memo(function Panel() {
  const tab = useStore(state => state.place.tab)
  const check = checks.find(one => one.id === tab)
  const View = views[tab]
  const drawn = (
    <Boundary key={tab} what="This tab">
      {View ? <View /> : check ? <CheckTab check={check} /> : <Overview />}
    </Boundary>
  )
  if (View)
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
  const pastes = useDeferredValue(useRested(given))
  const platform = useStore(state => state.platform)
  const report = useMemo(() => (pastes.length ? analyse(readable(pastes)) : nothingRead), [pastes])
  const older = useStore(state => state.before)
  const before = useMemo(() => older && { name: older.name, report: analyse(readable(older.pastes)) }, [older])
  const derived = useMemo(() => derive(report, pastes, platform, before), [report, pastes, platform, before])
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
        <Strip derived={derived} reading={given !== pastes} />
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
