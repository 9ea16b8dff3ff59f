import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { docs } from './docs-known.ts'
import { checks } from '../../src/checks/index.ts'
import type { Meaning } from '../../src/core/prose.ts'
import { analyse, type Report } from '../../src/core/report.ts'
import { rules } from '../../src/rules/index.ts'
import { cases, fixtures, onePaste, tabByTab } from '../engine/lab.ts'
import { expectNone } from './none.ts'

interface Words {
  readonly where: string
  readonly text: string
}

const meaningWords = (where: string, { says, more, guide }: Meaning): readonly Words[] => [says, more, guide].flatMap(text => (text === undefined ? [] : { where, text }))

const ruleSamples = (): readonly Report[] => {
  const folder = join(fixtures, 'rules')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.txt')).map(file => analyse([{ id: file, text: readFileSync(join(folder, file), 'utf8') }]))
}
const reports = [...cases.flatMap(one => [analyse(tabByTab(one.inputs)), analyse(onePaste(one.inputs))]), ...ruleSamples()]

const fields = reports.flatMap(report => report.sections.flatMap(section => section.fields))
const meanings = fields.flatMap(field => {
  const where = `${field.output}.${field.key} (${field.raw.slice(0, 60)})`
  return [{ where, meaning: field.meaning }, ...field.parts.flatMap(part => (part.meaning ? { where: `${where}, ${part.value.slice(0, 40)}`, meaning: part.meaning } : []))]
})

const words: readonly Words[] = [
  ...checks.flatMap(check => [
    { where: `check ${check.id}, title`, text: check.title },
    { where: `check ${check.id}, why`, text: check.why },
    ...check.commands.flatMap(command => [command.gives, ...Object.values(command.notOn ?? {})].map(text => ({ where: `check ${check.id}, ${command.output}`, text }))),
    ...check.outputs.flatMap(output => [
      { where: `output ${output.id}, title`, text: output.title },
      ...output.specs.map(spec => ({ where: `${output.id}.${spec.key}, label`, text: spec.label })),
      ...output.known.flatMap(line => [{ where: `${output.id}, ${line.label}`, text: line.label }, { where: `${output.id}, ${line.label}`, text: line.says }]),
    ]),
  ]),
  ...rules.flatMap(rule => [rule.title, rule.fault, rule.why].map(text => ({ where: `rule ${rule.id}`, text }))),
  ...reports.flatMap(({ outcomes }) => outcomes.flatMap(one => (one.kind === 'found' ? one.findings : []).flatMap(({ says, fix, verify }) => [says, fix ?? '', verify ?? ''].map(text => ({ where: `rule ${one.rule.id}, finding`, text }))))),
  ...meanings.flatMap(({ where, meaning }) => meaningWords(where, meaning)),
]

/** Each complaint once: a sentence that comes with a hundred fields is still one sentence. */
const complaints = (wrong: (text: string) => boolean): readonly string[] => [...new Map(words.filter(({ text }) => wrong(text)).map(({ where, text }) => [text, `${where}: ${text.slice(0, 200)}`])).values()]

const withoutCode = (text: string) => text.replace(/`[^`]+`/g, '')

describe('Each field', () => {
  test('of every sample has a name and a meaning', () => {
    const bare = fields.filter(field => field.label.trim() === '' || field.meaning.says.trim().length < 4).map(field => `${field.output}.${field.key}: ${field.raw}`)
    expectNone(bare)
  })
})

/** Each link once, with the first place that has it. */
const strange = (links: readonly { readonly where: string; readonly link: string }[]) => [...new Map(links.toReversed().filter(({ link }) => !known(link)).map(({ where, link }) => [link, `${link}: ${where}`])).values()]
const known = (link: string) => Object.hasOwn(docs, link)

describe('Each link into the documentation', () => {
  const advice = 'Add them to test/guards/docs-known.ts, with the heading they lead to, or correct them.'

  test('of a check, a rule or a meaning leads to a known heading', () => {
    const links = [
      ...checks.map(check => ({ where: check.id, link: check.guide })),
      ...rules.flatMap(rule => rule.docs.map(link => ({ where: rule.id, link }))),
      ...meanings.flatMap(({ where, meaning }) => (meaning.docs ?? []).map(link => ({ where, link }))),
    ]
    expectNone(strange(links), advice)
  })

  test('within a sentence leads to a known heading', () => {
    const links = words.flatMap(({ where, text }) => [...text.matchAll(/`[^`]+`|\[[^\]]+\]\(([^)\s]+)\)/g)].flatMap(match => (match[1] === undefined ? [] : { where, link: match[1] })))
    expectNone(strange(links), advice)
  })
})

describe('Our own words', () => {
  test('close each backtick that they open', () => {
    expectNone(complaints(text => (text.match(/`/g)?.length ?? 0) % 2 === 1 || text.includes('``')))
  })

  test('hold no HTML outside of code', () => {
    expectNone(complaints(text => /<\/?[a-z][^>]*>/i.test(withoutCode(text))))
  })

  test('hold no Markdown but `code` and [text](page#anchor)', () => {
    expectNone(complaints(text => /\*\*|^#{1,6} |^\s*[-*] |\bhttps?:\/\//m.test(withoutCode(text))))
  })

  test('hold no exclamation mark', () => {
    expectNone(complaints(text => withoutCode(text).includes('!')))
  })

  test('are not placeholders', () => {
    expectNone(complaints(text => /\bTODO\b|\bFIXME\b|lorem ipsum|\bundefined\b|\[object |\bNaN\b/.test(withoutCode(text))))
  })

  test('do not begin or end with a blank', () => {
    expectNone(complaints(text => text !== text.trim()))
  })

})
