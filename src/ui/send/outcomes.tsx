import type { Report } from '../../core/report.ts'
import type { Outcome } from '../../core/rule.ts'
import { many } from '../../core/say.ts'
import { useDerived } from '../derived.ts'
import { Glyph } from '../glyph.tsx'
import { ProseList } from '../prose.tsx'

const verdict = (outcome: Outcome) => `${outcome.kind} ${outcome.kind === 'found' ? outcome.findings.map(({ severity }) => severity).join(' ') : ''}`

/** Whether those who get the replaced text are told the same by it. */
export function Outcomes({ report, replaced }: { readonly report: Report; readonly replaced: number }) {
  const { outcomes } = useDerived().report
  const after = new Map(report.outcomes.map(outcome => [outcome.rule.id, outcome]))
  const differ = outcomes.filter(outcome => {
    const other = after.get(outcome.rule.id)
    return !other || verdict(outcome) !== verdict(other)
  })
  if (!replaced) return <p className="muted">Nothing is replaced, so the rules say the same of it.</p>
  if (!differ.length)
    return (
      <p>
        <Glyph mark="fine" />
        {many(replaced, 'place')} replaced. The rules were run again on the replaced text: every outcome is the same.
      </p>
    )
  return (
    <div className="doubt">
      <p>{many(replaced, 'place')} replaced. On the replaced text these rules say something else; leave the value that they need as it is:</p>
      <ProseList texts={differ.map(({ rule }) => rule.title)} />
    </div>
  )
}
