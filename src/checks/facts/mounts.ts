import { defineFact, type Fact, type Known } from '../../core/need.ts'
import { configTexts, type Directive, type Text } from './config-texts.ts'
import { all, nameOf, type Bare, type Expectations, type Expected } from './expectation.ts'
import { expectedFlags } from './expected-flags.ts'
import { expectedInterpreter } from './expected-interpreter.ts'
import { expectedGroup, expectedPrefix } from './expected-group.ts'
import { hostOf } from './scopes.ts'

/** One `WSGIScriptAlias`: where it leads and what the script should be told there. */
export interface Mount extends Bare {
  /** The `WSGIDaemonProcess` line of its group. */
  readonly daemon: Directive | undefined
  readonly expected: Expectations
}

function bareOf(alias: Directive, text: Text, texts: readonly Text[]): Bare | undefined {
  const [path, script] = alias.words
  if (path === undefined || script === undefined) return undefined
  const pattern = /match$/i.test(alias.name)
  const container = hostOf(alias.within)
  const target = { path: pattern ? path : path.replace(/(.)\/+$/, '$1'), script: pattern && /\$\d/.test(script) ? undefined : script, host: container, alias }
  return { path: target.path, pattern, script, alias, field: alias.field, host: container && { container, name: nameOf(texts, container) }, text, target }
}

/** The line that makes a group. Two different ones stand before and after a change, or Apache does not start. */
function daemonOf({ value }: Expected<string>, texts: readonly Text[]): Directive | undefined {
  const lines = value === undefined || value === '' ? [] : all(texts, 'WSGIDaemonProcess').filter(({ words }) => words[0] === value)
  return new Set(lines.map(({ words }) => words.join(' '))).size === 1 ? lines.at(-1) : undefined
}

function mountOf(bare: Bare, texts: readonly Text[], known: Known): Mount {
  const processGroup = expectedGroup(bare, texts)
  const { value } = processGroup
  const mode = { ...processGroup, value: value === undefined ? undefined : value === '' ? 'embedded' as const : 'daemon' as const }
  const daemon = daemonOf(processGroup, texts)
  return { ...bare, daemon, expected: { mode, processGroup, applicationGroup: expectedInterpreter(bare, texts), ...expectedFlags(processGroup, daemon, texts, known), prefix: expectedPrefix(processGroup, daemon, texts) } }
}

/** Every mount in the order of the text; those in a line that is commented out are not among them. */
export const mounts = defineFact<readonly Mount[]>(['config'], (known): Fact<readonly Mount[]> | undefined => {
  const texts = configTexts.get(known)?.value ?? []
  const bare = texts.flatMap(text => text.directives.filter(({ name }) => /^wsgiscriptalias(?:match)?$/i.test(name)).flatMap(alias => bareOf(alias, text, texts) ?? []))
  return bare.length ? { value: bare.map(one => mountOf(one, texts, known)), evidence: bare.map(mount => mount.field) } : undefined
})
