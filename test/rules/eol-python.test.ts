import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { supportOf } from '../../src/checks/facts/python-support.ts'
import { analyse } from '../../src/core/report.ts'
import { fixtures } from '../engine/lab.ts'

/** Without a clock that stands, a sample that is clear today would speak in some years. */
const said = (page: string, day: string) => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(day) })
  const outcome = analyse([{ id: 'p', text: page }]).outcomes.find(one => one.rule.id === 'eol-python')
  return outcome?.kind === 'found' ? outcome.findings.map(({ severity }) => severity).join() : outcome?.kind
}

const capture = (id: string) => readFileSync(join(fixtures, 'lab', id, 'diagnostic.txt'), 'utf8')
const own = capture('opt-httpd-event-py312')
const debian = capture('deb12-event-embedded-root-80')

afterEach(() => { vi.useRealTimers() })

describe('A Python is maintained', () => {
  const rows: readonly (readonly [version: string, day: string, state: string])[] = [
    ['3.9', '2026-11-26', 'ended'], ['3.10', '2026-10-31', 'ending'], ['3.10', '2026-11-01', 'ended'], ['3.11', '2027-04-30', 'supported'], ['3.11', '2027-05-01', 'ending'],
    ['3.13', '2026-11-26', 'supported'], ['2.7', '2026-11-26', 'ended'], ['3.4', '2026-11-26', 'ended'], ['3.16', '2026-11-26', 'supported'],
  ]
  for (const [version, day, state] of rows) test(`${version} on ${day}: ${state}`, () => { expect(supportOf(version, new Date(day)).state).toBe(state) })
})

describe('The rule eol-python', () => {
  test('is clear while the Python is maintained', () => { expect(said(own, '2026-11-26')).toBe('clear') })
  test('remarks that the end is near, for a Python of one’s own', () => { expect(said(own, '2028-08-01')).toBe('notable') })
  test('leaves that to the distribution for the distribution’s own', () => { expect(said(debian, '2027-08-01')).toBe('clear') })
  test('is no more than a remark, even many years later', () => { expect([said(own, '2040-01-01'), said(debian, '2040-01-01')]).toEqual(['notable', 'notable']) })
})
