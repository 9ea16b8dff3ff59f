import { act, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/rules/index.ts'
import { given, goTo, openPage, openPageAt, pasteInto, tab } from './page.tsx'

const modules = 'Loaded Modules:\n core_module (static)\n so_module (static)\n mpm_event_module (shared)\n'
const entries = () => [...document.querySelectorAll<HTMLDetailsElement>('.catalogue details')]
const opened = () => entries().filter(({ open }) => open)
const summaries = () => entries().map(entry => entry.querySelector('summary')?.textContent)
const search = (words: string) => act(async () => fireEvent.change(screen.getByRole('searchbox', { name: 'With the words' }), { target: { value: words } }))
const button = (name: string) => screen.getByRole('button', { name })

describe('The catalogue', () => {
  test('has every rule, grouped, and counts them', async () => {
    openPage()
    await goTo('All rules')
    expect(entries()).toHaveLength(rules.length)
    expect(screen.getByText(`${rules.length} rules`)).toBeTruthy()
    expect(screen.getAllByRole('heading', { level: 3 }).map(heading => heading.textContent?.replace(/: \d+$/, ''))).toEqual(['About the paste itself', 'Comparisons', 'Known failures'])
  })

  test('finds a rule by words of any of its sentences, whatever their case', async () => {
    openPageAt('#rules')
    await search('WSGI-module-ABSENT')
    expect(entries()).toHaveLength(1)
    await search('no rule has these words')
    expect(entries()).toHaveLength(0)
    expect(screen.getByText('0 rules')).toBeTruthy()
  })

  test('says of each rule what it came to', async () => {
    openPageAt('#rules')
    await pasteInto('overview', modules)
    for (const words of [/is loaded.*speaks now/, /looked, and found nothing/, /could not look/]) expect(summaries()).toContainEqual(expect.stringMatching(words))
  })
})

describe('A rule', () => {
  test('has an address, at which it is open and tells everything about itself', () => {
    openPageAt('#rules/wsgi-module-absent')
    const rule = rules.find(({ id }) => id === 'wsgi-module-absent')
    const [entry, ...others] = opened()
    expect(others).toEqual([])
    const text = entry?.textContent?.replaceAll('`', '') ?? ''
    for (const words of [rule?.fault, rule?.plain, rule?.why, rule?.speaks]) expect(text).toContain(words?.replace(/`|\[([^\]]+)\]\([^)]+\)/g, '$1'))
    expect(text).toContain('Looks at httpd -M')
    expect(document.activeElement).toBe(entry?.querySelector('summary'))
  })

  test('speaks in the sample that is to make it speak, and the page goes to its finding', async () => {
    openPageAt('#rules/wsgi-module-absent')
    await given(() => void fireEvent.click(button('Try one that makes it speak')))
    expect(location.hash).toBe('#overview/wsgi-module-absent/0')
    expect(document.activeElement?.getAttribute('aria-labelledby')).toBe('finding-wsgi-module-absent/0')
  })

  test('is silent in the other one, and what was there before can be had back', async () => {
    openPageAt('#rules/wsgi-module-absent')
    await pasteInto('overview', modules)
    await given(() => void fireEvent.click(button('Try one that does not')))
    expect(tab('Overview').getAttribute('aria-selected')).toBe('true')
    expect(document.getElementById('finding-wsgi-module-absent/0')).toBeNull()
    await given(() => void fireEvent.click(button('Undo')))
    expect(screen.getByRole('textbox', { name: 'Paste everything' })).toHaveProperty('value', modules)
  })

  test('that was made for a number in the log is in it as well', async () => {
    openPage()
    await pasteInto('overview', "[Mon Nov 23 09:00:00.527533 2026] [wsgi:alert] [pid 812:tid 9] WSGI0022: Couldn't fork/spawn daemon process 'shop'. Daemon group will not start.\n")
    const finding = screen.getByRole('article', { name: /WSGI0022/ })
    fireEvent.click(within(finding).getByRole('link', { name: 'About this rule' }))
    expect(opened().map(entry => entry.textContent)).toEqual([expect.stringContaining('speaks now')])
  })
})
