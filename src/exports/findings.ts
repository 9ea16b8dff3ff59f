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

/** The found rule that explains this one, unless that would go round in a circle. */
function rootOf(rule: NamedRule, found: ReadonlyMap<string, NamedRule>): string | undefined {
  const seen = new Set([rule.id])
  let root: string | undefined
  for (let next: NamedRule | undefined = rule; next; next = root === undefined ? undefined : found.get(root)) {
    const id: string | undefined = next.because?.find(cause => found.has(cause))
    if (id === undefined) return root
    if (seen.has(id)) return undefined
    seen.add(id)
    root = id
  }
  return root
}

const rank = ({ finding, rule }: Found) => severities.indexOf(finding.severity) * 2 + (rule.doubt ? 0 : 1)
const bySeverity = (found: readonly Found[]) => found.toSorted((a, b) => rank(a) - rank(b))

/** The findings, most severe first; those that follow from another one beneath it. */
export function findingsOf(report: Pick<Report, 'outcomes'>): readonly Found[] {
  const outcomes = report.outcomes.filter(isFound)
  const rules = new Map(outcomes.map(({ rule }) => [rule.id, rule]))
  const roots = new Map(outcomes.map(({ rule }) => [rule.id, rootOf(rule, rules)]))
  const every = outcomes.flatMap(({ rule, findings }) => findings.map((finding, i): Found => ({ id: `${rule.id}/${i}`, rule, finding, beneath: [] })))
  const under = (root: string | undefined) => bySeverity(every.filter(({ rule }) => roots.get(rule.id) === root))
  // Only the first finding of a rule carries what follows from the rule.
  return under(undefined).map(found => (found.id.endsWith('/0') ? { ...found, beneath: under(found.rule.id) } : found))
}

export const flat = (found: readonly Found[]): readonly Found[] => found.flatMap(one => [one, ...one.beneath])

/** "1 broken, 2 risky". */
export const countedFindings = (found: readonly Found[]) =>
  severities
    .map(severity => [flat(found).filter(({ finding }) => finding.severity === severity).length, severity] as const)
    .flatMap(([count, severity]) => (count ? `${count} ${severity}` : []))
    .join(', ')
