import { act, fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { goTo, openPage, pasteInto, tab } from './page.tsx'

const version = (number: string, mpm: string) => `Server version: Apache/${number} (Debian)\nServer MPM:     ${mpm}\n`
const modules = (...names: readonly string[]) => `Loaded Modules:\n core_module (static)\n so_module (static)\n mpm_event_module (shared)\n${names.map(name => ` ${name} (shared)\n`).join('')}`
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })))

/** What was pasted becomes the older state, and something else the newer one. */
async function compare(older: string, newer: string): Promise<void> {
  await pasteInto('overview', older)
  await goTo('Before and after')
  await press('Keep what is here as the older state')
  await pasteInto('overview', newer)
}

beforeEach(openPage)

describe('Before and after', () => {
  test('says how to get two states, where there is one', async () => {
    await goTo('Before and after')
    expect(screen.getByText(/^There is one state so far\./)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Keep what is here as the older state' })).toHaveProperty('disabled', true)
    expect(screen.queryByRole('button', { name: 'Put the older state aside' })).toBeNull()
  })

  test('shows each value that changed on both sides, and the newer one leads to its line', async () => {
    await compare(version('2.4.57', 'prefork'), version('2.4.66', 'event'))
    const row = screen.getByRole('row', { name: /prefork event$/ })
    expect(row.querySelector('del')?.textContent).toBe('prefork')
    fireEvent.click(within(row).getByRole('link', { name: 'event' }))
    expect(location.hash).toBe('#apache-build/overview/2')
  })

  test('tells findings apart that are gone, new, still there, or were not looked at again', async () => {
    await compare(modules(), `${modules('wsgi_module', 'python_module')}`)
    expect(screen.getByText(/^Compared with what you pasted before: 2 values changed; of the findings 1 are gone, \d+ new, 0 still there/)).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'Gone: 1' })).toBeTruthy()
    expect(screen.getByRole('heading', { name: /^New: \d/ })).toBeTruthy()
    await pasteInto('overview', modules())
    expect(screen.getByRole('heading', { name: 'Still there: 1' })).toBeTruthy()
    await pasteInto('overview', version('2.4.66', 'event'))
    expect(screen.getByRole('heading', { name: 'Not looked at again: 1' })).toBeTruthy()
    expect(screen.getByText('Only in the older state, so nothing can be said of their values:')).toBeTruthy()
  })

  test('is put aside by a click, and had back by another', async () => {
    await compare(modules(), modules('wsgi_module'))
    await press('Put the older state aside')
    expect(screen.getByText(/^There is one state so far\./)).toBeTruthy()
    await press('Undo')
    expect(screen.getByRole('heading', { name: 'Gone: 1' })).toBeTruthy()
  })

  test('needs nothing but an output that was pasted twice', async () => {
    await pasteInto('overview', `${version('2.4.57', 'prefork')}\n${version('2.4.66', 'event')}`)
    await goTo('Before and after')
    expect(screen.getByText(/^Compared with the older of the outputs that were pasted twice/)).toBeTruthy()
    expect(screen.getByRole('row', { name: /prefork event$/ })).toBeTruthy()
  })
})

test('On the tab of its check each changed value says what it was', async () => {
  await compare(version('2.4.57', 'prefork'), version('2.4.66', 'prefork'))
  fireEvent.click(tab(/^Apache build/))
  const notes = [...screen.getByRole('region', { name: 'Explained output' }).querySelectorAll('.was')].map(note => note.textContent)
  expect(notes).toContainEqual(expect.stringMatching(/^changed .*was .*2\.4\.57/))
  expect(notes.filter(note => note?.includes('prefork'))).toEqual([])
})
