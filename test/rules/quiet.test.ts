import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/core/report.ts'
import { cases, fixtures, onePaste, tabByTab } from '../engine/lab.ts'

const isClean = (id: string) => /"expectClean":\s*true/.test(readFileSync(join(fixtures, 'lab', id, 'truth.json'), 'utf8'))

/** More than this, and the one remark that matters is not seen. */
const few = 5

describe('A clean installation', () => {
  for (const { id, inputs } of cases.filter(one => isClean(one.id)))
    for (const [way, pastes] of [['tab by tab', tabByTab(inputs)], ['in one paste', onePaste(inputs)]] as const)
      test(`${id}, ${way}, has no fault and few remarks`, () => {
        const findings = analyse(pastes).outcomes.flatMap(one => (one.kind === 'found' ? one.findings.map(({ severity }) => `${severity} ${one.rule.id}`) : []))
        expect(findings.filter(one => !one.startsWith('notable'))).toEqual([])
        expect(findings.slice(few)).toEqual([])
      })
})
