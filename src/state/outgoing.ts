import type { Case, Pasted } from './case.ts'
import { redactAll, type Redacted, type Wishes } from './redact/redact.ts'

/** What the person wishes to be replaced before anything leaves the page. */
export interface Privacy extends Wishes {
  readonly on: boolean
  readonly words: readonly string[]
  readonly kept: ReadonlySet<string>
}

export const fullPrivacy: Privacy = { on: true, words: [], kept: new Set() }

/** The case as it would leave the page, and what was replaced in each of its texts, in their order. */
export interface Outgoing {
  readonly case: Case
  readonly redacted: readonly Redacted[]
}

/** A file's name may hold a person's, too. */
const named = (pasted: Pasted, name: string | undefined): Pasted => (pasted.name === undefined || name === undefined ? pasted : { ...pasted, name })

export function outgoing(given: Case, privacy: Privacy): Outgoing {
  const { pastes, before } = given
  if (!privacy.on) return { case: given, redacted: pastes.map(({ text }) => ({ text, replacements: [] })) }
  const all = [...pastes, ...(before?.pastes ?? [])]
  // One run over all, so that a name has one stand-in everywhere.
  const done = redactAll([...all.map(({ text }) => text), ...all.map(({ name = '' }) => name), before?.name ?? ''], privacy)
  const replaced = all.map((pasted, i): Pasted => named({ ...pasted, text: done[i]?.text ?? '' }, done[all.length + i]?.text))
  return {
    case: {
      ...given,
      pastes: replaced.slice(0, pastes.length),
      ...(before && { before: { name: done.at(-1)?.text ?? '', pastes: replaced.slice(pastes.length) } }),
    },
    redacted: done.slice(0, pastes.length),
  }
}
