import { defineFact, type Fact } from '../../core/need.ts'
import type { Field, Reading, Section } from '../../core/output.ts'
import { wordsOf } from '../error-log/prefix.ts'
import { shapeOf } from './messages.ts'

/** An exception with Python’s account of it: one event, however many lines it takes. */
export interface Account {
  /** The line that says what went wrong: of several exceptions in a chain the last, which is the one that was raised. */
  readonly exception: Field
  /** `django.core.exceptions.ImproperlyConfigured`. */
  readonly exceptionType: string
  /** The exception’s line, without the referer that Apache puts behind it. */
  readonly words: string
  /** The exceptions of the chain before it. */
  readonly earlier: readonly Field[]
  /** mod_wsgi’s own messages right above: which script it was. */
  readonly heads: readonly Field[]
  readonly script: string | undefined
  /** The innermost step that the account names. */
  readonly frame: { readonly file: string; readonly line: number } | undefined
  /** From the account’s first line to the exception; lines of other processes may stand between. */
  readonly lines: readonly [first: number, last: number]
}

/** Accounts that say the same, numbers apart: the first of them, and how many there are. */
export interface Traceback extends Account {
  readonly last: Field
  readonly count: number
}

interface Open {
  readonly first: number
  readonly earlier: readonly Field[]
  readonly heads: readonly Field[]
  frame: Account['frame']
}

const about = /Traceback \(|\bscript\b|above exception/
const begins = /^\s*(?:\+ )?(?:Exception Group )?Traceback \(most recent call last\)/
const chains = /^\s*(?:During handling of the above exception|The above exception was the direct cause)/
const step = /^[^"]{0,160}File "([^"]+)", line (\d+)/
const scripts = /(?:WSGI script|Python script file) '([^']+)'/
/** An exception of the application’s own, whose name has no usual ending: a name alone, or one with a colon. */
const ownName = /^[A-Za-z_][\w.]*(?::(?: |$)|$)/

/** Who writes: process and thread; Apache 2.2 names only the client. */
const writer = /\[pid (\d+(?::tid \w+)?)\]|\[client ([^\]]+)\]|\(pid=(\d+)/
const streamOf = (text: string) => writer.exec(text.slice(0, 260))?.slice(1).find(Boolean) ?? 'log'

const fieldOf = ({ fields }: Reading, key: string) => fields.find(field => field.key === key)

/** So far above a bare account its script may be named. */
const reach = 4

function accountsIn({ readings }: Section): readonly Account[] {
  const accounts: (Account | undefined)[] = []
  const open = new Map<string, Open>()
  /** Per writer: the place of its last account, and whether the next one goes on with it. */
  const latest = new Map<string, { readonly at: number; goesOn: boolean }>()
  const heads = new Map<string, { readonly fields: Field[]; readonly at: number }>()
  let latestHeads: { readonly fields: readonly Field[]; readonly at: number } | undefined

  const headsOf = (stream: string, at: number): readonly Field[] => {
    const near = latestHeads && at - latestHeads.at <= reach ? latestHeads.fields : []
    // Apache 2.2 names nobody where there is no client: `[error] mod_wsgi (pid=12): …`, then `[error] Traceback …`.
    const found = stream === '' ? near : (heads.get(stream)?.fields ?? (stream === 'log' ? near : []))
    heads.delete(stream)
    latestHeads = undefined
    return found
  }
  const start = (stream: string, first: number, at: number): Open => {
    const before = latest.get(stream)
    const earlier = before?.goesOn ? accounts[before.at] : undefined
    if (before && earlier) accounts[before.at] = undefined
    return earlier ? { first: earlier.lines[0], earlier: [...earlier.earlier, earlier.exception], heads: earlier.heads, frame: undefined } : { first, earlier: [], heads: headsOf(stream, at), frame: undefined }
  }

  readings.forEach((reading, at) => {
    const { line, note } = reading
    const event = fieldOf(reading, 'event')
    const text = event ? String(event.value) : line.text
    const exception = fieldOf(reading, 'exception')
    if (!open.size && !exception && !about.test(text)) return
    // A line with a level has a prefix that names its writer; Python’s own lines have none.
    const stream = fieldOf(reading, 'level') ? streamOf(line.text) : ''
    const words = event ? wordsOf(text) : text
    const going = open.get(stream)
    if (begins.test(words) || note?.label === 'traceback') {
      open.set(stream, start(stream, line.first, at))
      return
    }
    const end = exception ?? (going?.frame && event && ownName.test(words) ? event : undefined)
    if (end) {
      const { first, earlier, heads: above, frame } = going ?? start(stream, line.first, at)
      const said = exception ? String(exception.value) : words.replace(/, referer: \S+$/, '')
      const script = above.map(field => scripts.exec(String(field.value))?.[1]).find(Boolean)
      open.delete(stream)
      latest.set(stream, { at: accounts.length, goesOn: false })
      accounts.push({ exception: end, exceptionType: /^[\w.]*/.exec(said)?.[0] ?? '', words: said, earlier, heads: above, script, frame, lines: [first, line.last] })
      return
    }
    const [, file, number] = going ? (step.exec(words) ?? []) : []
    // Apache writes a backslash as two.
    if (going && file !== undefined) going.frame = { file: event ? file.replaceAll('\\\\', '\\') : file, line: Number(number) }
    else if (chains.test(words)) {
      const before = latest.get(stream)
      if (before) before.goesOn = true
    } else if (event && scripts.test(words) && /^\S/.test(words)) {
      const own = heads.get(stream)
      const next = { fields: own && at - own.at <= reach * 4 ? [...own.fields.slice(-2), event] : [event], at }
      heads.set(stream, next)
      latestHeads = next
      open.delete(stream)
    } else if (going && event && /^\S/.test(words)) open.delete(stream)
  })
  return accounts.flatMap(account => account ?? [])
}

/** Every exception of the logs, each time it came. */
export const accounts = defineFact<readonly Account[]>(['error-log'], (known): Fact<readonly Account[]> | undefined => {
  const value = known.sections.filter(section => section.output.id === 'error-log').flatMap(accountsIn)
  return value.length ? { value, evidence: value.slice(-1).map(one => one.exception) } : undefined
})

/** What two accounts must share to be the same event. */
const sameEvent = ({ words, frame, script }: Account) => `${shapeOf(words)}\n${frame?.file}:${frame?.line}\n${script}`

/** The exceptions of the logs, those that are the same counted together, in the order in which they first came. */
export const tracebacks = defineFact<readonly Traceback[]>(['error-log'], (known): Fact<readonly Traceback[]> | undefined => {
  const groups = new Map<string, { readonly first: Account; last: Field; count: number }>()
  for (const account of accounts.get(known)?.value ?? []) {
    const key = sameEvent(account)
    const before = groups.get(key)
    if (before) {
      before.count++
      before.last = account.exception
    } else groups.set(key, { first: account, last: account.exception, count: 1 })
  }
  const value = [...groups.values()].map(({ first, last, count }): Traceback => ({ ...first, last, count }))
  return value.length ? { value, evidence: value.map(one => one.exception) } : undefined
})
