import { describe, test } from 'vitest'
import { predictions } from '../../src/checks/facts/predictions.ts'
import type { Field } from '../../src/core/output.ts'
import { analyse, type Report } from '../../src/core/report.ts'
import { checkOf } from '../../src/exports/titles.ts'
import { rules } from '../../src/rules/index.ts'
import { glance } from '../../src/summary/index.ts'
import { logStory } from '../../src/summary/log/events.ts'
import { cases, onePaste, tabByTab } from '../engine/lab.ts'
import { expectNone } from './none.ts'
import { pastesOf, samplesOf } from './rule-samples.ts'

interface Shown {
  readonly where: string
  readonly field: Field
}

const at = (where: string, fields: readonly (Field | undefined)[]): readonly Shown[] => fields.flatMap(field => (field ? { where, field } : []))

/** Every value that some view shows with a link to its line. */
function shown(report: Report): readonly Shown[] {
  const { events, runs } = logStory(report.known)
  return [
    ...report.outcomes.flatMap(outcome =>
      outcome.kind === 'found'
        ? outcome.findings.flatMap(({ evidence, pair = [] }) => at(`finding of ${outcome.rule.id}`, [...evidence, ...pair]))
        : outcome.kind === 'clear'
          ? at(`${outcome.rule.id}, clear`, outcome.looked)
          : [],
    ),
    ...glance(report).flatMap(row => at(`summary, ${row.key}`, row.evidence)),
    ...(predictions.get(report.known)?.value ?? []).flatMap(({ mount, rows }) => at('prediction', [mount.field, ...rows.flatMap(({ seen, evidence }) => [seen, ...evidence])])),
    ...at('log', [...events.map(event => event.first), ...runs.map(run => run.start)]),
  ]
}

/** What makes a link to a line say "undefined", or lead nowhere. */
const lost = (report: Report) => ({ where, field }: Shown): string[] => {
  const wrong = [
    !checkOf(field.output) && `belongs to the output ${field.output}, which no check reads`,
    !report.pastes.includes(field.paste) && 'stands in a text that was not pasted',
    field.paste.text.slice(field.span.start, field.span.end) !== field.raw && `is not ${field.raw.slice(0, 40)} where it says`,
    field.paste.text.slice(0, field.span.start).split(/\r\n|[\n\r\u2028\u2029]/).length < field.line && `says line ${field.line}, and stands above it`,
  ]
  return wrong.flatMap(says => (says === false ? [] : `${where}: ${field.output}.${field.key} ${says}`))
}

const complaints = (report: Report) => shown(report).flatMap(lost(report))

describe('Every value that is shown leads to a line on a tab', () => {
  test('in each installation', { timeout: 60_000 }, () => {
    expectNone(cases.flatMap(({ inputs }) => [tabByTab(inputs), onePaste(inputs)].flatMap(pastes => complaints(analyse(pastes)))))
  })

  test('in each sample of a rule', { timeout: 60_000 }, () => {
    expectNone(rules.flatMap(({ id }) => samplesOf(id).flatMap(sample => complaints(analyse(pastesOf(id, sample))))))
  })
})
