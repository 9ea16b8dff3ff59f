import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyse, type Report } from '../../../src/core/report.ts'
import type { Paste } from '../../../src/core/source.ts'
import { answerMarkdown } from '../../../src/exports/answer.ts'
import { reportJson } from '../../../src/exports/json.ts'
import { reportMarkdown } from '../../../src/exports/markdown.ts'
import { notUnderstood } from '../../../src/exports/not-understood.ts'
import { redact, redactAll } from '../../../src/state/redact/redact.ts'
import { cases, fixtures, tabByTab } from '../../engine/lab.ts'
import { everySecret, planted } from './planted.ts'

const leaks = (text: string, secrets: readonly string[] = everySecret) => secrets.filter(secret => text.includes(secret))

const redacted = (pastes: readonly Paste[]): readonly Paste[] => {
  const done = redactAll(pastes.map(({ text }) => text))
  return pastes.map((paste, i) => ({ ...paste, text: done[i]?.text ?? '' }))
}

test('at least sixty values are planted', () => {
  expect(everySecret.length).toBeGreaterThanOrEqual(60)
})

describe('Of a line by itself nothing is left:', () => {
  test.each(planted.map(({ line, secrets }) => [line.split('\n')[0], line, secrets] as const))('%s', (_, line, secrets) => {
    expect(leaks(redact(`before\n${line}\nafter\n`), secrets)).toEqual([])
  })
})

describe('With every secret planted between its lines,', () => {
  for (const { id, inputs } of cases) {
    test(`${id} leaves none of them in any text or export`, () => {
      const pastes = tabByTab(inputs).map((paste, at): Paste => {
        const lines = paste.text.split('\n')
        const step = Math.max(1, Math.floor(lines.length / planted.length))
        planted.forEach(({ line }, i) => lines.splice(Math.min(lines.length, (i + at) * step + i), 0, line))
        return { ...paste, text: lines.join('\n') }
      })
      const report = analyse(redacted(pastes))
      expect(leaks(report.pastes.map(({ text }) => text).join('\n'))).toEqual([])
      expect(leaks(reportMarkdown(report))).toEqual([])
      expect(leaks(JSON.stringify(reportJson(report)))).toEqual([])
      expect(leaks(answerMarkdown(report, undefined))).toEqual([])
      expect(leaks(notUnderstood(report))).toEqual([])
    })
  }
})

/** What the rules say, without the words in which a name stands. */
const outcomesOf = ({ outcomes, sections }: Report) => ({
  outcomes: outcomes.map(one => [one.rule.id, one.kind, one.kind === 'found' ? one.findings.map(({ severity }) => severity) : one.kind === 'could-not-run' ? one.lacks : []]),
  sections: sections.map(({ output, lines, extent, unread }) => [output.id, lines, extent, unread.length]),
})

describe('Replacing what is personal changes no outcome of', () => {
  for (const { id, inputs } of cases)
    test(id, () => {
      const pastes = tabByTab(inputs)
      expect(outcomesOf(analyse(redacted(pastes)))).toEqual(outcomesOf(analyse(pastes)))
    })

  const folder = join(fixtures, 'rules')
  const samples = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.txt'))
  test('any sample of a rule', { timeout: 120_000 }, () => {
    const changed = samples.flatMap(file => {
      const pastes = [{ id: 'p', text: readFileSync(join(folder, file), 'utf8') }]
      const [before, after] = [outcomesOf(analyse(pastes)), outcomesOf(analyse(redacted(pastes)))]
      return JSON.stringify(before) === JSON.stringify(after) ? [] : [`${file}: ${after.outcomes.filter((one, i) => JSON.stringify(one) !== JSON.stringify(before.outcomes[i])).join(' | ')}`]
    })
    expect(changed).toEqual([])
  })
})
