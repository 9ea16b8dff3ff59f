import { act, fireEvent, render, screen } from '@testing-library/react'
import { samples } from 'virtual:samples'
import { placeIn } from '../../src/state/address.ts'
import { openCase, setBox, useStore } from '../../src/state/store.ts'
import { App } from '../../src/ui/app.tsx'
import { caseFrom, caseOf, examples } from '../../src/ui/examples.ts'

/** The page as it is opened for the first time, at an address of its own. */
export function openPageAt(hash: string): void {
  history.replaceState(undefined, '', hash)
  useStore.setState({ ...useStore.getInitialState(), place: placeIn(hash), visit: 1 }, true)
  render(<App />)
}

/** What was given is shown first, and then read. */
export async function given(give: () => void): Promise<void> {
  await act(async () => give())
  await act(() => new Promise<void>(resolve => { setTimeout(resolve) }))
}

export const pasteInto = (box: string, text: string) => given(() => setBox(box, text))

export async function openExample(folder: string): Promise<void> {
  const example = examples.find(one => one.folder === folder)
  if (!example) throw new Error(`There is no example ${folder}. Name one of ${examples.map(one => one.folder).join(', ')}.`)
  await given(() => openCase(caseOf(example), 'Opened.'))
}

export const openPage = (): void => openPageAt('#')

/** A text in which a rule speaks, as the catalogue has it. */
export async function openFound(rule: string): Promise<void> {
  const texts = samples[rule]?.found
  if (!texts) throw new Error(`The rule ${rule} has no sample in fixtures/rules.`)
  await given(() => openCase(caseFrom(texts), 'Opened.'))
}

/** By a click on the page's own way there. */
export const goTo = (name: string) => given(() => void fireEvent.click(screen.getByRole('link', { name })))

export const tab = (name: RegExp | string) => screen.getByRole('tab', { name })
