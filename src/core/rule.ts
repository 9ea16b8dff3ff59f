import type { Fact, Given, Known, Need } from './need.ts'
import type { Field } from './output.ts'
import type { DocsLink, Prose } from './prose.ts'

/** broken: it cannot work; risky: it will hurt; notable: know this. */
export type Severity = 'broken' | 'risky' | 'notable'

export interface Finding {
  readonly severity: Severity
  readonly says: Prose
  readonly evidence: readonly Field[]
  readonly fix?: Prose
  readonly verify?: Prose
  /** Why less is claimed than the values alone would say: the outputs may not belong together. */
  readonly doubt?: Prose
  /** The two values that were compared, each in its own output: they are shown side by side. */
  readonly pair?: readonly [Field, Field]
  /** Rules whose finding explains this one, in place of those of its rule. */
  readonly because?: readonly string[]
}

/** What a rule answers: nothing (it looked and it is fine), findings, or that it cannot tell for lack of an output. */
export type Answer = undefined | Finding | readonly Finding[] | { readonly lacks: readonly string[] }

export interface Rule<N extends Readonly<Record<string, Need<unknown>>> = Readonly<Record<string, Need<unknown>>>> {
  /** Fine. */
  readonly title: string
  /** Not fine. */
  readonly fault: string
  readonly severity: Severity
  /** One sentence for anybody: what it means for them. */
  readonly plain: Prose
  /** The mechanism, for the administrator. */
  readonly why: Prose
  /** What makes the rule speak, so that a reader of a clear outcome knows what was looked for. */
  readonly speaks: Prose
  readonly docs: readonly DocsLink[]
  readonly needs: N
  /** Rules whose finding explains this one: it is then told beneath theirs. */
  readonly because?: readonly string[]
  /** Outputs that would confirm its finding, or show where it comes from; the likeliest first. */
  readonly next?: readonly string[]
  /** Its finding puts in doubt whatever is concluded from several outputs together; this is the reason that is then given. */
  readonly castsDoubt?: Prose
  /** It speaks of the paste itself, so it is told before what is concluded from it. */
  readonly doubt?: true
  examine(given: Given<N>): Answer
}

export type NamedRule = Rule & { readonly id: string }

export type Outcome = { readonly rule: NamedRule } & (
  | { readonly kind: 'found'; readonly findings: readonly Finding[] }
  | { readonly kind: 'clear'; readonly looked: readonly Field[] }
  | { readonly kind: 'could-not-run'; readonly lacks: readonly string[] }
)

/** Infers what `examine` is given from what the rule needs. */
export function defineRule<const N extends Readonly<Record<string, Need<unknown>>>>(rule: Rule<N>): Rule {
  return rule as unknown as Rule
}

const isField = (x: unknown): x is Field => typeof x === 'object' && x !== null && 'span' in x && 'raw' in x
const isFact = (x: unknown): x is Fact<unknown> => typeof x === 'object' && x !== null && 'evidence' in x

/** Gathers the fields behind whatever a rule was given. */
function gather(given: unknown, fields: Field[]): void {
  if (isField(given)) fields.push(given)
  else if (isFact(given)) for (const field of given.evidence) fields.push(field)
  else if (Array.isArray(given)) for (const one of given) gather(one, fields)
}

const entries = new WeakMap<NamedRule['needs'], readonly (readonly [name: string, need: Need<unknown>, optional: boolean])[]>()

/** What a rule needs, by name: each report asks all of them anew. */
function needsOf({ needs }: NamedRule) {
  const known = entries.get(needs) ?? Object.entries(needs).map(([name, need]) => [name, need, 'optional' in need] as const)
  entries.set(needs, known)
  return known
}

/** Runs one rule over what is known. */
export function judge(rule: NamedRule, known: Known): Outcome {
  const given: Record<string, unknown> = {}
  const lacks: string[] = []
  for (const [name, need, optional] of needsOf(rule)) {
    const answer = need.get(known)
    if (answer === undefined && !optional) lacks.push(need.from[0] ?? '')
    given[name] = answer
  }
  if (lacks.length) return { rule, kind: 'could-not-run', lacks: [...new Set(lacks)].filter(Boolean) }
  const answer = rule.examine(given)
  if (answer && 'lacks' in answer) return { rule, kind: 'could-not-run', lacks: answer.lacks }
  const findings = answer === undefined ? [] : Array.isArray(answer) ? (answer as readonly Finding[]) : [answer as Finding]
  if (findings.length) return { rule, kind: 'found', findings }
  const looked: Field[] = []
  gather(Object.values(given), looked)
  return { rule, kind: 'clear', looked }
}

const outputsBehind = (finding: Finding) => new Set(finding.evidence.map(field => field.output)).size

/** Caps what is concluded from several outputs where a rule found that they may not belong together. */
export function withDoubts(outcomes: readonly Outcome[]): readonly Outcome[] {
  const doubters = outcomes.filter(o => o.kind === 'found' && o.rule.castsDoubt !== undefined)
  if (!doubters.length) return outcomes
  return outcomes.map(outcome => {
    if (outcome.kind !== 'found' || outcome.rule.castsDoubt !== undefined) return outcome
    const findings = outcome.findings.map(finding => {
      const doubt = doubters[0]?.rule.castsDoubt
      return outputsBehind(finding) > 1 && doubt !== undefined ? { ...finding, severity: 'notable' as const, doubt } : finding
    })
    return { ...outcome, findings }
  })
}
