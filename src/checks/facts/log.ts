import { plainly } from '../../core/foreign.ts'
import { defineFact, fieldsIn, type Fact, type Known, type Need } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import type { Paste } from '../../core/source.ts'

const lists = {}

/** Every value of a kind in all logs and start-up messages: those before another output make a section of their own. */
export const logged = (known: Known, key: string): readonly Field[] => {
  // Many rules ask for the same lists, which may be long.
  const found = known.once(lists, () => ({ logs: known.sections.filter(section => section.output.id === 'error-log'), byKey: new Map<string, readonly Field[]>() }))
  const before = found.byKey.get(key)
  if (before) return before
  const [only, ...others] = found.logs
  const fields = only && !others.length ? fieldsIn(only, key) : found.logs.flatMap(section => fieldsIn(section, key))
  found.byKey.set(key, fields)
  return fields
}

/** Of what is repeated at each start, the last. */
const last = (key: string): Need<Fact<string>> =>
  defineFact<string>(['error-log'], (known): Fact<string> | undefined => {
    const field = logged(known, key).at(-1)
    return field && { value: String(field.value), evidence: [field] }
  })

/** The Python for which mod_wsgi was compiled, from the start notice (mod_wsgi.c:877). */
export const bannerPython = last('bannerPython')

const starts = {}

/** Whether the log shows a start that went well further down in the same text. */
export function isOld(known: Known, field: Field): boolean {
  const lastStarts = known.once(starts, () => {
    const lines = new Map<Paste, number>()
    for (const { paste, line } of logged(known, 'bannerServer')) lines.set(paste, Math.max(line, lines.get(paste) ?? 0))
    return lines
  })
  return (lastStarts.get(field.paste) ?? 0) > field.line
}

export interface LoadFailure {
  readonly file: string
  readonly reason: string
  /** A later start went well. */
  readonly old: boolean
}

/** The first `Cannot load … into server: …`: those behind it follow from it. */
export const loadFailure = defineFact<LoadFailure>(['error-log'], (known): Fact<LoadFailure> | undefined => {
  const files = logged(known, 'loadError')
  const [first] = files
  // People break the line in front of the loader's words.
  const below = first && logged(known, 'event').find(field => field.paste === first.paste && field.line === first.line + 1 && /: (?:undefined symbol|cannot open shared|wrong ELF|invalid ELF|version )/.test(String(field.value)))
  const reason = logged(known, 'loadReason')[0] ?? below
  const file = reason === below ? first : files.find(field => field.paste === reason?.paste && field.line === reason.line)
  return reason && { value: { file: String(file?.value ?? ''), reason: String(reason.value), old: isOld(known, reason) }, evidence: [reason] }
})

/** `${…}` in the configuration that had no value when the program was called. */
export const undefinedVariables = defineFact<readonly string[]>(['error-log', 'mutex'], (known): Fact<readonly string[]> | undefined => {
  const fields = [...logged(known, 'envVariable'), ...known.fields('mutex', 'undefinedVariable')]
  return fields.length ? { value: [...new Set(fields.map(field => String(field.value).replace(/[${}]/g, '')))], evidence: fields } : undefined
})

/** Every code and message of the log, where there is a log. */
export const logLines = defineFact<readonly Field[]>(['error-log'], (known): Fact<readonly Field[]> | undefined => {
  const fields = logged(known, 'event')
  return fields.length ? { value: fields, evidence: fields.slice(-1) } : undefined
})

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const stamp = /\[(?:\w{3} )?(\w{3}) +(\d{1,2}) (\d\d):(\d\d):(\d\d)(?:\.\d+)? (\d{4})\]/

/** When a line was written, in seconds: by its own stamp, else by that of a line closely above, as for Python’s words that have none. */
export function timeOf(field: Field): number | undefined {
  const near = field.paste.text.slice(Math.max(0, field.span.end - 6000), field.span.end)
  let asked = 0
  for (let end = near.length, start = end; start > 0 && asked < 30; end = start - 1) {
    start = end > 0 ? near.lastIndexOf('\n', end - 1) + 1 : 0
    const line = near.slice(start, end)
    if (line.trim() === '') continue
    asked++
    const [, month = '', day, hour, minute, second, year] = stamp.exec(line) ?? (line.includes('\u001b') || line.includes('\u00a0') ? stamp.exec(plainly(line)) : undefined) ?? []
    if (year !== undefined) return Date.UTC(Number(year), months.indexOf(month), Number(day), Number(hour), Number(minute), Number(second)) / 1000
  }
  return undefined
}

/** Words of a Python that could not start: mod_wsgi 6’s codes, and Python’s own before them and beneath them. */
const initWords = /WSGI00(?:01|28|36)\b|WSGI0210\b|Initializing Python failed|init_?fs_?encoding|[Ff]ailed to get the Python codec of the filesystem encoding|Failed to import encodings module|Unable to get the locale encoding|No module named '?encodings'?|Python initialisation failed/

export interface InitFailure {
  readonly field: Field
  /** `daemon` and `embedded` where the message tells. */
  readonly where: 'daemon' | 'embedded' | undefined
}

/** Starts of Python that failed, without those that lie more than a minute before the last start of Apache. */
export const initFailures = defineFact<readonly InitFailure[]>(['error-log'], (known): Fact<readonly InitFailure[]> | undefined => {
  const events = [...logged(known, 'event'), ...logged(known, 'exception')].filter(field => initWords.test(String(field.value)))
  if (!events.length) return undefined
  const start = logged(known, 'bannerServer').at(-1)
  const since = start && timeOf(start)
  const fresh = events.filter(field => {
    const at = since === undefined ? undefined : timeOf(field)
    return since === undefined || at === undefined || at > since - 60
  })
  const all = fresh.map((field): InitFailure => {
    const text = String(field.value)
    return { field, where: /WSGI0028|in daemon process|process='[^']/.test(text) ? 'daemon' : /WSGI0001|WSGI0210|Apache child process|embedded mode/.test(text) ? 'embedded' : undefined }
  })
  return { value: all, evidence: all.slice(0, 1).map(one => one.field) }
})

