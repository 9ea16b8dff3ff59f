import { linesOf, type Stretch } from '../../exports/lines.ts'
import { notUnderstood, stretchesUnread } from '../../exports/not-understood.ts'
import { grouped, many } from '../../core/say.ts'
import { isKnownFailure, lineRange, outputTitle } from '../../exports/titles.ts'
import { redact } from '../../state/redact/redact.ts'
import { CopyButton } from '../copy.tsx'
import { nameIn, useDerived } from '../derived.ts'
import type { Report } from '../../core/report.ts'
import type { NamedRule } from '../../core/rule.ts'
import { rulesView } from '../../state/case.ts'
import { Glyph } from '../glyph.tsx'
import { PlaceLink } from '../line-link.tsx'
import { More } from '../more.tsx'
import { ClearList } from './clear-list.tsx'
import { Prose } from '../prose.tsx'

const most = 40

function Unread({ stretch: { paste, lines: [first, last], section } }: { readonly stretch: Stretch }) {
  return (
    <li>
      <p className="muted">
        {nameIn(useDerived(), paste)}, {lineRange([first, last])}
        {section && (
          <>
            , inside <Prose text={section.output.title} />
          </>
        )}
      </p>
      <pre className="unread">{linesOf(paste, [first, Math.min(last, first + most)]).slice(0, 4000)}</pre>
      {last > first + most && <p className="muted">and {grouped(last - first - most)} lines more</p>}
    </li>
  )
}

/** What helps those who make this page: the lines, without the names in them. */
const prepared = (report: Report) => redact(notUnderstood(report))

const Preview = ({ report }: { readonly report: Report }) => <pre className="unread">{prepared(report)}</pre>

const Prepared = ({ report }: { readonly report: Report }) => (
  <>
    <p>
      If the page should have understood them: <CopyButton text={() => prepared(report)} what="a report of these lines, with names replaced">Copy them as a report</CopyButton>
    </p>
    <More title="What is copied" late>
      <Preview report={report} />
    </More>
  </>
)

/** What was fine, what could not be looked at, and what nobody understood: three different things. */
export function Counts() {
  const { report } = useDerived()
  const clear = report.outcomes.filter(outcome => outcome.kind === 'clear')
  const comparisons = clear.filter(({ rule }) => !isKnownFailure(rule))
  const dark = new Map<string, NamedRule[]>()
  let darkFailures = 0
  for (const outcome of report.outcomes) {
    if (outcome.kind !== 'could-not-run') continue
    if (isKnownFailure(outcome.rule)) {
      darkFailures++
      continue
    }
    const needs = outcome.lacks.map(outputTitle).join(' and ') || 'what was not pasted'
    dark.set(needs, [...(dark.get(needs) ?? []), outcome.rule])
  }
  const unread = stretchesUnread(report)
  const lines = unread.reduce((sum, { lines: [first, last] }) => sum + last - first + 1, 0)
  return (
    <section className="counts" aria-label="What was looked at">
      <More title={<><Glyph mark="fine" />Looked at and fine: {comparisons.length}</>} late>
        <ClearList outcomes={comparisons} />
        {clear.length > comparisons.length && (
          <p>
            And none of <PlaceLink tab={rulesView}>{many(clear.length - comparisons.length, 'known failure')}</PlaceLink> shows in the log.
          </p>
        )}
      </More>
      <More title={<><Glyph mark="none" />Could not look: {[...dark.values()].flat().length}</>} late>
        {[...dark]
          .toSorted(([, a], [, b]) => b.length - a.length)
          .map(([needs, rules]) => (
            <div key={needs}>
              <h3>
                Needs <Prose text={needs} />
              </h3>
              <ul>
                {rules.map(({ id, title }) => (
                  <li key={id}>
                    <PlaceLink tab={rulesView} at={[id]}>
                      <Prose text={title} />
                    </PlaceLink>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        {darkFailures > 0 && <p>Without a log, none of {many(darkFailures, 'known failure')} could be looked for.</p>}
      </More>
      <p>
        <PlaceLink tab={rulesView}>All rules</PlaceLink>
      </p>
      <More title={<><Glyph mark="unknown" />Not understood: {many(lines, 'line')}</>}>
        {unread.length > 0 && <Prepared report={report} />}
        <ul>
          {unread.slice(0, most).map(stretch => (
            <Unread key={`${stretch.paste.id}/${stretch.lines.join('-')}`} stretch={stretch} />
          ))}
        </ul>
        {unread.length > most && <p className="muted">and {many(unread.length - most, 'stretch', 'stretches')} more, shown on the tabs</p>}
      </More>
    </section>
  )
}
