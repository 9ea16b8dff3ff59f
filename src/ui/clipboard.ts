import { ask, say } from '../state/store.ts'

function copyOldStyle(text: string): boolean {
  const had = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'off-screen'
  // Inside an open dialog, for outside of it nothing can be selected.
  ;(document.querySelector('dialog[open]') ?? document.body).append(area)
  area.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
    if (had instanceof HTMLElement) had.focus({ preventScroll: true })
  }
}

/** Call it directly in the click. False where the person has to copy by hand. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyOldStyle(text)
  }
}

export const byHand = 'The browser would not copy. Press Ctrl+C (⌘C on a Mac).'

/** Copies, and says so; or shows what to copy by hand. */
export async function copy(text: string, what: string): Promise<void> {
  if (await copyText(text)) say(`Copied ${what}.`)
  else ask({ title: `Copy ${what}`, says: byHand, text })
}
