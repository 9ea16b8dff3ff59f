import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { schemaText } from '../../.tools/schema.mjs'
import manifest from '../../package.json' with { type: 'json' }
import { docsUrl } from '../../src/checks/docs.ts'
import { docs } from '../guards/docs-known.ts'
import { analyse } from '../../src/core/report.ts'
import { reportJson } from '../../src/exports/json.ts'
import { reportSchema } from '../../src/exports/report-schema.ts'
import { cases, onePaste, tabByTab } from '../engine/lab.ts'
import { faults, type JsonSchema } from './json-schema.ts'

const file = new URL('../../src/exports/report.schema.json', import.meta.url)
const committed = readFileSync(file, 'utf8')
const schema: JsonSchema = JSON.parse(committed)
const reports = cases.flatMap(({ id, inputs }) => [
  { name: `${id}, tab by tab`, report: analyse(tabByTab(inputs)) },
  { name: `${id}, in one paste`, report: analyse(onePaste(inputs)) },
])

test('report.schema.json is what "npm run schema" writes', () => {
  expect(committed, 'The format or a list of ids has changed: run "npm run schema" and look at the difference.').toBe(schemaText(reportSchema))
})

describe('The JSON report', () => {
  for (const { name, report } of reports) {
    test(`of ${name} fits its schema and survives being written and read`, () => {
      const json = reportJson(report)
      const again: unknown = JSON.parse(JSON.stringify(json))
      expect(again).toEqual(json)
      expect(faults(schema, again)).toEqual([])
    })
  }

  test('names the tool, its version and the format', () => {
    expect(reportJson(analyse([]))).toMatchObject({ format: 'wsgi-checkup-report/1', tool: { name: 'mod_wsgi Checkup', version: manifest.version, build: expect.stringMatching(/^\d{4}-\d\d-\d\d/) }, sections: [], unread: [], summary: {} })
  })

  test('quotes the whole line on which a piece of evidence stands', () => {
    for (const { report } of reports) {
      for (const { findings } of reportJson(report).outcomes) {
        for (const { evidence } of findings) {
          for (const { paste, line, text } of evidence) {
            const whole = report.pastes.find(one => one.id === paste)?.text.split(/\r\n|[\n\r\u2028\u2029]/)[line - 1]
            expect(text).toBe(whole)
          }
        }
      }
    }
  })

  test('writes links in full', () => {
    const known = new Set(Object.keys(docs).map(docsUrl))
    const links = reports.flatMap(({ report }) => reportJson(report).outcomes.flatMap(({ findings }) => findings.flatMap(one => one.docs)))
    expect(links.filter(link => !known.has(link))).toEqual([])
  })

  test('merges unread lines that are neighbours', () => {
    const sections = reports.flatMap(({ report }) => reportJson(report).sections)
    const wrong = sections.filter(({ unread, lines }) => unread.some(([first, last], i) => first > last || first < lines[0] || last > lines[1] || first <= (unread[i - 1]?.[1] ?? -1) + 1))
    expect(wrong).toEqual([])
  })
})

describe('The schema refuses', () => {
  const good = reportJson(analyse(tabByTab(cases[0]?.inputs ?? [])))
  const bad: Readonly<Record<string, unknown>> = {
    'another format': { ...good, format: 'wsgi-checkup-report/2' },
    'a key too many': { ...good, extra: 1 },
    'a key too few': { ...good, summary: undefined },
    'a summary value of another type': { ...good, summary: { ...good.summary, wsgiLoaded: 'yes' } },
    'a summary key that is not known': { ...good, summary: { ...good.summary, colour: 'blue' } },
    'an output that is not known': { ...good, sections: good.sections.map(one => ({ ...one, output: 'httpd-Z' })) },
    'a line before the first': { ...good, unread: [{ paste: 'p', lines: [0, 1] }] },
    'a range of three': { ...good, unread: [{ paste: 'p', lines: [1, 2, 3] }] },
    'a severity of its own': { ...good, outcomes: [{ rule: 'r', title: 't', outcome: 'found', findings: [{ severity: 'fatal', says: '', evidence: [], docs: [] }], lacks: [] }] },
  }
  for (const [what, value] of Object.entries(bad)) {
    test(what, () => {
      expect(reportSchema.safeParse(value).success).toBe(false)
      expect(faults(schema, JSON.parse(JSON.stringify(value)))).not.toEqual([])
    })
  }
})
