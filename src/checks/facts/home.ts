import { defineFact } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { directivesOf } from './directives.ts'
import { logged } from './log.ts'

/** A directory that was named as Python's home. */
export interface Home {
  readonly path: string
  readonly field: Field
  /** Where it was named: `WSGIPythonHome`, `python-home=` of the daemon group `group`, or a line of the log that does not tell. */
  readonly by: 'WSGIPythonHome' | 'python-home' | 'log'
  readonly group?: string | undefined
  /** The log says that it cannot be used. */
  readonly refused?: boolean
}

const unquoted = (text: string) => text.trim().replace(/^(["'])(.*)\1$/, '$2')
const option = (line: string, name: string) => {
  const match = new RegExp(`\\s${name}=("[^"]*"|'[^']*'|\\S+)`).exec(line)
  return match?.[1] === undefined ? undefined : unquoted(match[1])
}

const groupOf = (line: string) => unquoted(/^(?:"[^"]*"|\S+)/.exec(line)?.[0] ?? '')

/** Every Python home in the configuration and the log, each path once. */
export const homes = defineFact<readonly Home[]>(['config', 'error-log'], known => {
  const all: Home[] = []
  const add = (home: Home) => {
    if (home.path !== '' && !all.some(one => one.path === home.path && (one.by === home.by || home.by === 'log'))) all.push(home)
  }
  for (const field of directivesOf(known, 'wsgiPythonHome')) add({ path: unquoted(String(field.value)), field, by: 'WSGIPythonHome' })
  for (const field of directivesOf(known, 'daemonProcess')) {
    const path = option(String(field.value), 'python-home')
    if (path !== undefined) add({ path, field, by: 'python-home', group: groupOf(String(field.value)) })
  }
  const refused = logged(known, 'pythonHomeRefused')
  const told = logged(known, 'pythonHome').filter(field => !refused.some(one => one.paste === field.paste && one.line === field.line))
  for (const field of [...refused, ...told]) add({ path: unquoted(String(field.value)), field, by: 'log', refused: refused.includes(field) })
  return all.length ? { value: all, evidence: all.map(home => home.field) } : undefined
})

