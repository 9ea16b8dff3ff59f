import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { samples } from 'virtual:samples'
import { describe, expect, test } from 'vitest'
import { docs } from './docs-known.ts'
import { places } from '../../src/checks/index.ts'
import { wsgiCodes } from '../../src/checks/error-log/codes/wsgi.ts'
import { analyse } from '../../src/core/report.ts'
import { codeRules } from '../../src/rules/codes/index.ts'
import { rules } from '../../src/rules/index.ts'
import { fixtures } from '../engine/lab.ts'
import { expectNone } from './none.ts'
import { folder, pastesOf, samplesOf } from './rule-samples.ts'

const files = readdirSync(fileURLToPath(new URL('../../src/rules', import.meta.url))).filter(file => file.endsWith('.ts') && file !== 'index.ts')
const ids = rules.map(rule => rule.id)
const outputs = new Set(places.map(place => place.output.id))

/** Each of mod_wsgi's numbers has a rule as soon as the log has it. */
const numbered = codeRules(analyse([{ id: 'p', text: readFileSync(join(fixtures, 'codes/lines.txt'), 'utf8') }]).known, [])

const withoutMarks = (text: string) => text.replace(/`[^`]+`/g, 'x').replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')

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
      for (const words of [rule.title, rule.fault, rule.why, rule.plain, rule.speaks]) expect(words.trim().length).toBeGreaterThan(8)
      // One says the state when it is fine, the other when it is not.
      expect(rule.title).not.toBe(rule.fault)
    })

    test('says for anybody in one sentence what it means, and what makes it speak', () => {
      expect(withoutMarks(rule.plain)).not.toMatch(/[.?]\s/)
      expect(rule.plain).toMatch(/\.$/)
      expect(rule.speaks).toMatch(/[.)]$/)
    })

    test('names a place in the documentation', () => {
      expectNone(rule.docs.length ? [] : ['it has none'], 'Give it at least one link in `docs`.')
      expectNone(rule.docs.filter(link => !Object.hasOwn(docs, link)), 'Add these links to test/guards/docs-known.ts, with the heading they lead to.')
    })

    test('follows from rules that exist', () => {
      expectNone(rule.because?.filter(id => !ids.includes(id)) ?? [], 'No rule has these ids.')
    })

    test('has a sample in which it speaks and one in which it finds nothing', () => {
      const names = samplesOf(rule.id)
      const lacking = ['found-', 'clear-'].filter(start => !names.some(name => name.startsWith(start))).map(start => `none begins with ${start}`)
      const strange = names.filter(name => !/^(?:found|clear)-/.test(name))
      expectNone([...lacking, ...strange], `Put them into fixtures/rules/${rule.id}/: found-….txt and clear-….txt, or folders with one file for each output.`)
    })

    for (const sample of samplesOf(rule.id)) {
      const expected = sample.startsWith('found-') ? 'found' : 'clear'
      test(`${expected === 'found' ? 'speaks in' : 'looks and finds nothing in'} ${sample}`, () => {
        const outcome = analyse(pastesOf(rule.id, sample)).outcomes.find(one => one.rule.id === rule.id)
        expect(outcome?.kind === 'could-not-run' ? `could-not-run, for lack of ${outcome.lacks.join(', ')}` : outcome?.kind).toBe(expected)
        const bare = (outcome?.kind === 'found' ? outcome.findings : []).filter(({ says, evidence }) => says.trim() === '' || !evidence.length)
        expectNone(bare.map(({ says }) => says), 'A finding says something and shows the lines that it rests on.')
      })
    }

    test('can be tried in the catalogue, both ways', () => {
      const lacking = (['found', 'clear'] as const).filter(kind => !samples[rule.id]?.[kind]?.some(({ text }) => text.trim() !== ''))
      expectNone(lacking, `Nothing of fixtures/rules/${rule.id} comes with the page under these names: see .tools/samples.ts.`)
    })

    test('asks next for outputs that exist', () => {
      expectNone(rule.next?.filter(id => !outputs.has(id)) ?? [], 'No output has these ids.')
    })

    test('lacks only outputs that exist', () => {
      const outcome = analyse([]).outcomes.find(one => one.rule.id === rule.id)
      expectNone(outcome?.kind === 'could-not-run' ? outcome.lacks.filter(id => !outputs.has(id)) : [], 'No output has these ids.')
    })
  })
}

test('each of mod_wsgi’s numbers has its rule, which follows from rules that exist', () => {
  const all = new Set([...ids, ...numbered.map(rule => rule.id)])
  expectNone(Object.keys(wsgiCodes).map(code => code.toLowerCase()).filter(id => !all.has(id)), 'Nothing speaks of a line with these numbers in fixtures/codes/lines.txt.')
  expectNone(numbered.flatMap(rule => rule.because?.filter(id => !all.has(id)).map(id => `${rule.id}: ${id}`) ?? []), 'No rule has these ids.')
})

test('no rule follows from itself, by whatever way', () => {
  const because = new Map([...rules, ...numbered].map(rule => [rule.id, rule.because ?? []]))
  const circles: string[] = []
  const done = new Set<string>()
  const follow = (id: string, way: readonly string[]): void => {
    if (way.includes(id)) circles.push([...way.slice(way.indexOf(id)), id].join(' because of '))
    if (way.includes(id) || done.has(id)) return
    for (const cause of because.get(id) ?? []) follow(cause, [...way, id])
    done.add(id)
  }
  for (const id of because.keys()) follow(id, [])
  expectNone(circles, 'Of two rules that explain each other neither would be told. Take one `because` away.')
})

test('with nothing pasted no rule is clear', () => {
  const clear = analyse([]).outcomes.filter(one => one.kind !== 'could-not-run').map(one => one.rule.id)
  expectNone(clear, 'Nothing pasted must never look like nothing wrong.')
})
