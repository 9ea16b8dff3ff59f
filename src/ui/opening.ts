import { many } from '../core/say.ts'
import { isBlank } from '../state/case.ts'
import { caseIn } from '../state/link.ts'
import { sizeInWords } from '../state/look.ts'
import type { Saved } from '../state/saved.ts'
import { caseInside } from '../state/page.ts'
import { ask, compareWith, notify, openCase, restore, theCase } from '../state/store.ts'

/** What a decision is about: "3 texts, 12.1 kB". */
export function textsInWords(): string {
  const pastes = theCase().pastes.filter(pasted => !isBlank(pasted))
  return `${many(pastes.length, 'text')}, ${sizeInWords(pastes.reduce((sum, { text }) => sum + text.length, 0))}`
}

export const undoable = 'You can undo it while the page is open.'

/** A case that came from elsewhere takes the place of another only when the person says so. */
function offer(saved: Saved, name: string, as?: 'before'): void {
  if (saved.kind === 'unusable') {
    notify(saved.says)
    return
  }
  const run = () => openCase(saved.case, `Opened ${name}.`)
  const older = () => compareWith(name, saved.case.pastes)
  if (as) older()
  else if (theCase().pastes.every(isBlank)) run()
  else
    ask({
      title: `Open ${name}?`, says: `It takes the place of what is here (${textsInWords()}), or is the older state with which that is compared. ${undoable}`,
      no: 'Keep what is here', yes: 'Open it', run, or: { label: 'Compare with it', run: older },
    })
}

export const openLink = async (hash: string): Promise<void> => offer(await caseIn(hash), 'the case in this link')

/** The case that this very page was saved with. */
export async function openInside(packed: string): Promise<void> {
  const saved = await caseInside(packed)
  if (saved.kind === 'case') restore(saved.case)
  else notify(saved.says)
}

export const openCaseFile = (saved: Saved, name: string, as?: 'before'): void => offer(saved, name, as)
