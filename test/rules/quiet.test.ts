import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyse, type Report } from '../../src/core/report.ts'
import { cases, fixtures, onePaste, tabByTab } from '../engine/lab.ts'
import { dressers } from '../engine/mangle.ts'

const isClean = (id: string) => /"expectClean":\s*true/.test(readFileSync(join(fixtures, 'lab', id, 'truth.json'), 'utf8'))

/** `notable restart-notice-mpm`, for each finding. */
const told = ({ outcomes }: Report) => outcomes.flatMap(one => (one.kind === 'found' ? one.findings.map(({ severity }) => `${severity} ${one.rule.id}`) : []))

/** More than this, and the one remark that matters is not seen. */
const few = 5

const clean = cases.filter(one => isClean(one.id)).flatMap(({ id, inputs }) => [
  { name: `${id}, tab by tab`, pastes: tabByTab(inputs) },
  { name: `${id}, in one paste`, pastes: onePaste(inputs) },
])

describe('A clean installation', () => {
  for (const { name, pastes } of clean) {
    test(`${name}, has no fault and few remarks`, () => {
      const findings = told(analyse(pastes))
      expect(findings.filter(one => !one.startsWith('notable'))).toEqual([])
      expect(findings.slice(few)).toEqual([])
    })
  }

  for (const { name: how, mangle } of dressers) {
    test(`has no fault either where its text comes ${how}, and the same remarks`, { timeout: 60_000 }, () => {
      const complaints = clean.flatMap(({ name, pastes }) => {
        const asItWas = told(analyse(pastes))
        const dressed = told(analyse(pastes.map(paste => ({ ...paste, text: mangle(paste.text, 0) }))))
        return [...dressed.filter(one => !asItWas.includes(one)).map(one => `${name}: also ${one}`), ...asItWas.filter(one => !dressed.includes(one)).map(one => `${name}: no longer ${one}`)]
      })
      expect(complaints).toEqual([])
    })
  }
})
