import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/core/report.ts'
import { reportJson } from '../../src/exports/json.ts'
import { reportSchema } from '../../src/exports/report-schema.ts'
import { summarise } from '../../src/summary/index.ts'
import { cases, onePaste, tabByTab } from './lab.ts'
import { astray, lost } from './places.ts'
import { verdicts, type Verdict } from './truth.ts'

const shown = ({ key, expected, got }: Verdict): string => `${key} should be ${JSON.stringify(expected)}, is ${JSON.stringify(got)}`

const ways = [
  { way: 'tab by tab', pastesOf: tabByTab },
  { way: 'in one paste', pastesOf: onePaste },
] as const

for (const { way, pastesOf } of ways) {
  describe(`An installation pasted ${way}`, () => {
    for (const one of cases) {
      const report = analyse(pastesOf(one.inputs))

      test(`${one.id}: every value that its output shows is right`, () => {
        // A text that lost its tab may leave things open; it must not get them wrong.
        const bad = verdicts(one, summarise(report)).filter(({ is }) => (way === 'tab by tab' ? is !== 'right' : is === 'wrong'))
        expect(bad.map(shown)).toEqual([])
      })

      test(`${one.id}: every value stands where it says`, () => {
        expect(astray(report)).toEqual([])
      })

      test(`${one.id}: every line is in a section or named as unread`, () => {
        expect(lost(report)).toEqual([])
      })

      test(`${one.id}: its JSON is of format 1`, () => {
        const parsed = reportSchema.safeParse(reportJson(report))
        expect(parsed.error?.issues ?? []).toEqual([])
      })
    }
  })
}

test('In one paste at least 98 in 100 of all values are found', () => {
  const all = cases.flatMap(one => verdicts(one, summarise(analyse(onePaste(one.inputs)))).map(verdict => ({ id: one.id, ...verdict })))
  const missing = all.filter(({ is }) => is === 'missing')
  const list = missing.map(one => `${one.id}: ${shown(one)}`)
  expect(missing.length / all.length, `not found:\n${list.join('\n')}`).toBeLessThanOrEqual(0.02)
})
