import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { expectNone } from './none.ts'
import { filesIn, root, textOf } from './source-files.ts'

const folders = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => join(entry.parentPath, entry.name).slice(root.length))
const notes = folders.map(folder => join(folder, 'README.md'))
const pages = ['README.md', '.github/CONTRIBUTING.md', 'CHANGELOG.md', 'fixtures/README.md', ...notes.filter(note => existsSync(join(root, note)))]

test('each folder of src says in a README.md what it is for', () => {
  expectNone(notes.filter(note => !existsSync(join(root, note))), 'Write it: what the folder holds, and where one begins.')
})

const sentences = (text: string) => text.replace(/`[^`]*`/g, 'code').match(/[.?]"?(?=\s|$)/g)?.length ?? 0

test('such a note has one to three sentences', () => {
  const written = notes.filter(note => existsSync(join(root, note))).map(note => ({ note, count: sentences(textOf(note)) }))
  expectNone(written.filter(({ count }) => count < 1 || count > 3).map(({ note, count }) => `${note} has ${count}`), 'The code says the rest.')
})

const names = new Set(['src', 'test', '.tools'].flatMap(filesIn).map(file => basename(file)))

/** In backquotes: a path from the project's root, or a file by its name alone. `<id>` and `…` stand for anything. */
const gonePaths = (page: string) =>
  [...textOf(page).matchAll(/`((?:src|test|fixtures|public|\.github|\.tools)\/[^`<…*\s]*)|`([\w.-]+\.(?:tsx?|mjs|css))`/g)].flatMap(([, path, name = '']) =>
    (path === undefined ? names.has(name) : existsSync(join(root, path))) ? [] : `${page} names ${path ?? name}`)

test('the files that the documentation names are there', () => {
  expectNone(pages.flatMap(gonePaths), 'Correct the name, or the page that has it.')
})

test('the commands that the documentation names are there', () => {
  const asked = pages.flatMap(page => [...textOf(page).matchAll(/\bnpm\s+(?:run\s+)?([a-z][\w:]*)/g)].map(([, name = '']) => ({ page, name })))
  const gone = asked.filter(({ name }) => !['ci', 'install', ...Object.keys(manifest.scripts)].includes(name)).map(({ page, name }) => `${page} names npm run ${name}`)
  expect(asked.length).toBeGreaterThan(4)
  expectNone(gone, 'package.json has no such script.')
})
