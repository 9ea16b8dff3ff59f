import { shapeOf } from '../../checks/facts/messages.ts'
import { accounts, type Account } from '../../checks/facts/tracebacks.ts'
import { logged } from '../../checks/facts/log.ts'
import { wordsOf } from '../../checks/error-log/prefix.ts'
import type { Known } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import type { Paste } from '../../core/source.ts'
import { stampOf } from './stamp.ts'

/** How grave: the first asks for something to be done, the second goes on all the same, the third is no fault. */
export type Weight = 'fault' | 'warning' | 'remark'
export const weights: readonly Weight[] = ['fault', 'warning', 'remark']

/** One message of the log, however often it came; numbers apart. */
export interface LogEvent {
  readonly words: string
  readonly weight: Weight
  /** As the log says it; undefined where a line has none. */
  readonly level: string | undefined
  readonly code: string | undefined
  readonly first: Field
  readonly count: number
  readonly from: number | undefined
  readonly to: number | undefined
  readonly processes: number
  /** For an exception: Python’s account of it, which is one event however many lines it takes. */
  readonly account: Account | undefined
}

/** When something happened, for the chart. */
export interface Moment {
  readonly time: number
  readonly weight: Weight
}

/** A stretch between two starts of Apache, with the notice that opens it. */
export interface Run {
  readonly start: Field | undefined
  readonly time: number | undefined
  readonly events: Readonly<Record<Weight, number>>
}

export interface LogStory {
  readonly events: readonly LogEvent[]
  readonly moments: readonly Moment[]
  readonly runs: readonly Run[]
  /** How many messages came, those that came again included. */
  readonly count: number
}

const faults = /^(?:emerg|alert|crit|error)$/

/** A line without a level, from a terminal or from Python, is a fault where its words say so. */
const failed = /\b(?:[A-Z]\w*(?:Error|Exception)|[Ee]rror|[Ff]atal|[Cc]annot|[Cc]an.t|[Uu]nable|[Ff]ailed|[Ii]nvalid|denied|refused|not found|undefined symbol|Segmentation fault|Sorry)\b/

function weightOf(level: string | undefined, words: string): Weight {
  if (level === undefined) return failed.test(words) ? 'fault' : 'remark'
  return faults.test(level) ? 'fault' : level === 'warn' ? 'warning' : 'remark'
}

/** The steps of an account, and what leads from one exception of a chain to the next: the exception speaks for them. */
const isStep = /^(?:\s+\S|\s*(?:\+ )?(?:Exception Group )?Traceback \(most recent call last\)|\s*(?:During handling of the above exception|The above exception was the direct cause))/

interface Gathered {
  weight: Weight
  first: Field
  words: string
  level: string | undefined
  count: number
  from: number | undefined
  to: number | undefined
  pids: Set<string>
}

const placeOf = ({ paste, line }: Field) => `${paste.id}/${line}`

/** Whether a field stands on a line with one of these. */
function onLineOf(fields: readonly Field[]): (field: Field) => boolean {
  const lines = new Map<Paste, Set<number>>()
  for (const { paste, line } of fields) {
    const known = lines.get(paste)
    if (known) known.add(line)
    else lines.set(paste, new Set([line]))
  }
  return ({ paste, line }) => lines.get(paste)?.has(line) === true
}

/** Everything that the log says, gathered. */
export function logStory(known: Known): LogStory {
  const lines = logged(known, 'event')
  const isStart = onLineOf(logged(known, 'bannerServer'))
  const all = accounts.get(known)?.value ?? []
  const told = new Map(all.map(account => [placeOf(account.exception), account]))
  const isEarlier = onLineOf(all.flatMap(account => account.earlier))
  const groups = new Map<string, Gathered>()
  const moments: Moment[] = []
  const runs: { start: Field | undefined; time: number | undefined; events: Record<Weight, number> }[] = []
  let count = 0
  let latest: { readonly paste: string; readonly time: number } | undefined
  for (const field of lines) {
    const { pid, level, time: stamped } = stampOf(field)
    // Python's own words carry no time: they came right after the line above.
    const time = stamped ?? (latest?.paste === field.paste.id ? latest.time : undefined)
    if (time !== undefined) latest = { paste: field.paste.id, time }
    const words = wordsOf(String(field.value))
    // An account is one event: its steps are not counted either.
    if (words.trim() === '' || isStep.test(words) || isEarlier(field)) continue
    count++
    const weight = weightOf(level, words)
    if (time !== undefined) moments.push({ time, weight })
    const starts = isStart(field)
    if (!runs.length || starts) runs.push({ start: starts ? field : undefined, time, events: { fault: 0, warning: 0, remark: 0 } })
    const run = runs.at(-1)
    if (run) run.events[weight]++
    const key = `${weight} ${shapeOf(words)}`
    const group = groups.get(key)
    if (!group) groups.set(key, { first: field, words, weight, level, count: 1, from: time, to: time, pids: new Set() })
    else {
      group.count++
      group.from ??= time
      group.to = time ?? group.to
    }
    if (pid !== undefined) groups.get(key)?.pids.add(pid)
  }
  const events = [...groups.values()].map(({ pids, ...one }): LogEvent => ({ ...one, account: told.get(placeOf(one.first)), code: /\b(?:AH\d{5}|WSGI\d{4})(?=:)/.exec(String(one.first.value))?.[0], processes: pids.size }))
  return { events, moments, runs, count }
}
