import type { Field, Section } from '../core/output.ts'
import { judgeSections, type Report } from '../core/report.ts'
import { findingsOf, flat, type Found } from './findings.ts'
import { isOpenEnded } from './titles.ts'

/** What the rules and the speaking sections say: of the newer state, or of the older. */
export type Judged = Pick<Report, 'sections' | 'outcomes' | 'known'>

/** One value that changed; a side is absent where it was not there. */
export interface Change {
  readonly output: string
  readonly key: string
  readonly label: string
  readonly before: Field | undefined
  readonly after: Field | undefined
}

export interface Comparison {
  readonly changes: readonly Change[]
  /** Outputs that one side alone has: nothing can be said of their values. */
  readonly onlyBefore: readonly string[]
  readonly onlyAfter: readonly string[]
  /** Its rule looked again and found nothing. */
  readonly gone: readonly Found[]
  /** Its rule could not look again: nothing says that it is gone. */
  readonly unsure: readonly Found[]
  readonly fresh: readonly Found[]
  readonly still: readonly Found[]
}

/** Logs and messages are never the same twice, and addresses in memory change at each start. */
const isFleeting = ({ output, key, raw }: Field) => output === 'error-log' || key === 'address' || /^\(?0x[0-9a-f]+\)?$/i.test(raw)

const ofOutput = ({ known }: Judged, output: string): readonly Field[] => known.section(output)?.fields.filter(field => !isFleeting(field)) ?? []

/** A list's items have one key: each is told apart by its value. */
function byName(fields: readonly Field[]): Map<string, Field> {
  const counts = new Map<string, number>()
  for (const { key } of fields) counts.set(key, (counts.get(key) ?? 0) + 1)
  return new Map(fields.map(field => [(counts.get(field.key) ?? 0) > 1 ? `${field.key} ${String(field.value)}` : field.key, field]))
}

/** What a side does not show is not there only where all of it was pasted. */
const isWhole = ({ known }: Judged, output: string) => known.section(output)?.extent === 'whole'

function changesOf(output: string, before: Judged, after: Judged): Change[] {
  const [old, now] = [byName(ofOutput(before, output)), byName(ofOutput(after, output))]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap(name => {
    const [one, other] = [old.get(name), now.get(name)]
    const field = other ?? one
    if (!field || (one && other && JSON.stringify(one.value) === JSON.stringify(other.value))) return []
    if ((!one && !isWhole(before, output)) || (!other && !isWhole(after, output))) return []
    return [{ output, key: field.key, label: field.label, before: one, after: other }]
  })
}

const outputsOf = ({ known }: Judged) => known.speakers.map(({ output }) => output.id)

const has = (list: readonly Found[], { id }: Found) => list.some(one => one.id === id)

/** What changed from the older state to the newer one. */
export function compare(before: Judged, after: Judged): Comparison {
  const [old, now] = [outputsOf(before), outputsOf(after)]
  const both = now.filter(output => old.includes(output))
  const [was, is] = [flat(findingsOf(before)), flat(findingsOf(after))]
  const ranNow = new Set(after.outcomes.flatMap(({ rule, kind }) => (kind === 'could-not-run' ? [] : rule.id)))
  const ended = was.filter(one => !has(is, one))
  return {
    changes: both.flatMap(output => changesOf(output, before, after)),
    onlyBefore: old.filter(output => !now.includes(output)),
    onlyAfter: now.filter(output => !old.includes(output)),
    gone: ended.filter(({ rule }) => ranNow.has(rule.id)),
    unsure: ended.filter(({ rule }) => !ranNow.has(rule.id)),
    fresh: is.filter(one => !has(was, one)),
    still: is.filter(one => has(was, one)),
  }
}

/** The older of what was pasted twice: without the last section of each output that has several; undefined where none has. */
export function olderState({ sections, known }: Judged): Judged | undefined {
  const isLast = (section: Section) => known.section(section.output.id) === section
  const twice = new Set(sections.filter(section => !isLast(section) && section.extent !== 'failed' && !isOpenEnded(section)).map(({ output }) => output.id))
  return twice.size ? judgeSections(sections.filter(section => !(twice.has(section.output.id) && isLast(section)))) : undefined
}
