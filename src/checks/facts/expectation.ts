import type { Field } from '../../core/output.ts'
import type { Prose } from '../../core/prose.ts'
import type { Container, Directive, Text } from './config-texts.ts'
import type { Target } from './scopes.ts'

/** A value that the diagnostic page should show for a mount; undefined where the lines leave it open. */
export interface Expected<T> {
  readonly value: T | undefined
  readonly because: Prose
  readonly evidence: readonly Field[]
}

/** A virtual host with its name, where it has one. */
export interface Host {
  readonly container: Container
  readonly name: Directive | undefined
}

/** One `WSGIScriptAlias`, before anything is concluded. */
export interface Bare {
  /** `/app`; of `WSGIScriptAliasMatch` the pattern. */
  readonly path: string
  /** The address is a pattern. */
  readonly pattern: boolean
  readonly script: string
  readonly alias: Directive
  readonly field: Field
  readonly host: Host | undefined
  readonly text: Text
  readonly target: Target
}

export interface Expectations {
  readonly mode: Expected<'embedded' | 'daemon'>
  readonly processGroup: Expected<string>
  readonly applicationGroup: Expected<string>
  readonly multithread: Expected<boolean>
  readonly multiprocess: Expected<boolean>
  readonly prefix: Expected<string>
}

export const open = (because: Prose, ...lines: readonly (Directive | undefined)[]): Expected<never> => ({ value: undefined, because, evidence: lines.flatMap(line => line?.field ?? []) })

const byName = new WeakMap<readonly Text[], Map<string, Directive[]>>()

/** Every line with this directive, in all texts. Each mount asks for several, so they are sorted once. */
export function all(texts: readonly Text[], name: string): readonly Directive[] {
  let sorted = byName.get(texts)
  if (!sorted) {
    sorted = new Map()
    for (const line of texts.flatMap(text => text.directives)) {
      const same = sorted.get(line.name.toLowerCase())
      if (same) same.push(line)
      else sorted.set(line.name.toLowerCase(), [line])
    }
    byName.set(texts, sorted)
  }
  return sorted.get(name.toLowerCase()) ?? []
}

const hostNames = new WeakMap<readonly Text[], ReadonlyMap<Container, Directive>>()

/** The `ServerName` line of a virtual host; the last one counts. */
export function nameOf(texts: readonly Text[], host: Container): Directive | undefined {
  const names = hostNames.get(texts) ?? new Map(all(texts, 'ServerName').flatMap(line => { const inner = line.within.at(-1); return inner ? [[inner, line] as const] : [] }))
  hostNames.set(texts, names)
  return names.get(host)
}

/** The value of an option; the last one counts where it is written twice. */
export const optionIn = (words: readonly string[], name: string) => words.findLast(word => word.startsWith(`${name}=`))?.slice(name.length + 1)

/** What is written for a group: its name, `''` for `%{GLOBAL}`, undefined for what Apache finds out at each request. */
export const constant = (written: string): string | undefined => (written === '%{GLOBAL}' ? '' : /^%|\$\{/.test(written) ? undefined : written)
