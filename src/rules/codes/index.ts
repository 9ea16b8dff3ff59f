import { numberOf } from '../../checks/error-log/codes/texts.ts'
import { wsgiCodes } from '../../checks/error-log/codes/wsgi.ts'
import { messages, type Message } from '../../checks/facts/messages.ts'
import type { Known } from '../../core/need.ts'
import type { NamedRule, Outcome } from '../../core/rule.ts'
import { ruleFor, unknownRule } from './rule.ts'
import { spokenOf } from './spoken.ts'

/** A rule for each of mod_wsgi's numbers in the log, of which none of the others speaks. One of the others may have its id. */
export function codeRules(known: Known, outcomes: readonly Outcome[]): readonly NamedRule[] {
  const taken = new Set(outcomes.flatMap(({ kind, rule }) => (kind === 'found' ? rule.id : [])))
  const groups = new Map<string, Message[]>()
  for (const message of messages.get(known)?.value ?? []) {
    const number = numberOf(message.words, message.text)
    if (!number?.startsWith('WSGI') || taken.has(number.toLowerCase())) continue
    const group = groups.get(number)
    if (group) group.push(message)
    else groups.set(number, [message])
  }
  if (!groups.size) return []
  const spoken = spokenOf(known, outcomes)
  return [...groups].flatMap(([number, all]) => {
    const row = wsgiCodes[number]
    return spoken.has(number) ? [] : ((row ? ruleFor(known, number, row, all) : unknownRule(number, all)) ?? [])
  })
}
