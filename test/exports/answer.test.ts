import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/core/report.ts'
import { answerMarkdown } from '../../src/exports/answer.ts'
import { findingsOf } from '../../src/exports/findings.ts'
import { cases, onePaste } from '../engine/lab.ts'
import { partsOf as blocksOf } from './markdown-parts.ts'

describe('The answer to', () => {
  for (const { id, inputs } of cases) {
    test(`${id} begins with the root, quotes its lines and stays short`, () => {
      const report = analyse(onePaste(inputs))
      const answer = answerMarkdown(report, 'debian')
      const { fences, open } = blocksOf(answer)
      expect(open).toBe(false)
      expect(answer.length).toBeLessThan(8000)
      const [first] = findingsOf(report)
      if (first && first.finding.severity !== 'notable') {
        expect(answer).toContain('To change:')
        const quoted = fences[0]?.split('\n') ?? []
        const lines = onePaste(inputs)[0]?.text.split('\n').map(line => line.trim()) ?? []
        for (const line of quoted) expect(lines.some(one => one.includes(line) || line.includes(one))).toBe(true)
      }
    })
  }
})

test('where nothing was recognised it says so, and asks for something', () => {
  const answer = answerMarkdown(analyse([{ id: 'p', text: 'Dear all, it does not work.' }]), 'debian')
  expect(answer).toMatch(/none of the outputs/)
  expect(answer).toMatch(/```text\n\S+/)
})

test('where nothing is wrong it does not say that all is well', () => {
  const answer = answerMarkdown(analyse([{ id: 'p', text: 'Loaded Modules:\n core_module (static)\n so_module (static)\n mpm_event_module (shared)\n wsgi_module (shared)\n' }]), 'debian')
  expect(answer).toMatch(/does not show yet that all is well/)
})
