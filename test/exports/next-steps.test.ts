import { expect, test } from 'vitest'
import { checks } from '../../src/checks/index.ts'
import { analyse } from '../../src/core/report.ts'
import { lineAround } from '../../src/exports/lines.ts'
import { stepsFor } from '../../src/exports/next-steps.ts'
import { extentWords } from '../../src/exports/titles.ts'
import { cases, tabByTab } from '../engine/lab.ts'

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
