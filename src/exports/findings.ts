import type { Report } from '../core/report.ts'
import type { Finding, NamedRule, Outcome, Severity } from '../core/rule.ts'

/** A finding with its rule; what follows from it stands beneath it. */
export interface Found {
  /** Rule id and number: its place in the address. */
  readonly id: string
  readonly rule: NamedRule
  readonly finding: Finding
  readonly beneath: readonly Found[]
}

export const severities: readonly Severity[] = ['broken', 'risky', 'notable']
const isFound = (outcome: Outcome) => outcome.kind === 'found'
const grave = ({ finding }: Found) => severities.indexOf(finding.severity)

/** What is merely worth knowing explains nothing worse, unless it is a doubt about the paste itself. */
const mayExplain = (cause: Found, found: Found) => cause.rule.doubt === true || cause.finding.severity !== 'notable' || found.finding.severity === 'notable'
const shareLine = (a: Found, b: Found) => a.finding.evidence.some(field => b.finding.evidence.includes(field))

/** What explains a finding, the nearest first; nothing where that would go round in a circle. */
function chainOf(found: Found, every: readonly Found[]): readonly Found[] {
  const chain: Found[] = []
  let one = found
  for (;;) {
    const from = one
    const causes = from.finding.because ?? from.rule.because ?? []
    const candidates = causes.map(id => every.filter(other => other.rule.id === id && mayExplain(other, from))).find(({ length }) => length) ?? []
    // Of several findings of one rule, the one about the same line, else the gravest.
    const cause = candidates.find(other => shareLine(other, from)) ?? candidates.toSorted((a, b) => grave(a) - grave(b))[0]
    if (!cause) return chain
    if (cause.rule.id === found.rule.id || chain.some(({ rule }) => rule.id === cause.rule.id)) return []
    chain.push(cause)
    one = cause
  }
}

/** A root stands where the worst that follows from it belongs; a doubt before the rest, then what explains most. */
const gravest = (found: Found) => Math.min(grave(found), ...found.beneath.map(grave))
const rank = (found: Found) => gravest(found) * 2 + (found.rule.doubt ? 0 : 1)

/** The findings, most severe first; those that follow from another one beneath it. */
export function findingsOf(report: Pick<Report, 'outcomes'>): readonly Found[] {
  const every = report.outcomes.filter(isFound).flatMap(({ rule, findings }) => findings.map((finding, i): Found => ({ id: `${rule.id}/${i}`, rule, finding, beneath: [] })))
  const chained = every.map(found => ({ found, chain: chainOf(found, every) }))
  const beneath = (root: Found) =>
    chained
      .filter(({ chain }) => chain.at(-1) === root)
      .toSorted((a, b) => grave(a.found) - grave(b.found) || a.chain.length - b.chain.length)
      .map(({ found }) => found)
  return chained
    .flatMap(({ found, chain }) => (chain.length ? [] : { ...found, beneath: beneath(found) }))
    .toSorted((a, b) => rank(a) - rank(b) || b.beneath.length - a.beneath.length)
}

export const flat = (found: readonly Found[]): readonly Found[] => found.flatMap(one => [one, ...one.beneath])

/** "1 broken, 2 risky". */
export const countedFindings = (found: readonly Found[]) =>
  severities
    .map(severity => [flat(found).filter(({ finding }) => finding.severity === severity).length, severity] as const)
    .flatMap(([count, severity]) => (count ? `${count} ${severity}` : []))
    .join(', ')
