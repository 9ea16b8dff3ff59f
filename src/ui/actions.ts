import { flat } from '../exports/findings.ts'
import { go } from '../state/address.ts'
import { compareView, guideView, overview, rulesView, sendView } from '../state/case.ts'
import { ask, clearEverything, undo, useStore } from '../state/store.ts'
import type { Derived } from './derived.ts'
import { textsInWords, undoable } from './opening.ts'
import { theRest } from './rest.ts'
import { switchTheme } from './theme.ts'

/** Something a person can do: one record feeds its button, its key and the list of keys. */
export interface Action {
  readonly label: string
  readonly key: string
  readonly needsCase?: true
  run(derived: Derived): void
}

const clear = () =>
  ask({
    title: 'Clear everything?',
    says: `Removes what was pasted (${textsInWords()}), here and from the browser’s storage. ${undoable}`,
    no: 'Keep it',
    yes: 'Yes, clear',
    run: clearEverything,
  })

function toFinding({ findings }: Derived, step: number): void {
  const all = flat(findings)
  const at = all.findIndex(({ id }) => id === useStore.getState().place.at.join('/'))
  const next = all.at(at < 0 && step < 0 ? -1 : (at + step) % all.length)
  if (next) go(overview, next.id.split('/'), 'replace')
}

/** The strip at the foot of the page. */
export const outward: readonly Action[] = [
  { label: 'Copy Markdown report', key: 'm', needsCase: true, run: derived => theRest()?.copyReport(derived) },
  { label: 'Download JSON', key: 'j', needsCase: true, run: () => theRest()?.downloadJson() },
  { label: 'Copy share link', key: 'l', needsCase: true, run: () => void theRest()?.share() },
  { label: 'Clear everything', key: 'c', needsCase: true, run: clear },
]

export const showKeys: Action = {
  label: 'This list',
  key: '?',
  run: () =>
    ask({
      title: 'Keys',
      says: 'They work where no text field has the focus.',
      keys: [...actions.map(({ key, label }) => [key, label] as const), ['1–9', 'Tab; on a tab also the arrow keys, Home, End'], ['↑ ↓', 'Next marked value']],
    }),
}

export const theme: Action = { label: 'Dark or light', key: 'd', run: switchTheme }

const toView = (label: string, key: string, view: string): Action => ({ label, key, run: () => go(view) })

/** Other ways in which something leaves the page by the person's hand. */
export const further: readonly Action[] = [
  { label: 'Copy answer', key: 'a', needsCase: true, run: derived => theRest()?.copyAnswer(derived) },
  { label: 'Save case', key: 's', needsCase: true, run: () => theRest()?.saveCase() },
  { label: 'Save this page with the case inside', key: 'h', needsCase: true, run: () => void theRest()?.savePage() },
]

export const actions: readonly Action[] = [
  showKeys,
  { label: 'Next finding', key: 'n', run: derived => toFinding(derived, 1) },
  { label: 'Previous finding', key: 'p', run: derived => toFinding(derived, -1) },
  ...outward,
  ...further,
  toView('Guide me', 'g', guideView),
  toView('What leaves the page', 'e', sendView),
  toView('Before and after', 'b', compareView),
  toView('All rules', 'r', rulesView),
  { label: 'Undo', key: 'u', run: undo },
  theme,
]
