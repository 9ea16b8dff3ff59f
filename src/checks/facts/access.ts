import type { Directive, Text } from './config-texts.ts'
import { all } from './expectation.ts'
import { around, holdsFor, type Target } from './scopes.ts'

export type Access =
  /** A container of the script lets somebody in. */
  | { readonly kind: 'granted' }
  /** The innermost container that says anything lets nobody in. */
  | { readonly kind: 'denied'; readonly line: Directive }
  /** No line says anything. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'open' }

const denies = ({ name, words }: Directive) => /^deny$/i.test(name) || (/^require$/i.test(name) && /^all$/i.test(words[0] ?? '') && /^denied$/i.test(words[1] ?? ''))

/** The part of the containers that orders them: directories by their length, then files, then addresses. */
function weight({ within }: Directive): number {
  const inner = within.filter(({ name }) => /^(?:directory|files|location)/.test(name))
  if (inner.some(({ name }) => name.startsWith('location'))) return 1e6
  if (inner.some(({ name }) => name.startsWith('files'))) return 1e5
  return inner.at(-1)?.argument.replace(/\/+$/, '').length ?? -1
}

/** Whether the pasted lines let anybody at a script. Of containers that both hold, the later kind or the longer directory counts. */
export function accessTo(target: Target, texts: readonly Text[]): Access {
  const lines = ['Require', 'Allow', 'Deny'].flatMap(name => around(all(texts, name), target.host))
  const holding = lines.map(line => ({ line, holds: holdsFor(line, target) })).filter(({ holds }) => holds !== 'no')
  if (holding.some(({ holds }) => holds === 'open')) return { kind: 'open' }
  const best = Math.max(...holding.map(({ line }) => weight(line)))
  const last = holding.filter(({ line }) => weight(line) === best).map(({ line }) => line)
  const [first] = last
  if (!first) return { kind: 'silent' }
  // What stands inside <RequireAny> and its like, or beside another line, is for Apache to judge.
  return last.every(denies) && !last.some(({ within }) => within.some(({ name }) => name.startsWith('require'))) && !all(texts, 'Satisfy').length ? { kind: 'denied', line: first } : { kind: 'granted' }
}
