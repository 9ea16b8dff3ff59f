import { Fragment } from 'react'
import { countedFindings, flat } from '../../exports/findings.ts'
import { many } from '../../core/say.ts'
import { isKnownFailure, nothingRecognised } from '../../exports/titles.ts'
import { overview } from '../../state/case.ts'
import { firstLine, useDerived } from '../derived.ts'
import { Glyph } from '../glyph.tsx'
import { PlaceLink } from '../line-link.tsx'
import { Part } from '../part.tsx'
import { Prose } from '../prose.tsx'
import { FindingCard } from './finding.tsx'

function NoFinding() {
  const { outcomes, sections, pastes } = useDerived().report
  if (!sections.length) {
    const first = pastes.map(({ text }) => firstLine(text)).find(Boolean)
    return (
      <p>
        {nothingRecognised}, so nothing was looked at; something may still be wrong.
        {first !== undefined && (
          <>
            {' '}
            It begins with <code>{first}</code>; expected is what a command below prints, an error log, or Apache’s configuration.
          </>
        )}
      </p>
    )
  }
  const comparisons = outcomes.filter(({ rule }) => !isKnownFailure(rule))
  const clear = comparisons.filter(({ kind }) => kind === 'clear').length
  const dark = comparisons.filter(({ kind }) => kind === 'could-not-run').length
  const failures = outcomes.filter(({ kind, rule }) => kind === 'clear' && isKnownFailure(rule)).length
  return (
    <p>
      {clear > 0 && <Glyph mark="fine" />}
      {clear ? `Nothing wrong in ${many(clear, 'comparison')}.` : 'No comparison could be made yet.'}
      {failures > 0 && ` No message of ${many(failures, 'known failure')}.`}
      {dark > 0 && ` ${many(dark, 'comparison')} could not be made: see what to run next.`}
    </p>
  )
}

/** What makes the conclusions uncertain is said before them, whatever its severity. */
function Doubts() {
  const { findings } = useDerived()
  const doubts = flat(findings).filter(({ id, rule }) => rule.doubt && id.endsWith('/0'))
  if (!doubts.length) return null
  return (
    <p className="doubts">
      First, about what was pasted:{' '}
      {doubts.map(({ id, rule }, i) => (
        <Fragment key={id}>
          {i > 0 && '; '}
          <PlaceLink tab={overview} at={id.split('/')}>
            <Prose text={rule.fault} />
          </PlaceLink>
        </Fragment>
      ))}
      .
    </p>
  )
}

export function Findings() {
  const { findings } = useDerived()
  return (
    <Part id="findings" title="Findings">
      <p className="muted">{countedFindings(findings)}</p>
      <Doubts />
      {findings.length ? findings.map(found => <FindingCard key={found.id} found={found} />) : <NoFinding />}
    </Part>
  )
}
