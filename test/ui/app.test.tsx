import { act, fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { checks } from '../../src/checks/index.ts'
import { boxLimit } from '../../src/state/case.ts'
import { given, openExample, openPage, pasteInto, tab } from './page.tsx'

const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name })
const modules = 'Loaded Modules:\n core_module (static)\n so_module (static)\n mpm_event_module (shared)\n wsgi_module (shared)\n'

beforeEach(openPage)

describe('the page, still empty', () => {
  test('has a tab for each check, in order, and says that nothing was pasted', () => {
    const names = within(screen.getByRole('tablist', { name: 'Checks' }))
      .getAllByRole('tab')
      .map(one => one.getAttribute('aria-label'))
    expect(names).toEqual(['Overview', ...checks.map(check => `${check.title}: not yet pasted`)])
  })

  test('offers three ways in', () => {
    expect(screen.getByRole('textbox', { name: 'Paste everything' })).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'Run one command' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Healthy, Homebrew on a Mac' })).toBeTruthy()
  })

  test('has nothing to copy or to clear', () => {
    for (const name of ['Copy Markdown report', 'Download JSON', 'Copy share link', 'Clear everything']) {
      expect(screen.getByRole('button', { name })).toHaveProperty('disabled', true)
    }
  })
})

describe('after a paste', () => {
  test('a text too long for a box leaves it free, also where no paste event brought it', async () => {
    const long = modules.repeat(Math.ceil((boxLimit + 1) / modules.length))
    const box = screen.getByRole('textbox', { name: 'Paste everything' })
    await given(() => void fireEvent.input(box, { target: { value: long } }))
    expect(box).toHaveProperty('value', '')
    expect(tab(/^Apache modules: [\d,]+ read/)).toBeTruthy()
  })

  test('its check says in words how much of it was read', async () => {
    await pasteInto('overview', modules)
    expect(tab(/^Apache modules: 4 read/)).toBeTruthy()
  })

  test('the Overview shows what is known, what is wrong and what to run', async () => {
    await pasteInto('overview', modules)
    for (const name of ['Findings', 'At a glance', 'What to run next']) expect(screen.getByRole('region', { name })).toBeTruthy()
  })

  test('it is announced in a sentence', async () => {
    await pasteInto('overview', modules)
    expect(screen.getAllByRole('status').map(one => one.textContent)).toContainEqual(expect.stringMatching(/Lines read: Apache modules 4\./))
  })

  test('its lines are explained on the tab of its check, each as it was pasted', async () => {
    await pasteInto('overview', modules)
    fireEvent.click(tab(/^Apache modules/))
    const region = screen.getByRole('region', { name: 'Explained output' })
    expect([...region.querySelectorAll('.line')].map(line => line.textContent)).toEqual(modules.trimEnd().split('\n'))
    expect(region.querySelectorAll('mark')).toHaveLength(4)
  })

  test('what the guide says otherwise is said once for lines that follow one another', async () => {
    await openExample('homebrew-healthy')
    for (const check of checks) {
      fireEvent.click(tab(new RegExp(`^${check.title}`)))
      const rows = [...screen.getByRole('region', { name: 'Explained output' }).querySelectorAll('.row')]
      const guides = rows.map(row => [...row.querySelectorAll('.guide')].map(guide => guide.textContent))
      guides.forEach((own, i) => expect(own.filter(guide => guides[i - 1]?.includes(guide))).toEqual([]))
    }
  })

  test('what is not understood stays in sight', async () => {
    await pasteInto('overview', `${modules}some other words\n`)
    expect(screen.getByText('Not understood: 1 line')).toBeTruthy()
    expect(screen.getByText('some other words')).toBeTruthy()
  })

  test('a text of another check, pasted on a tab, is shown the way', async () => {
    fireEvent.click(tab(/^Mutex/))
    await pasteInto('mutex', modules)
    expect(screen.getByText(/belongs elsewhere/).textContent).toContain('Apache modules')
    expect(tab('Mutex: pasted, read elsewhere')).toBeTruthy()
  })

  test('a text that nobody knows is quoted, with what was expected', async () => {
    fireEvent.click(tab(/^Mutex/))
    await pasteInto('mutex', 'total 12\ndrwxr-xr-x 2 root root\n')
    expect(screen.getByText(/was not recognised/).textContent).toContain('It begins with total 12; expected was')
    expect(tab('Mutex: pasted, not recognised')).toBeTruthy()
  })

  test('bytes of a picture are not read, and said to be none', async () => {
    await pasteInto('overview', '\x89PNG\n\x1a\n\0\0')
    expect(screen.getByText(/is no text, but perhaps a picture/)).toBeTruthy()
  })
})

describe('the keyboard', () => {
  test('moves between the tabs with arrows, Home and End', () => {
    act(() => tab('Overview').focus())
    key('ArrowDown')
    expect(document.activeElement).toBe(tab(/^Apache build/))
    key('End')
    expect(document.activeElement).toBe(tab(/^Apache configuration/))
    key('ArrowRight')
    expect(document.activeElement).toBe(tab('Overview'))
    key('ArrowUp')
    key('Home')
    expect(tab('Overview').getAttribute('aria-selected')).toBe('true')
  })

  test('shows the list of keys', () => {
    fireEvent.keyDown(document.body, { key: '?' })
    expect(screen.getByRole('dialog', { name: 'Keys' })).toBeTruthy()
  })

  test('opens a tab by its number', () => {
    fireEvent.keyDown(document.body, { key: '2' })
    expect(tab(/^Apache build/).getAttribute('aria-selected')).toBe('true')
  })

  test('leaves text fields alone', () => {
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Paste everything' }), { key: '2' })
    expect(tab('Overview').getAttribute('aria-selected')).toBe('true')
  })
})

describe('a case with a fault', () => {
  test('has a heading for each finding, with its severity in words', async () => {
    await openExample('opt-httpd-libpython-not-found')
    const findings = within(screen.getByRole('region', { name: 'Findings' })).getAllByRole('heading', { level: 3 })
    expect(findings[0]?.textContent).toMatch(/^broken/i)
  })

  test('leads from the evidence to the line, and from the line to the finding', async () => {
    await openExample('opt-httpd-libpython-not-found')
    const link = screen.getAllByRole('link', { name: /^Python library, line \d+$/ })[0]
    if (link) fireEvent.click(link)
    expect(tab(/^Python library/).getAttribute('aria-selected')).toBe('true')
    const row = screen.getByRole('region', { name: 'Explained output' }).querySelector('.row.shown')
    expect(row?.textContent).toContain('libpython3.12.so.1.0 => not found')
    const back = row?.querySelector('.at-line a')
    if (back) fireEvent.click(back)
    expect(tab('Overview').getAttribute('aria-selected')).toBe('true')
  })
})

describe('clearing', () => {
  test('asks once, and can be undone', async () => {
    await pasteInto('overview', modules)
    fireEvent.click(screen.getByRole('button', { name: 'Clear everything' }))
    await given(() => void fireEvent.click(screen.getByRole('button', { name: 'Yes, clear' })))
    expect(tab('Apache modules: not yet pasted')).toBeTruthy()
    await given(() => void fireEvent.click(screen.getByRole('button', { name: 'Undo' })))
    expect(tab(/^Apache modules: 4 read/)).toBeTruthy()
    expect(screen.getByRole('textbox', { name: 'Paste everything' })).toHaveProperty('value', modules)
  })
})
