import { act, fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { openPage, pasteInto, tab } from './page.tsx'

const line = (time: string, rest: string) => `[Mon Nov 23 ${time}.527533 2026] ${rest}`
const start = (time: string) => line(time, '[mpm_event:notice] [pid 812:tid 812] AH00489: Apache/2.4.66 (Debian) mod_wsgi/5.0.2 Python/3.12 configured -- resuming normal operations')
const timeout = (time: string, pid: number) => line(time, `[wsgi:error] [pid ${pid}:tid 9] [client 192.0.2.7:51022] Timeout when reading response headers from daemon process 'shop': /srv/shop/wsgi.py`)

const log = `${[
  start('09:00:00'),
  timeout('09:10:00', 815),
  timeout('09:10:30', 816),
  timeout('09:11:00', 815),
  line('09:20:00', '[core:warn] [pid 815:tid 9] AH00045: child process 815 still did not exit, sending a SIGTERM'),
  start('10:00:00'),
  line('10:00:05', '[wsgi:error] [pid 900:tid 9] [client 192.0.2.7:51022] Target WSGI script not found or unable to stat: /srv/shop/none.wsgi'),
].join('\n')}\n`

const view = () => screen.getByRole('region', { name: 'What the log says' })
const rows = () => within(view()).getAllByRole('listitem').filter(item => item.closest('.event-list'))
const show = (filter: string) => fireEvent.change(within(view()).getByRole('combobox', { name: 'Show' }), { target: { value: filter } })
const search = (words: string) => act(async () => fireEvent.change(within(view()).getByRole('searchbox', { name: 'with code or text' }), { target: { value: words } }))

beforeEach(async () => {
  openPage()
  await pasteInto('overview', log)
  fireEvent.click(tab(/^Error log/))
})

describe('What the log says', () => {
  test('is each message once, the gravest first, with how often, when and in how many processes it came', () => {
    expect(rows().map(row => row.querySelector('.level')?.textContent)).toEqual(['error', 'error', 'warn', 'notice'])
    const [first] = rows()
    expect(first?.textContent).toContain('× 3')
    expect(first?.textContent).toContain('2026-11-23 09:10:00 – 2026-11-23 09:11:00, 2 processes, first on Error log, line 2')
  })

  test('is told in a sentence beside its chart, which is for the eye alone', () => {
    const chart = within(view()).getByRole('figure')
    expect(chart.textContent).toContain('7 messages, 4 faults, the most around 2026-11-23 09:09:10')
    expect(chart.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
    expect(chart.querySelectorAll('rect.fault').length).toBeGreaterThan(0)
  })

  test('is divided by the starts of Apache', () => {
    const runs = within(view()).getAllByRole('listitem').filter(item => item.closest('.runs'))
    expect(runs.map(run => run.textContent)).toEqual([
      'Start 2026-11-23 09:00:00 Apache/2.4.66 (Debian) mod_wsgi/5.0.2 Python/3.12 3 faults, 1 warning',
      'Start 2026-11-23 10:00:00 Apache/2.4.66 (Debian) mod_wsgi/5.0.2 Python/3.12 1 fault, 0 warnings',
    ])
  })

  test('can be had by severity, by code and by text, and says how much of it is in view', async () => {
    show('faults')
    expect(rows()).toHaveLength(2)
    expect(view().textContent).toContain('2 of 4 different messages')
    show('warnings')
    expect(rows()).toHaveLength(3)
    await search('ah00045')
    expect(rows().map(row => row.querySelector('code')?.textContent)).toEqual([expect.stringContaining('still did not exit')])
    show('all')
    await search('unable to stat')
    expect(rows()).toHaveLength(1)
    await search('no such words')
    expect(view().textContent).toContain('No message has these words. Clear the filter to see all.')
    await search('')
    expect(rows()).toHaveLength(4)
  })

  test('leads to the line on which it came first', () => {
    fireEvent.click(within(view()).getByRole('link', { name: 'Error log, line 7' }))
    expect(location.hash).toBe('#error-log/overview/7')
    expect(document.querySelector('.row.shown .line')?.textContent).toContain('/srv/shop/none.wsgi')
  })
})

test('a log of very many messages is shown a part at a time', async () => {
  await pasteInto('overview', Array.from({ length: 100 }, (_, i) => line('09:00:00', `[wsgi:error] [pid 815:tid 9] Module ${String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26))} went wrong`)).join('\n'))
  expect(rows()).toHaveLength(60)
  fireEvent.click(within(view()).getByRole('button', { name: 'Show more of the 40 messages left' }))
  expect(rows()).toHaveLength(100)
})

test('without a log nothing is said of one', async () => {
  await pasteInto('overview', 'Server version: Apache/2.4.66 (Debian)\nServer MPM:     event\n')
  expect(screen.queryByRole('region', { name: 'What the log says' })).toBeNull()
})
