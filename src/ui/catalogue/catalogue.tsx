import { useDeferredValue, useState } from 'react'
import type { NamedRule } from '../../core/rule.ts'
import { many } from '../../core/say.ts'
import { isKnownFailure } from '../../exports/titles.ts'
import { rules } from '../../rules/index.ts'
import { overview } from '../../state/case.ts'
import { useDerived } from '../derived.ts'
import { PlaceLink } from '../line-link.tsx'
import { RuleEntry } from './rule-entry.tsx'

const groups: readonly (readonly [title: string, says: string, has: (rule: NamedRule) => boolean])[] = [
  ['About the paste itself', 'Doubts that come before every conclusion.', rule => rule.doubt === true],
  ['Comparisons', 'Values of the outputs, held against one another or against what is possible.', rule => !rule.doubt && !isKnownFailure(rule)],
  ['Known failures', 'Messages of the log, of a start or of a build whose cause is known.', isKnownFailure],
]

const wordsOf = ({ id, title, fault, plain, why, speaks }: NamedRule) => `${id} ${title} ${fault} ${plain} ${why} ${speaks}`.toLowerCase()

/** Every rule, out of the same records that judge. */
export function Catalogue() {
  const { report } = useDerived()
  const [typed, setTyped] = useState('')
  const words = useDeferredValue(typed.trim().toLowerCase())
  const outcomes = new Map(report.outcomes.map(outcome => [outcome.rule.id, outcome]))
  // The rule for a number of mod_wsgi is made when the log has the number.
  const all = [...rules, ...report.outcomes.flatMap(({ rule }) => (rules.some(({ id }) => id === rule.id) ? [] : rule))]
  const chosen = all.filter(rule => words === '' || wordsOf(rule).includes(words)).toSorted((a, b) => a.id.localeCompare(b.id))
  return (
    <div className="catalogue">
      <h2>All rules</h2>
      <p>
        What this page looks for, in the pasted texts alone. Each rule has a text that makes it speak and one that does not; to try one takes the place of what you pasted, and can be undone.{' '}
        <PlaceLink tab={overview}>Back to the Overview</PlaceLink>
      </p>
      <div className="filters">
        <label>
          With the words <input type="search" value={typed} placeholder="libpython, prefork, WSGI0117, …" spellCheck={false} onChange={({ target }) => setTyped(target.value)} />
        </label>
        <output className="muted">{many(chosen.length, 'rule')}</output>
      </div>
      {groups.map(([title, says, has]) => {
        const own = chosen.filter(has)
        return (
          own.length > 0 && (
            <section key={title}>
              <h3>
                {title}: {own.length}
              </h3>
              <p className="muted">{says}</p>
              <ul>
                {own.map(rule => (
                  <RuleEntry key={rule.id} rule={rule} outcome={outcomes.get(rule.id)} />
                ))}
              </ul>
            </section>
          )
        )
      })}
    </div>
  )
}
