import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse } from '../../src/core/report.ts'
import { reportMarkdown } from '../../src/exports/markdown.ts'
import { partsOf, trackerLimit } from '../../src/exports/parts.ts'
import { cases } from '../engine/lab.ts'
import { partsOf as blocksOf } from './markdown-parts.ts'

const report = (text: string) => reportMarkdown(analyse([{ id: 'p', text }]))
const log = cases.flatMap(({ inputs }) => inputs).find(({ file }) => file === 'error-log.txt')?.text ?? ''

test('a report that fits stays in one piece', () => {
  const whole = report('Server MPM: event\n')
  expect(partsOf(whole)).toEqual([whole])
})

test('a long one is cut into parts that a tracker takes, each with its blocks closed', () => {
  const whole = report(log.repeat(Math.ceil(300_000 / log.length)))
  const parts = partsOf(whole)
  expect(parts.length).toBeGreaterThan(3)
  for (const part of parts) {
    expect(part.length).toBeLessThanOrEqual(trackerLimit)
    expect(blocksOf(part).open).toBe(false)
    expect(part.match(/<details>/g)?.length ?? 0).toBe(part.match(/<\/details>/g)?.length ?? 0)
  }
  expect(parts.at(-1)).toMatch(new RegExp(`Part ${parts.length} of ${parts.length}\\.`))
})

test('no line of a log is lost between the parts', () => {
  const lines = log.repeat(Math.ceil(200_000 / log.length)).split('\n').filter(Boolean).map((line, i) => `${line} #${i}`)
  const all = partsOf(report(lines.join('\n'))).join('\n')
  expect(lines.filter(line => !all.includes(line)).slice(0, 3)).toEqual([])
})

test('whatever the limit, nothing is longer and no fence stays open', () => {
  const whole = report(log)
  fc.assert(
    fc.property(fc.integer({ min: 16_000, max: 60_000 }), limit => {
      for (const part of partsOf(whole, limit)) {
        expect(part.length).toBeLessThanOrEqual(limit)
        expect(blocksOf(part).open).toBe(false)
      }
    }),
    { numRuns: 20 },
  )
})
