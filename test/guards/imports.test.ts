import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { codeOf, filesIn, lineAt, textOf } from './source-files.ts'

const files = filesIn('src')
const code = files.filter((file) => /\.tsx?$/.test(file))
const text = (file: string): string => textOf(`src/${file}`)

/** What each folder may import beside itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  checks: ['core'],
  rules: ['checks', 'core'],
  summary: ['rules', 'checks', 'core'],
  exports: ['summary', 'rules', 'checks', 'core'],
  state: ['summary', 'rules', 'checks', 'core'],
  ui: ['exports', 'state', 'summary', 'rules', 'checks', 'core'],
  'main.tsx': ['ui', 'state'],
}

/** Single files that may import more than their folder. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  // `analyse` is the engine's one entry and people's tests name it by this path, so the parts are put together here.
  'core/report.ts': ['checks', 'rules'],
}

/** Where each package may be imported; a path ending in `/` is a folder. */
const packages: Readonly<Record<string, readonly string[]>> = {
  react: ['ui/', 'main.tsx'],
  'react-dom': ['ui/', 'main.tsx'],
  zustand: ['state/store.ts'],
  zod: ['state/saved.ts', 'exports/report-schema.ts'],
  // Made at build out of fixtures/rules, by .tools/samples.ts.
  'virtual:samples': ['ui/'],
}

interface Import {
  readonly file: string
  readonly line: number
  readonly names: string
}

const forms = [
  /^[ \t]*(?:import|export)\b[^'"`;()]*?\bfrom\s*(['"])([^'"]+)\1/gm,
  /^[ \t]*import\s*(['"])([^'"]+)\1/gm,
  /\bimport\s*\(\s*(['"`])([^'"`]+)\1/g,
]
const globs = /\bimport\.meta\.glob\b[^(]*\(\s*(\[[^\]]*\]|'[^']*'|"[^"]*")/g

const importsOf = (file: string): readonly Import[] => {
  const whole = codeOf(`src/${file}`)
  const named = forms.flatMap((form) => [...whole.matchAll(form)].map((found) => ({ file, line: lineAt(whole, found.index), names: found[2] ?? '' })))
  const globbed = [...whole.matchAll(globs)].flatMap((found) =>
    [...(found[1] ?? '').matchAll(/['"]!?([^'"]+)['"]/g)].map(([, names = '']) => ({ file, line: lineAt(whole, found.index), names })),
  )
  return [...named, ...globbed]
}

const layerOf = (file: string): string => file.split('/', 1)[0] ?? file

const wrongWithPackage = ({ file, names }: Import): string | undefined => {
  const name = names.split('/', 1)[0] ?? names
  const homes = packages[name]
  if (homes === undefined) return `imports the package "${names}", but src uses only ${Object.keys(packages).join(', ')}. Do without it, or add it to the list in test/guards/imports.test.ts with its reason.`
  if (!homes.some((home) => (home.endsWith('/') ? file.startsWith(home) : file === home))) return `imports "${names}", but ${name} belongs only in ${homes.join(' and ')}. Move what needs it there.`
  if (name === 'zod' && names !== 'zod/mini') return `imports "${names}": full zod weighs 20 KB more and tries to compile code, which the page's policy stops. Import "zod/mini".`
  return undefined
}

const wrongWithFile = ({ file, names }: Import): string | undefined => {
  const path = names.replace(/\?.*$/, '')
  const target = names.startsWith('/') ? posix.join('..', path) : posix.join(posix.dirname(file), path)
  if (target.startsWith('../')) {
    const outside = target.slice(3)
    if (outside === 'package.json') return undefined
    if (outside.startsWith('fixtures/') && layerOf(file) === 'ui') return undefined
    return `imports "${names}", which is outside src. Only package.json may be imported from there, and by ui the examples in fixtures/.`
  }
  const from = layerOf(file)
  const to = layerOf(target)
  const may = [from, ...(allowed[from] ?? []), ...(exceptions[file] ?? [])]
  if (may.includes(to)) return undefined
  const wayRound = allowed[to]?.includes(from) === true ? ` Imports point the other way, from ${to} to ${from}: move what is shared down into ${from}, or pass it in.` : ''
  return `imports "${names}", but ${exceptions[file] === undefined ? from : file} may import only from ${may.join(', ')}.${wayRound}`
}

const imports = code.flatMap(importsOf)
const complaints = (wrong: (one: Import) => string | undefined, some: readonly Import[]): readonly string[] =>
  some.flatMap((one) => {
    const complaint = wrong(one)
    return complaint === undefined ? [] : [`src/${one.file}:${one.line} ${complaint}`]
  })

const isFile = ({ names }: Import): boolean => /^[./]/.test(names)

test('the import lines of src are found', () => {
  expect(imports.filter((one) => one.file === 'main.tsx').map((one) => one.names)).toContain('react-dom/client')
})

test('imports point one way: ui to exports and state, to summary, to rules, to checks, to core', () => {
  expect(complaints(wrongWithFile, imports.filter(isFile))).toEqual([])
})

test('each package stays in its own place', () => {
  const some = imports.filter((one) => !isFile(one))
  expect(complaints(wrongWithPackage, some)).toEqual([])
})

test('imports of our own files carry their ending', () => {
  const bare = imports.filter((one) => isFile(one) && !/\.[a-z]+(\?.*)?$/.test(one.names))
  expect(bare.map((one) => `src/${one.file}:${one.line} imports "${one.names}": write the ending too, for example "${one.names}.ts".`)).toEqual([])
})

test('every file of src stands in a folder that has a place in the order', () => {
  const strays = files.filter((file) => allowed[layerOf(file)] === undefined && !file.endsWith('.d.ts'))
  expect(strays.map((file) => `src/${file} is in no known folder: put it under one of ${Object.keys(allowed).join(', ')}.`)).toEqual([])
})

test('no file is named after what it holds a bit of everything of', () => {
  const vague = files.filter((file) => /(^|\/)(types|utils?|constants|helpers?|common|misc)(\.tsx?|\/)/.test(file))
  expect(vague.map((file) => `src/${file}: write each part where its owner is, and name the file after the thing.`)).toEqual([])
})

/** Plain tables: one line to an entry, so their length is the subject's own. */
const tables = new Set(['checks/apache-build/defines.ts', 'checks/apache-modules/modules.ts'])

test('no file is longer than 300 lines', () => {
  const long = code.filter((file) => !tables.has(file)).map((file) => ({ file, lines: text(file).trimEnd().split('\n').length }))
  expect(long.filter(({ lines }) => lines > 300).map(({ file, lines }) => `src/${file} has ${lines} lines, at most 300 are allowed: split it by subject. Only a plain table may be listed in test/guards/imports.test.ts.`)).toEqual([])
})

test('no file writes HTML from a string', () => {
  const writers = code.flatMap((file) =>
    [...text(file).matchAll(/\b(dangerouslySetInnerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|document\.write|(?:inner|outer)HTML(?=\s*\+?=[^=]))/g)].map(
      (found) => `src/${file}:${lineAt(text(file), found.index)} uses ${found[0]}: pasted text is foreign text, and reaches the page as text nodes only.`,
    ),
  )
  expect(writers).toEqual([])
})
