import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Paste } from '../../src/core/source.ts'

/** The tab on which each file of a case is pasted, in the order of the guide. A transcript has none: it goes into "Paste everything". */
const tabs: ReadonlyMap<string, string | undefined> = new Map([
  ['httpd-V.txt', 'apache-build'],
  ['config-nice.txt', 'apache-build'],
  ['apxs.txt', 'apache-build'],
  ['httpd-l.txt', 'apache-modules'],
  ['httpd-M.txt', 'apache-modules'],
  ['mutex.txt', 'mutex'],
  ['wsgi-accept-mutex.txt', 'mutex'],
  ['ldd.txt', 'python-library'],
  ['otool.txt', 'python-library'],
  ['sys-prefix.txt', 'python-installation'],
  ['diagnostic.txt', 'diagnostic-script'],
  ['error-log.txt', 'error-log'],
  ['config.txt', 'apache-config'],
  ['transcript.txt', undefined],
])

export interface Input {
  readonly file: string
  readonly text: string
}

type Known<T> = { readonly [K in keyof T]?: T[K] | null } | null

/** What fixtures/README.md describes. */
export interface Truth {
  readonly title: string
  readonly server: Known<{
    version: string
    platform: string
    mpm: string
    architecture: string
    aprLoaded: string
    aprUtilLoaded: string
    aprCompiled: string
    aprUtilCompiled: string
    httpdRoot: string
    configFile: string
  }>
  readonly modules: Known<{ count: number; static: readonly string[]; shared: readonly string[]; wsgi: boolean }>
  readonly mutex: Known<{ default: string; available: readonly string[] }>
  readonly linking: Known<{ libpython: string; path: string; static: boolean; notFound: readonly string[] }>
  readonly python: Known<{ version: string; prefix: string; venv: boolean }>
  readonly wsgi: Known<{
    mode: string
    processGroup: string
    applicationGroup: string
    multithread: boolean
    multiprocess: boolean
    modWsgiVersion: string
  }>
}

/** One real installation, as its pastes. */
export interface Case {
  readonly id: string
  readonly truth: Truth
  readonly inputs: readonly Input[]
}

export const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url))

export const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .toSorted()

/** The outputs of one folder in the order of the guide. A file that no tab reads is a mistake in the fixture. */
export function inputsIn(folder: string): readonly Input[] {
  const files = readdirSync(folder).filter(file => file.endsWith('.txt'))
  const strange = files.filter(file => !tabs.has(file))
  if (strange.length) throw new Error(`${folder} holds ${strange.join(', ')}. Name each file after its output: ${[...tabs.keys()].join(', ')}.`)
  return [...tabs.keys()].filter(file => files.includes(file)).map(file => ({ file, text: readFileSync(join(folder, file), 'utf8') }))
}

/** A case with each output on its own tab. */
export const tabByTab = (inputs: readonly Input[]): readonly Paste[] =>
  inputs.map(({ file, text }) => {
    const check = tabs.get(file)
    return check === undefined ? { id: file, text } : { id: file, text, check }
  })

/** A case in one go, as into "Paste everything". */
export const onePaste = (inputs: readonly Input[]): readonly Paste[] => [{ id: 'everything', text: inputs.map(input => input.text).join('\n') }]

const lab = join(fixtures, 'lab')

export const cases: readonly Case[] = foldersIn(lab).map(id => {
  const truth: Truth = JSON.parse(readFileSync(join(lab, id, 'truth.json'), 'utf8'))
  return { id, truth, inputs: inputsIn(join(lab, id)) }
})
