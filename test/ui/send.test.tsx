import { act, fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { goTo, openPage, pasteInto } from './page.tsx'

const modules = 'Loaded Modules:\n core_module (static)\n so_module (static)\n mpm_event_module (shared)\n wsgi_module (shared)\n'
const personal = `marlene@kiosk-04:~$ apache2ctl -M\n${modules}`

const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })))
const preview = () => document.querySelector('.send .preview')
const rows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1).map(row => within(row).getAllByRole('cell').concat(within(row).getByRole('rowheader')).map(cell => cell.textContent))

beforeEach(openPage)

describe('What leaves the page', () => {
  test('is nothing where nothing was pasted', async () => {
    await goTo('What leaves the page')
    expect(screen.getByText(/^Nothing was pasted, so there is nothing to take away\./)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Copy answer' })).toBeNull()
  })

  test('is listed value by value, with what will stand instead, and marked in the text', async () => {
    await pasteInto('overview', personal)
    await goTo('What leaves the page')
    expect(rows().flat()).toEqual(expect.arrayContaining(['marlene', 'kiosk-04']))
    expect(preview()?.textContent).toBe(`user1@host1:~$ apache2ctl -M\n${modules}`)
    expect([...(preview()?.querySelectorAll('mark') ?? [])].map(mark => mark.getAttribute('title'))).toEqual(['Instead of marlene', 'Instead of kiosk-04'])
    expect(screen.getByText(/^2 places replaced\. The rules were run again on the replaced text: every outcome is the same\./)).toBeTruthy()
  })

  test('keeps a value that the person leaves as it is, until it is to be replaced again', async () => {
    await pasteInto('overview', personal)
    await goTo('What leaves the page')
    await press('Leave as it is: kiosk-04')
    expect(preview()?.textContent).toContain('user1@kiosk-04:')
    await press('Replace it: kiosk-04')
    expect(preview()?.textContent).toContain('user1@host1:')
  })

  test('is free of the person’s own words, too', async () => {
    await pasteInto('overview', personal)
    await goTo('What leaves the page')
    await act(async () => fireEvent.change(screen.getByRole('textbox', { name: /^And these words of your own/ }), { target: { value: 'event\n\n' } }))
    expect(preview()?.textContent).toContain('mpm_word1_module')
    // What a rule needs must not be hidden in silence.
    expect(screen.getByText(/^\d places replaced\. On the replaced text these rules say something else/)).toBeTruthy()
  })

  test('is the text as it was pasted where nothing is to be replaced, and the page says so everywhere', async () => {
    await pasteInto('overview', personal)
    await goTo('What leaves the page')
    expect(screen.getByRole('link', { name: 'What looks personal is replaced' })).toBeTruthy()
    await act(async () => fireEvent.click(screen.getByRole('checkbox', { name: /^Replace users/ })))
    expect(preview()?.textContent).toBe(personal)
    expect(screen.getByText('Nothing is replaced, so the rules say the same of it.')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Nothing is replaced' })).toBeTruthy()
  })

  test('goes out by buttons, each for a purpose of its own', async () => {
    await pasteInto('overview', personal)
    await goTo('What leaves the page')
    const ways = within(screen.getByRole('main')).getAllByRole('button').map(button => button.textContent)
    for (const way of ['Copy Markdown report', 'Download JSON', 'Copy share link', 'Copy answer', 'Save case', 'Save this page with the case inside']) expect(ways).toContain(way)
    expect(ways).not.toContain('Clear everything')
  })
})
