import { flat } from '../exports/findings.ts'
import { reportJson } from '../exports/json.ts'
import { reportMarkdown } from '../exports/markdown.ts'
import { many } from '../core/say.ts'
import { go } from '../state/address.ts'
import { isBlank, overview } from '../state/case.ts'
import { caseIn, linkOf } from '../state/link.ts'
import { sizeInWords } from '../state/look.ts'
import { ask, clearEverything, notify, openCase, say, theCase, undo, useStore } from '../state/store.ts'
import { byHand, copy, copyText } from './clipboard.ts'
import type { Derived } from './derived.ts'
import { switchTheme } from './theme.ts'

/** Something a person can do: one record feeds its button, its key and the list of keys. */
export interface Action {
  readonly label: string
  readonly key: string
  readonly needsCase?: true
  run(derived: Derived): void
}

/** What a decision is about: "3 texts, 12.1 kB". */
function textsInWords(): string {
  const pastes = theCase().pastes.filter(pasted => !isBlank(pasted))
  return `${many(pastes.length, 'text')}, ${sizeInWords(pastes.reduce((sum, { text }) => sum + text.length, 0))}`
}

async function share(): Promise<void> {
  const hash = await linkOf(theCase())
  if (hash === undefined) {
    notify('Too much for a link: remove the largest text, or copy the Markdown report.')
    return
  }
  const text = location.href.replace(/#.*$/, '') + hash
  const copied = (await copyText(text)) ? 'Copied.' : byHand
  ask({ title: 'Share link', says: `${copied} It carries all that was pasted (${textsInWords()}): who has it can read that. No browser sends the part behind # to a server.`, text })
}

function download({ report }: Derived): void {
  const name = 'wsgi-checkup-report.json'
  const url = URL.createObjectURL(new Blob([JSON.stringify(reportJson(report), undefined, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  say(`Downloaded ${name}.`)
}

const undoable = 'You can undo it while the page is open.'

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
  { label: 'Copy Markdown report', key: 'm', needsCase: true, run: ({ report, platform }) => void copy(reportMarkdown(report, platform), 'the Markdown report') },
  { label: 'Download JSON', key: 'j', needsCase: true, run: download },
  { label: 'Copy share link', key: 'l', needsCase: true, run: () => void share() },
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

export const actions: readonly Action[] = [
  showKeys,
  { label: 'Next finding', key: 'n', run: derived => toFinding(derived, 1) },
  { label: 'Previous finding', key: 'p', run: derived => toFinding(derived, -1) },
  ...outward,
  { label: 'Undo', key: 'u', run: undo },
  theme,
]

/** A case that came in a link takes the place of another only when the person says so. */
export async function openLink(hash: string): Promise<void> {
  const read = await caseIn(hash)
  if (read.kind === 'unusable') {
    notify(read.says)
    return
  }
  const run = () => openCase(read.case, 'Opened the case in the link.')
  if (theCase().pastes.every(isBlank)) run()
  else ask({ title: 'Open the case in this link?', says: `It takes the place of what is here (${textsInWords()}). ${undoable}`, no: 'Keep what is here', yes: 'Open it', run })
}
