import { describe, expect, test } from 'vitest'
import { analyse, type Report } from '../../src/core/report.ts'
import { answerMarkdown } from '../../src/exports/answer.ts'
import { findingsOf } from '../../src/exports/findings.ts'
import { cases, onePaste } from '../engine/lab.ts'
import { partsOf as blocksOf } from './markdown-parts.ts'

/** Lines that the answer quotes first, and that no line of what was pasted holds. */
function foreignLines(answer: string, text: string): readonly string[] {
  const lines = text.split('\n').map(line => line.trim())
  return (blocksOf(answer).fences[0]?.split('\n') ?? []).filter(line => !lines.some(one => one.includes(line) || line.includes(one)))
}

const isSevere = (report: Report) => findingsOf(report)[0]?.finding.severity !== 'notable' && findingsOf(report).length > 0

describe('The answer to', () => {
  for (const { id, inputs } of cases) {
    const [paste = { id: '', text: '' }] = onePaste(inputs)
    const report = analyse([paste])
    const answer = answerMarkdown(report, 'debian')
    test(`${id} leaves no block open and stays short`, () => {
      expect(blocksOf(answer).open).toBe(false)
      expect(answer.length).toBeLessThan(8000)
    })
    if (isSevere(report)) test(`${id} says what to change, and quotes lines of its own`, () => {
      expect(answer).toContain('To change:')
      expect(foreignLines(answer, paste.text)).toEqual([])
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
