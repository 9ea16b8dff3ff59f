import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { checks } from '../../src/checks/index.ts'
import { analyse } from '../../src/core/report.ts'
import { reportJson } from '../../src/exports/json.ts'
import { reportSchema } from '../../src/exports/report-schema.ts'
import { reportMarkdown } from '../../src/exports/markdown.ts'
import { cases } from './lab.ts'
import { astray, lost } from './places.ts'

// Many texts to a test, and machines that are slower or busier than this one.
vi.setConfig({ testTimeout: 60_000 })

/** UTF-16 without any sense: lone surrogates, controls and all. */
const units = fc.array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength: 400 }).map(codes => String.fromCharCode(...codes))
const unicode = fc.string({ unit: 'binary', maxLength: 400 })
const controls = fc.array(fc.constantFrom('\u001b[', '\u001b]0;', '\u0007', '\u001b', '\b', '\0', '\r', '\n', '\r\n', '\u2028', '\u00a0', '\t', '31m', 'K', '&lt;', '&#', '<pre>', '[code]', '>>> ', '> ', '`', '```', '|', '1: '), { maxLength: 60 }).map(parts => parts.join(''))

const lines = cases.flatMap(one => one.inputs.flatMap(input => input.text.split('\n')))
/** Lines of real outputs in any order, cut anywhere, with anything between. */
const shreds = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...lines) }, { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...lines), fc.nat(80)).map(([line, end]) => line.slice(0, end)) }, { weight: 1, arbitrary: controls }, { weight: 1, arbitrary: units }), { maxLength: 60 })
  .chain(parts => fc.constantFrom('\n', '\r\n', ' ', '', '\n> ').map(glue => parts.join(glue)))

const text = fc.oneof(units, unicode, controls, { weight: 3, arbitrary: shreds })
const tab = fc.option(fc.constantFrom(...checks.map(check => check.id)), { nil: undefined })
const pastes = fc.array(fc.record({ text, tab }), { maxLength: 3 }).map(all => all.map((one, i) => ({ id: `p${i}`, text: one.text, ...(one.tab !== undefined && { check: one.tab }) })))

/** The same samples at each run, and then a few that nobody has seen. */
function holds<T>(of: fc.Arbitrary<T>, runs: number, property: (value: T) => void) {
  fc.assert(fc.property(of, property), { seed: 20_261_123, numRuns: runs })
  fc.assert(fc.property(of, property), { numRuns: Math.ceil(runs / 8) })
}

describe('Whatever the text', () => {
  test('it is read without an error, and no line of it gets lost', () => {
    holds(pastes, 400, given => {
      const report = analyse(given)
      expect(lost(report)).toEqual([])
      expect(astray(report)).toEqual([])
    })
  })

  test('both exports can be made of it', () => {
    holds(pastes, 150, given => {
      const report = analyse(given)
      expect(reportSchema.safeParse(JSON.parse(JSON.stringify(reportJson(report)))).error?.issues ?? []).toEqual([])
      expect(reportMarkdown(report)).toContain('mod_wsgi Checkup')
    })
  })

  test('the same text gives the same report', () => {
    holds(pastes, 100, given => {
      expect(reportJson(analyse(given))).toEqual(reportJson(analyse(given)))
    })
  })
})

const big = (one: string, size: number) => one.repeat(Math.ceil(size / one.length)).slice(0, size)

describe('However long the text', () => {
  const everything = cases.flatMap(one => one.inputs.map(input => input.text)).join('\n')
  const texts: Readonly<Record<string, string>> = {
    'a log of 1 MB': big(cases.flatMap(one => one.inputs.filter(input => input.file === 'error-log.txt').map(input => input.text)).join(''), 1_000_000),
    'all samples again and again, 1 MB': big(everything, 1_000_000),
    'all samples in one line, 300 KB': big(everything.replaceAll('\n', ' '), 300_000),
    'all samples in one line without blanks, 300 KB': big(everything.replace(/\s+/g, ''), 300_000),
    'one letter, 300 KB': big('x', 300_000),
    'blanks, 300 KB': big(' ', 300_000),
    'opened brackets, 100 KB': big('([{<"\'', 100_000),
    'a list of paths in one line, 300 KB': `sys.path = [${big("'/usr/lib/python3.11', ", 300_000)}`,
    'blank lines, 300 KB': big('\n', 300_000),
    'escape sequences, 300 KB': big('\u001b[1;31m', 300_000),
    'prompts, 300 KB': big('root@host:~# ', 300_000),
    'settings without an end, 300 KB': big('-D A="', 300_000),
  }
  for (const [name, given] of Object.entries(texts)) test(`${name} is read within three seconds`, () => {
    // The processor's own time: a busy machine takes longer, and no more of it.
    const began = process.cpuUsage()
    analyse([{ id: 'p', text: given }])
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1000).toBeLessThan(3000)
  })
})
