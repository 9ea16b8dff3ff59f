import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/core/report.ts'
import { summarise } from '../../src/summary/index.ts'
import { fixtures } from './lab.ts'
import { astray, lost } from './places.ts'

interface Told {
  readonly sections: readonly string[]
  readonly values: Readonly<Record<string, unknown>>
  readonly found: readonly string[]
}

const folder = join(fixtures, 'shapes')

describe('A paste in the shape of', () => {
  for (const name of readdirSync(folder).filter(file => file.endsWith('.txt'))) {
    test(name.replace('.txt', '').replaceAll('-', ' '), () => {
      const told: Told = JSON.parse(readFileSync(join(folder, name.replace('.txt', '.json')), 'utf8'))
      const report = analyse([{ id: 'p', text: readFileSync(join(folder, name), 'utf8') }])
      expect(report.sections.map(({ output, lines, extent }) => `${output.id} ${lines.join('-')} ${extent}`)).toEqual(told.sections)
      const summary: Readonly<Record<string, unknown>> = { ...summarise(report) }
      expect(Object.fromEntries(Object.keys(told.values).map(key => [key, summary[key]]))).toEqual(told.values)
      expect(report.outcomes.filter(({ kind }) => kind === 'found').map(({ rule }) => rule.id)).toEqual(told.found)
      expect([...astray(report), ...lost(report)]).toEqual([])
    })
  }
})
