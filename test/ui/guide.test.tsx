import { act, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { checks } from '../../src/checks/index.ts'
import { goTo, openPage, openPageAt, pasteInto, tab } from './page.tsx'

const version = 'Server version: Apache/2.4.66 (Debian)\nServer MPM:     event\n'
const walked = checks.filter(({ walk }) => walk)
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })))
const step = (title: string) => screen.getByRole('region', { name: title })

describe('The walk', () => {
  test('has a step for each check of the guide, in its order, and ends at the result', async () => {
    openPageAt('#guide')
    for (const [i, { title }] of walked.entries()) {
      expect(screen.getByText(new RegExp(`^Step ${i + 1} of ${walked.length}\\.`))).toBeTruthy()
      expect(within(step(title)).getByRole('textbox', { name: 'Paste the output of this check' })).toBeTruthy()
      if (i + 1 < walked.length) await press('Skip this one')
    }
    await press('To the result')
    expect(tab('Overview').getAttribute('aria-selected')).toBe('true')
  })

  test('says what to run, what to expect, and what came of it', async () => {
    openPageAt('#guide/apache-build')
    const [{ title, walk, commands } = { title: '', walk: undefined, commands: [] }] = walked
    expect(step(title).textContent).toContain('Expect:')
    expect(walk?.answers.length).toBeGreaterThan(0)
    expect(within(step(title)).getAllByRole('button', { name: /^Copy / }).length).toBeGreaterThanOrEqual(commands.length)
    expect(step(title).querySelector('.result')?.textContent).toBe('not yet pasted')
    await pasteInto('apache-build', version)
    expect(step(title).querySelector('.result')?.textContent).toMatch(/^2 read.*every line explained/)
  })

  test('stays at its step when the output has come, and then goes on without skipping', async () => {
    openPageAt('#guide')
    await pasteInto('apache-build', version)
    expect(location.hash).toBe('#guide/apache-build')
    await press('Next')
    expect(location.hash).toBe('#guide/apache-modules')
    await press('Back')
    expect(location.hash).toBe('#guide/apache-build')
  })

  test('begins at the first check that nothing was pasted for', async () => {
    openPage()
    await pasteInto('overview', version)
    await goTo('Guide me')
    expect(location.hash).toBe('#guide/apache-modules')
  })

  test('names what is wrong already at its step, with the way there', async () => {
    openPageAt('#guide/apache-modules')
    await pasteInto('apache-modules', 'Loaded Modules:\n core_module (static)\n so_module (static)\n mpm_event_module (shared)\n')
    const result = step('Apache modules').querySelector('.result')
    expect(result?.querySelector('li')?.textContent).toMatch(/^(?:broken|risky|notable)/i)
    const link = result?.querySelector('li a')
    if (link) fireEvent.click(link)
    expect(location.hash).toBe('#overview/wsgi-module-absent/0')
  })

  test('gives those who help the question to send, and what each answer would mean', async () => {
    openPageAt('#guide/apache-build')
    expect(screen.queryByRole('button', { name: 'Copy the question as a message' })).toBeNull()
    await act(async () => fireEvent.click(screen.getByRole('checkbox', { name: 'I am helping somebody else' })))
    expect(screen.getByRole('button', { name: 'Copy the question as a message' })).toBeTruthy()
    expect(document.querySelectorAll('.helping dt')).toHaveLength(walked[0]?.walk?.answers.length ?? 0)
    await press('Skip this one')
    expect(document.querySelectorAll('.helping dt')).toHaveLength(walked[1]?.walk?.answers.length ?? 0)
  })
})
