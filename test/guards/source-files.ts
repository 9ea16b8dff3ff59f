import { readFileSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Every file below a folder of the project, by its path from there. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map(file => file.split(sep).join('/'))
    .filter(file => /\.[a-z]+$/.test(file))

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Without comments, which show sample lines of configuration and code; none of them imports or exports. The line count stays. */
export const codeOf = (file: string): string => textOf(file).replace(/^[ \t]*\/\*[\s\S]*?\*\/|^[ \t]*\/\/.*$/gm, comment => comment.replace(/[^\n]/g, ' '))

export const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length
