import { wordsOf } from '../../checks/error-log/prefix.ts'
import { messages } from '../../checks/facts/messages.ts'
import { tracebacks, type Traceback } from '../../checks/facts/tracebacks.ts'
import { plainly } from '../../core/foreign.ts'
import { defineFact, type Fact } from '../../core/need.ts'
import type { Field, Reading, Section } from '../../core/output.ts'

/** An exception in the log, and what its account tells. */
export interface Raised {
  readonly field: Field
  readonly words: string
  /** The files of its traceback, outermost first. */
  readonly files: readonly string[]
  /** The source line right above it. */
  readonly source: string | undefined
  /** The script that mod_wsgi was at. */
  readonly script: string | undefined
  /** What mod_wsgi was doing with it, where it says so. */
  readonly while: 'loading' | 'serving' | undefined
  /** A second exception followed while this one was handled. */
  readonly superseded: boolean
}

const heading = /^\s*Traceback \(most recent call last\):/
const frame = /File "([^"]+)", line \d+/
/** `Failed to exec Python script file '…'.`, `WSGI0109: Unable to execute Python script file '…'.`, `Target WSGI script '…' cannot be loaded as Python module.` */
export const loadFailure = /(?:(?:Failed to exec|Unable to execute|when doing exec of) Python script file|Could not read or compile WSGI script) '([^']+)'|Target WSGI script '([^']+)' cannot be loaded/

/** No account is longer. */
const reach = 20_000
/** Of a log with very many, the newest. */
const most = 500
/** A script, by its name or by what it lies in. */
const isScript = (file: string) => /\.wsgi$|(?:^|\/)\w*wsgi\w*\.py$/.test(file)

/** So many lines above a field; the nearest last. */
function above({ paste: { text }, span }: Field, count: number): readonly string[] {
  return count > 0 ? text.slice(Math.max(0, span.start - reach), text.lastIndexOf('\n', span.start) + 1).split('\n').slice(0, -1).slice(-count).map(plainly) : []
}

function raisedIn({ exception, words, earlier, heads, script, lines: [first, last] }: Traceback): readonly Raised[] {
  const files = above(exception, last - first).flatMap(line => frame.exec(line)?.[1] ?? [])
  const said = heads.map(field => String(field.value))
  const state = said.some(text => loadFailure.test(text)) ? 'loading' : said.some(text => text.includes('processing WSGI script')) ? 'serving' : undefined
  const one = (field: Field, text: string, superseded: boolean): Raised => {
    const source = above(field, 2).findLast(line => !/[\^~]\s*$/.test(line))
    return { field, words: text, files, source: source !== undefined && !frame.test(source) ? source : undefined, script: script ?? files.find(isScript), while: state, superseded }
  }
  return [...earlier.map(field => one(field, wordsOf(String(field.value)), true)), one(exception, words, false)]
}

/** Every distinct exception, in the order of the log; met by any log. */
export const raised = defineFact<readonly Raised[]>(['error-log'], (known): Fact<readonly Raised[]> | undefined => {
  const all = messages.get(known)
  return all && { value: (tracebacks.get(known)?.value ?? []).slice(-most).flatMap(raisedIn), evidence: all.evidence }
})

/** Steps of a traceback, their sources and the marks beneath them, where they have no prefix. What else stands there may be the exception. */
const inside = new Set(['frame', 'caret', 'blank', 'chained', 'repeats'])

const textIn = (reading: Reading) => {
  const event = reading.fields.find(field => field.key === 'event')
  return event === undefined ? undefined : wordsOf(String(event.value))
}

/** The heading of the last traceback of a log, where nothing follows that could be its exception. */
export function openTraceback({ readings }: Section): Reading | undefined {
  const at = readings.findLastIndex(reading => heading.test(textIn(reading) ?? reading.line.text))
  const open = readings[at]
  const isOpen = readings.slice(at + 1).every(reading => {
    if (reading.fields.some(({ key }) => key === 'exception')) return false
    const words = textIn(reading)
    return words === undefined ? inside.has(reading.note?.label ?? '') : /^\s+[^\s|+]|^\s*File "|^\s*$/.test(words)
  })
  return open && isOpen ? open : undefined
}
