import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/core/report.ts'
import { reportJson } from '../../src/exports/json.ts'
import { readable, type Case } from '../../src/state/case.ts'
import { caseIn, linkOf, packed, unpacked } from '../../src/state/link.ts'
import { readCase, written, type Saved } from '../../src/state/saved.ts'
import { cases, tabByTab } from '../engine/lab.ts'

const caseOf = (id: string): Case => ({
  platform: 'debian',
  pastes: tabByTab(cases.find(one => one.id === id)?.inputs ?? []).map(({ id: name, text, check }, i) => ({ id: `paste-${i + 1}`, text, when: i, name, ...(check !== undefined && { check }) })),
})
const reportOf = ({ pastes }: Case) => reportJson(analyse(readable(pastes)))
const opened = (saved: Saved): Case => {
  if (saved.kind === 'unusable') throw new Error(saved.says)
  return saved.case
}

describe('The report is the same after', () => {
  for (const { id } of cases) {
    test(`${id} was saved and opened, and sent as a link`, async () => {
      const given = caseOf(id)
      const report = reportOf(given)
      expect(reportOf(opened(readCase(written(given), 'It')))).toEqual(report)
      expect(reportOf(opened(await caseIn((await linkOf(given)) ?? '')))).toEqual(report)
    })
  }
})

test('any text comes back out of a link and out of a page as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 2000 }), async text => {
      const given: Case = { pastes: [{ id: 'overview', text, when: 0 }] }
      expect(opened(readCase(await unpacked(await packed(written(given))), 'It')).pastes[0]?.text).toBe(text)
    }),
    { numRuns: 60 },
  )
})
