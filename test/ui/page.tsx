import { act, render, screen } from '@testing-library/react'
import { openCase, setBox, useStore } from '../../src/state/store.ts'
import { App } from '../../src/ui/app.tsx'
import { caseOf, examples } from '../../src/ui/examples.ts'

/** The page as it is opened for the first time. */
export function openPage(): void {
  history.replaceState(undefined, '', '#')
  useStore.setState(useStore.getInitialState(), true)
  render(<App />)
}

export const pasteInto = (box: string, text: string) => act(async () => setBox(box, text))

export async function openExample(folder: string): Promise<void> {
  const example = examples.find(one => one.folder === folder)
  if (!example) throw new Error(`There is no example ${folder}. Name one of ${examples.map(one => one.folder).join(', ')}.`)
  await act(async () => openCase(caseOf(example), 'Opened.'))
}

export const tab = (name: RegExp | string) => screen.getByRole('tab', { name })
