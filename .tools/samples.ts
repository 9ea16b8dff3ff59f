import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const name = 'virtual:samples'
const own = `\0${name}`

interface File {
  readonly name: string
  readonly text: string
}

/** A sample is one text, or a folder with one file for each output. */
const filesIn = (path: string): readonly File[] =>
  statSync(path).isDirectory()
    ? readdirSync(path).filter(file => file.endsWith('.txt')).toSorted().map(file => ({ name: file, text: readFileSync(join(path, file), 'utf8') }))
    : [{ name: '', text: readFileSync(path, 'utf8') }]

const sizeOf = (files: readonly File[]) => files.reduce((sum, { text }) => sum + text.length, 0)

/** The shortest sample in which a rule speaks, and the shortest in which it does not: each weighs in the built file. */
const shortest = (folder: string, start: string): readonly File[] | undefined =>
  readdirSync(folder).filter(sample => sample.startsWith(start)).map(sample => filesIn(join(folder, sample))).toSorted((a, b) => sizeOf(a) - sizeOf(b))[0]

/** Brings one pair of samples for each rule to the catalogue, out of the folders that the tests run over. */
export const samples = (): Plugin => ({
  name: 'samples',
  resolveId: id => (id === name ? own : undefined),
  load(id) {
    if (id !== own) return undefined
    const root = join(import.meta.dirname, '../fixtures/rules')
    const pairs = readdirSync(root).toSorted().map(rule => [rule, { found: shortest(join(root, rule), 'found-'), clear: shortest(join(root, rule), 'clear-') }] as const)
    return `export const samples = ${JSON.stringify(Object.fromEntries(pairs))}`
  },
})
