import { expect, test } from 'vitest'
import { checks } from '../../src/checks/index.ts'
import { analyse } from '../../src/core/report.ts'
import { lineAround } from '../../src/exports/lines.ts'
import { stepsFor } from '../../src/exports/next-steps.ts'
import { extentWords } from '../../src/exports/titles.ts'
import { rules } from '../../src/rules/index.ts'
import { cases, tabByTab } from '../engine/lab.ts'
import { expectNone } from '../guards/none.ts'
import { pastesOf } from '../guards/rule-samples.ts'

const reports = cases.map(({ inputs }) => analyse(tabByTab(inputs)))
const isDown = ({ outcomes }: (typeof reports)[number]) => outcomes.some(one => one.kind === 'found' && one.findings.some(({ severity }) => severity === 'broken'))

test('what could not be judged is asked for, with a command that prints it', () => {
  const steps = stepsFor(analyse([{ id: 'p', text: 'Loaded Modules:\n core_module (static)\n' }]), 'debian')
  expect(steps.length).toBeGreaterThan(2)
  const commands = checks.flatMap(check => check.commands)
  for (const { output, command } of steps) expect(commands.find(one => one === command)?.output).toBe(output)
})

test('a page of the running server is asked for last where Apache is broken', () => {
  const down = reports.filter(isDown).map(report => stepsFor(report, 'debian').map(({ output }) => output)).filter(outputs => outputs.includes('diagnostic'))
  expect(down.length).toBeGreaterThan(0)
  for (const outputs of down) expect(outputs.at(-1)).toBe('diagnostic')
})

/** The first output that is asked for, and the finding that it would trace. */
const firstOf = (id: string, sample: string) => {
  const [step] = stepsFor(analyse(pastesOf(id, sample)), 'debian')
  return [step?.output, step?.confirms[0]]
}

test('with a log of a Python that does not start, the library is asked for', () => {
  expect(firstOf('p02-standard-library-not-found', 'found-debian-10.txt')).toEqual(['ldd', 'Python does not start in Apache’s processes'])
})

test('with a log of a socket that is closed, the configuration is asked for', () => {
  expect(firstOf('d01-daemon-socket-permission', 'found-container.txt')).toEqual(['config', 'Apache’s children may not reach the socket of a daemon group'])
})

test('with a log of an import that fails, the page of the diagnostic script is asked for', () => {
  expect(firstOf('r10-script-not-loaded', 'found-package-6.0.txt')).toEqual(['diagnostic', 'A script, or a module that it imports, cannot be loaded'])
})

test('what follows from a finding asks for nothing of its own', () => {
  const [first, ...others] = stepsFor(analyse(pastesOf('python-home-shape', 'found-standard-library.txt')), 'debian').filter(({ confirms }) => confirms.length)
  expect(first?.output).toBe('config')
  expect(others).toEqual([])
})

test('each rule names at most three outputs that exist', () => {
  const outputs = new Set(checks.flatMap(check => check.commands.map(command => command.output)))
  const wrong = rules.filter(({ next = [] }) => next.length > 3 || next.length !== new Set(next).size || next.some(id => !outputs.has(id)))
  expectNone(wrong.map(({ id }) => id), 'Correct its `next`: the likeliest first, none twice.')
})

test('a part of a log or of a configuration is nothing to remark on', () => {
  const sections = reports.flatMap(report => report.sections).filter(({ extent }) => extent === 'part')
  for (const section of sections) expect(extentWords(section) === '').toBe(/^(?:error-log|config)$/.test(section.output.id))
})

test('a value is shown within its own line, wherever it stands', () => {
  for (const { pastes, known } of reports) {
    for (const field of known.sections.flatMap(section => section.fields)) {
      const { line, from, to } = lineAround(field, Infinity)
      const lines = pastes.find(one => one.id === field.paste.id)?.text.split(/\r\n|[\n\r\u2028\u2029]/)
      expect(line).toBe(lines?.[field.line - 1])
      expect(field.raw.startsWith(line.slice(from, to))).toBe(true)
    }
  }
})
