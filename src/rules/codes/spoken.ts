import { numberOf } from '../../checks/error-log/codes/texts.ts'
import { wordsOf } from '../../checks/error-log/prefix.ts'
import { logged } from '../../checks/facts/log.ts'
import { shapeOf } from '../../checks/facts/messages.ts'
import { accounts } from '../../checks/facts/tracebacks.ts'
import type { Known } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import type { Outcome } from '../../core/rule.ts'

/** Every field of a finding, save those of doubts about the paste itself. */
const evidenceOf = (outcomes: readonly Outcome[]): readonly Field[] =>
  outcomes.flatMap(outcome => (outcome.kind === 'found' && !outcome.rule.doubt ? outcome.findings.flatMap(({ evidence }) => evidence.filter(field => field.output === 'error-log')) : []))

const placeOf = ({ paste, line }: Field) => `${paste.id}/${line}`
const numberIn = ({ value }: Field) => numberOf(wordsOf(String(value)), String(value))

/** The numbers whose lines are evidence of a finding. */
const onEvidence = (known: Known, places: ReadonlySet<string>) =>
  places.size ? logged(known, 'event').flatMap(field => (places.has(placeOf(field)) ? (numberIn(field) ?? []) : [])) : []

/** The numbers that only say in whose course an exception came up, where each of these exceptions is told of. */
function aboveEvidence(known: Known, places: ReadonlySet<string>): readonly string[] {
  const all = accounts.get(known)?.value ?? []
  const told = new Set(all.flatMap(one => ([one.exception, ...one.earlier].some(field => places.has(placeOf(field))) ? shapeOf(one.words) : [])))
  const explained = new Map<string, boolean>()
  for (const { heads, words } of told.size ? all : []) {
    for (const head of heads) {
      const number = numberIn(head)
      if (number !== undefined) explained.set(number, (explained.get(number) ?? true) && told.has(shapeOf(words)))
    }
  }
  return [...explained].flatMap(([number, fully]) => (fully ? number : []))
}

/** The numbers of which a rule speaks already. */
export function spokenOf(known: Known, outcomes: readonly Outcome[]): ReadonlySet<string> {
  const places = new Set(evidenceOf(outcomes).map(placeOf))
  return new Set([...onEvidence(known, places), ...aboveEvidence(known, places)])
}
