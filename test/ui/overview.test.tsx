import { fireEvent, screen, within } from '@testing-library/react'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { rules } from '../../src/rules/index.ts'
import { difference } from '../../src/ui/overview/pair.tsx'
import { openFound, openPage, pasteInto, tab } from './page.tsx'

beforeEach(openPage)

const looked = () => screen.getByRole('region', { name: 'What was looked at' })
const numberIn = (words: RegExp) => Number(words.exec(looked().textContent ?? '')?.[1])

/** As a person does who clicks its summary. */
function open(details: Element | null | undefined): void {
  details?.setAttribute('open', '')
  if (details) fireEvent(details, new Event('toggle'))
}

describe('A rule that is clear', () => {
  test('says what would make it speak, and on which values it rests', async () => {
    await pasteInto('overview', 'Loaded Modules:\n core_module (static)\n so_module (static)\n mpm_event_module (shared)\n wsgi_module (shared)\n')
    // What is in it is drawn when it is opened.
    open(within(looked()).getByText(/^Looked at and fine/).closest('details'))
    const rule = rules.find(({ id }) => id === 'wsgi-module-absent')
    const item = within(looked()).getAllByRole('listitem', { hidden: true }).find(one => one.textContent?.startsWith(rule?.title.replaceAll('`', '') ?? '?'))
    const details = item?.querySelector('details')
    expect(details?.querySelector('summary')?.textContent).toBe('why not?')
    open(details)
    expect(item?.textContent).toContain('It would speak at: ')
    const link = item?.querySelector('a[href^="#apache-modules/overview/"]')
    expect(link?.textContent).toMatch(/^Apache modules, line \d$/)
    if (link) fireEvent.click(link)
    expect(tab(/^Apache modules/).getAttribute('aria-selected')).toBe('true')
  })

  test('is counted apart from those that could not look', async () => {
    await pasteInto('overview', 'Server version: Apache/2.4.66 (Debian)\n')
    expect(numberIn(/Looked at and fine: (\d+)/)).toBeLessThan(numberIn(/Could not look: (\d+)/))
  })
})

describe('Two values that were compared', () => {
  test('stand side by side, each under its check and with its line, and what differs is marked', async () => {
    await openFound('cli-vs-runtime-prefix')
    const finding = document.getElementById('finding-cli-vs-runtime-prefix/0')?.closest('article')
    const sides = [...(finding?.querySelectorAll('.pair-of-values > div') ?? [])]
    expect(sides.map(side => side.querySelector('p')?.textContent?.split(':')[0]).toSorted()).toEqual(['Diagnostic script', 'Python installation'])
    for (const side of sides) expect(side.querySelector('a')?.textContent).toMatch(/^(?:Diagnostic script|Python installation), line \d+$/)
    // They are not told again among the lines beneath.
    const lines = [...(finding?.querySelectorAll('.evidence a') ?? [])].map(link => link.textContent)
    for (const side of sides) expect(lines).not.toContain(side.querySelector('a')?.textContent)
  })

  test('differ in what is marked, and in nothing else', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (before, behind, one, other) => {
        const [a, b] = [before + one + behind, before + other + behind]
        const { start, endA, endB } = difference(a, b)
        // Where they have little in common nothing is marked.
        fc.pre(endA > 0 || endB > 0)
        expect([a.slice(0, start), a.slice(endA)]).toEqual([b.slice(0, start), b.slice(endB)])
        expect(a.slice(start, endA).charAt(0) === b.slice(start, endB).charAt(0) && start < endA && start < endB).toBe(false)
      }),
    )
    expect(difference('/usr/lib/python3.11', '/usr/lib/python3.12')).toEqual({ start: 18, endA: 19, endB: 19 })
  })
})

test('A line that no output holds is named, and leads nowhere', async () => {
  await openFound('config-test-vs-run')
  const finding = document.getElementById('finding-config-test-vs-run/0')?.closest('article')
  expect(finding?.textContent).toMatch(/Syntax OKline 2 of /)
  expect([...(finding?.querySelectorAll('a') ?? [])].map(link => link.textContent)).not.toContain('Error log, line 2')
})
