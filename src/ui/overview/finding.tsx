import { many } from '../../core/say.ts'
import type { Found } from '../../exports/findings.ts'
import { overview, rulesView } from '../../state/case.ts'
import { DocsLinks } from '../docs-links.tsx'
import { Fault } from '../fault.tsx'
import { PlaceLink } from '../line-link.tsx'
import { More } from '../more.tsx'
import { Prose } from '../prose.tsx'
import { useVisit } from '../visit.ts'
import { Evidence } from './evidence.tsx'
import { Pair } from './pair.tsx'

interface Props {
  readonly found: Found
  readonly level?: 'h3' | 'h4'
}

/** On which lines it rests, what to change, how to see that it worked, and why. */
function Ground({ found: { rule, finding } }: Pick<Props, 'found'>) {
  const remedy = [['What to change', finding.fix] as const, ['How to verify', finding.verify] as const]
  return (
    <>
      {finding.pair && <Pair pair={finding.pair} />}
      <Evidence fields={finding.evidence.filter(field => !finding.pair?.includes(field))} />
      <dl>
        {remedy.map(
          ([title, words]) =>
            words !== undefined && (
              <div key={title}>
                <dt>{title}</dt>
                <dd>
                  <Prose text={words} copyable />
                </dd>
              </div>
            ),
        )}
      </dl>
      <More title="Why">
        <p>
          <Prose text={rule.plain} />
        </p>
        <p>
          <Prose text={rule.why} />
        </p>
        <DocsLinks links={rule.docs} />
        <PlaceLink tab={rulesView} at={[rule.id]}>
          About this rule
        </PlaceLink>
      </More>
    </>
  )
}

/** One thing that is wrong; what follows from it stands beneath it, its lines a click away. */
export function FindingCard({ found, level: Heading = 'h3' }: Props) {
  const { id, finding, beneath } = found
  const { ref, shown } = useVisit<HTMLElement>(({ tab, at }) => tab === overview && at.join('/') === id)
  return (
    <article ref={ref} className={`finding ${finding.severity}${shown ? ' shown' : ''}`} aria-labelledby={`finding-${id}`} tabIndex={-1}>
      <Heading id={`finding-${id}`}>
        <Fault found={found} />
      </Heading>
      <p>
        <Prose text={finding.says} />
      </p>
      {finding.doubt !== undefined && (
        <p className="muted">
          <Prose text={finding.doubt} />
        </p>
      )}
      {Heading === 'h4' && !shown ? (
        <More title={`Its ${many(finding.evidence.length, 'line')}`}>
          <Ground found={found} />
        </More>
      ) : (
        <Ground found={found} />
      )}
      {beneath.length > 0 && (
        <div className="beneath">
          <p className="muted">Because of this: {many(beneath.length, 'more finding')}</p>
          {beneath.map(one => (
            <FindingCard key={one.id} found={one} level="h4" />
          ))}
        </div>
      )}
    </article>
  )
}
