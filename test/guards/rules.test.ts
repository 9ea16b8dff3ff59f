import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { docs } from './docs-known.ts'
import { places } from '../../src/checks/index.ts'
import { analyse } from '../../src/core/report.ts'
import type { Paste } from '../../src/core/source.ts'
import { rules } from '../../src/rules/index.ts'
import { fixtures, inputsIn, tabByTab } from '../engine/lab.ts'
import { expectNone } from './none.ts'

const folder = join(fixtures, 'rules')
const files = readdirSync(fileURLToPath(new URL('../../src/rules', import.meta.url))).filter(file => file.endsWith('.ts') && file !== 'index.ts')
const ids = rules.map(rule => rule.id)

/** A sample is one text, or a folder with one file for each output. */
const pastesOf = (path: string): readonly Paste[] => (path.endsWith('.txt') ? [{ id: 'p', text: readFileSync(path, 'utf8') }] : tabByTab(inputsIn(path)))

const samplesOf = (id: string): readonly string[] => (existsSync(join(folder, id)) ? readdirSync(join(folder, id)).toSorted() : [])

test('each file of src/rules brings its rule, under the name of the file', () => {
  const missing = files.map(file => file.replace(/\.ts$/, '')).filter(name => !ids.includes(name))
  expectNone(missing, 'Each of these files has to export a `rule`.')
})

test('no two rules share an id', () => {
  expectNone(ids.filter((id, i) => ids.indexOf(id) !== i), 'Rename one of each.')
})

test('each folder of samples belongs to a rule', () => {
  const folders = existsSync(folder) ? readdirSync(folder) : []
  expectNone(folders.filter(name => !ids.includes(name)), 'No rule has these ids: rename the folder in fixtures/rules, or write the rule.')
})

for (const rule of rules) {
  describe(`The rule ${rule.id}`, () => {
    test('has an id of plain words, two titles and a reason', () => {
      expect(rule.id).toMatch(/^[a-z][a-z0-9]*(?:-[A-Za-z0-9]+)*$/)
      for (const words of [rule.title, rule.fault, rule.why]) expect(words.trim().length).toBeGreaterThan(8)
      // One says the state when it is fine, the other when it is not.
      expect(rule.title).not.toBe(rule.fault)
    })

    test('names a place in the documentation', () => {
      expectNone(rule.docs.length ? [] : ['it has none'], 'Give it at least one link in `docs`.')
      expectNone(rule.docs.filter(link => !Object.hasOwn(docs, link)), 'Add these links to test/guards/docs-known.ts, with the heading they lead to.')
    })

    test('follows from rules that exist', () => {
      expectNone(rule.because?.filter(id => !ids.includes(id)) ?? [], 'No rule has these ids.')
    })

    test('has a sample in which it speaks and one in which it finds nothing', () => {
      const samples = samplesOf(rule.id)
      const lacking = ['found-', 'clear-'].filter(start => !samples.some(name => name.startsWith(start))).map(start => `none begins with ${start}`)
      const strange = samples.filter(name => !/^(?:found|clear)-/.test(name))
      expectNone([...lacking, ...strange], `Put them into fixtures/rules/${rule.id}/: found-….txt and clear-….txt, or folders with one file for each output.`)
    })

    for (const sample of samplesOf(rule.id)) {
      const expected = sample.startsWith('found-') ? 'found' : 'clear'
      test(`${expected === 'found' ? 'speaks in' : 'looks and finds nothing in'} ${sample}`, () => {
        const outcome = analyse(pastesOf(join(folder, rule.id, sample))).outcomes.find(one => one.rule.id === rule.id)
        expect(outcome?.kind === 'could-not-run' ? `could-not-run, for lack of ${outcome.lacks.join(', ')}` : outcome?.kind).toBe(expected)
        const bare = (outcome?.kind === 'found' ? outcome.findings : []).filter(({ says, evidence }) => says.trim() === '' || !evidence.length)
        expectNone(bare.map(({ says }) => says), 'A finding says something and shows the lines that it rests on.')
      })
    }

    test('lacks only outputs that exist', () => {
      const outcome = analyse([]).outcomes.find(one => one.rule.id === rule.id)
      const outputs = new Set(places.map(place => place.output.id))
      expectNone(outcome?.kind === 'could-not-run' ? outcome.lacks.filter(id => !outputs.has(id)) : [], 'No output has these ids.')
    })
  })
}

test('with nothing pasted no rule is clear', () => {
  const clear = analyse([]).outcomes.filter(one => one.kind !== 'could-not-run').map(one => one.rule.id)
  expectNone(clear, 'Nothing pasted must never look like nothing wrong.')
})
