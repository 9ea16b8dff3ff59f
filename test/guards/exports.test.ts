import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { expectNone } from './none.ts'
import { codeOf, filesIn, lineAt } from './source-files.ts'

const scripts = (folder: string) => filesIn(folder).filter(file => /\.(?:tsx?|mjs)$/.test(file) && !file.endsWith('.d.ts')).map(file => `${folder}/${file}`)
const own = scripts('src')
const importers = [...own, ...scripts('test'), ...scripts('.tools'), 'vite.config.ts']

/** `{ type Found, flat as all }` → Found, flat. */
const namesIn = (braces: string): readonly string[] => braces.split(',').map(part => part.trim().replace(/^type\s+/, '').replace(/\s+as\s+.*$/s, '')).filter(Boolean)

interface Used {
  readonly file: string
  /** `*` for all of it. */
  readonly name: string
}

/** `import { a } from './b.ts'`, `export { a } from './b.ts'`, `import * as b from './b.ts'` */
const bindings = /^[ \t]*(?:import|export)\b([^'"`;()]*?)\bfrom\s*(['"])(\.[^'"]*)\2/gm
/** `await import('./b.ts')`, `ssrLoadModule('/src/b.ts')` */
const whole = /\b(?:import|ssrLoadModule)\(\s*(['"])([./][^'"]*)\1/g

function usedBy(file: string): readonly Used[] {
  const text = codeOf(file)
  const target = (path: string) => (path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(file), path))
  const named = [...text.matchAll(bindings)].flatMap(([, clause = '', , path = '']) => {
    const braces = /\{([^}]*)\}/.exec(clause)?.[1]
    return (braces === undefined ? ['*'] : namesIn(braces)).map(name => ({ file: target(path), name }))
  })
  return [...named, ...[...text.matchAll(whole)].map(([, , path = '']) => ({ file: target(path), name: '*' }))]
}

/** `export const a`, `export async function a`, `export interface A`; `export { a, b as c }` */
const declared = /^export\s+(?:async\s+)?(?:const|let|function\*?|class|interface|type|enum)\s+(\w+)/gm
const listed = /^export\s+(?:type\s+)?\{([^}]*)\}/gm

/** A type may be there to be read: it says what an exported function takes or gives. */
const typed = /^export\s+(?:interface|type)\s/

const exportsOf = (file: string): readonly { readonly name: string; readonly line: number; readonly isType: boolean }[] => {
  const text = codeOf(file)
  return [
    ...[...text.matchAll(declared)].map(({ 0: words, 1: name = '', index }) => ({ name, line: lineAt(text, index), isType: typed.test(words) })),
    ...[...text.matchAll(listed)].flatMap(({ 1: braces = '', index }) => braces.split(',').map(part => part.trim().replace(/^.*\s+as\s+|^type\s+/s, '')).filter(Boolean).map(name => ({ name, line: lineAt(text, index), isType: false }))),
  ]
}

const isNamedAgain = (file: string, name: string) => (codeOf(file).match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0) > 1

/** Taken up by `import.meta.glob` in src/rules/index.ts. */
const isRule = (file: string, name: string) => /^src\/rules\/(?:tables\/)?[^/]+\.ts$/.test(file) && /^rules?$/.test(name)

/** The engine's one entry brings the type of what it takes. */
const promised = new Set(['src/core/report.ts Paste'])

const used = new Set(importers.flatMap(usedBy).map(({ file, name }) => `${file} ${name}`))

test('the exports of src are found', () => {
  expect(exportsOf('src/core/rule.ts').map(({ name }) => name)).toContain('defineRule')
  expect(used).toContain('src/core/rule.ts defineRule')
})

const isUsed = (file: string, name: string) => used.has(`${file} ${name}`) || used.has(`${file} *`) || promised.has(`${file} ${name}`) || isRule(file, name)

test('nothing is exported that no other file imports', () => {
  const dead = own.flatMap(file => exportsOf(file).filter(({ name, isType }) => !isUsed(file, name) && !(isType && isNamedAgain(file, name))).map(({ name, line }) => `${file}:${line} exports ${name}`))
  expectNone(dead, 'Take away the word export, or what it stands before where nothing uses that either.')
})
