import type { About, Field, FieldSpec, Output, Part, Reading, Section, Value } from './output.ts'
import type { Meaning } from './prose.ts'
import type { Claim } from './matcher.ts'
import { promptOf } from './prompt.ts'
import type { Stretch } from './recognise.ts'
import { spanOf, type Line, type Paste, type Span } from './source.ts'

/** Marks with which people say that they left something out. */
export const elision = /^\W*(?:\.{3,}|\[?\(?(?:snip|snipped|cut|omitted|truncated|and so on|etc)\.*\)?\]?)\W*$|^\.$/i

/** The text shows where this output ends: nothing follows, or something that is not its continuation. */
function isClosed(stretch: Stretch, text: string): boolean {
  const { line, blank } = stretch.after
  if (line) return blank || promptOf(line) !== undefined
  // A text that stops within the blanks of its next line was cut.
  let end = text.length
  while (end > 0 && ' \t'.includes(text.charAt(end - 1))) end--
  return end === text.length || !/[\r\n]/.test(text.charAt(end - 1))
}

/** The same patterns, made to tell the places of their groups: for the few values whose place is asked for. */
const placing = new WeakMap<RegExp, RegExp>()

function placingOf(pattern: RegExp): RegExp {
  const known = placing.get(pattern)
  if (known) return known
  const made = new RegExp(pattern.source, `${pattern.flags}d`)
  placing.set(pattern, made)
  return made
}

/** Where the first group stands in the view, else the whole match. */
function placeOf(match: RegExpExecArray): readonly [from: number, to: number] {
  const group = match.indices?.slice(1).find(range => range !== undefined)
  return group ?? [match.index, match.index + match[0].length]
}

const none: readonly Part[] = []

function partsOf(spec: FieldSpec, line: Line, [from, to]: readonly [number, number]): readonly Part[] {
  if (!spec.parts) return none
  const cut = new RegExp(spec.parts.source, 'dg')
  const parts: Part[] = []
  for (const match of line.text.slice(from, to).matchAll(cut)) {
    const [start, end] = placeOf(match)
    const value = match.slice(1).find(group => group !== undefined) ?? match[0]
    if (value !== '') parts.push({ value, span: spanOf(line, from + start, from + end), meaning: spec.partMeaning?.(value) })
  }
  return parts
}

/** Of a long text few values are looked at closely, so what is said of one, and what it consists of, is found out when somebody asks. */
class Read implements Field {
  readonly value: Value
  readonly paste: Paste
  readonly #spec: FieldSpec
  readonly #line: Line
  #span: Span | undefined
  #meaning: Meaning | undefined
  #parts: readonly Part[] | undefined

  constructor(spec: FieldSpec, paste: Paste, line: Line, value: Value) {
    this.value = value
    this.paste = paste
    this.#spec = spec
    this.#line = line
  }

  get output(): string {
    return this.#spec.output
  }

  get key(): string {
    return this.#spec.key
  }

  get label(): string {
    return this.#spec.label
  }

  get line(): number {
    return this.#line.first
  }

  get #match(): RegExpExecArray {
    const match = placingOf(this.#spec.line).exec(this.#line.text)
    if (!match) throw new Error(`${this.key} was read from a line that has none.`)
    return match
  }

  get span(): Span {
    this.#span ??= spanOf(this.#line, ...placeOf(this.#match))
    return this.#span
  }

  get raw(): string {
    return this.paste.text.slice(this.span.start, this.span.end)
  }

  /** It stands at the very end of a text without a line end, and may be the beginning of a longer one. */
  get mayBeCut(): boolean {
    const { ended, first, text } = this.#line
    if (ended || (this.#spec.lone && first === 1)) return false
    return placeOf(this.#match)[1] === text.length && !this.#spec.whole?.test(this.raw)
  }

  get meaning(): Meaning {
    this.#meaning ??= this.#spec.meaning({ value: this.value, raw: this.raw, match: this.#match })
    return this.#meaning
  }

  get parts(): readonly Part[] {
    this.#parts ??= this.#spec.parts ? partsOf(this.#spec, this.#line, placeOf(this.#match)) : none
    return this.#parts
  }
}

/** Reads one value, or nothing where it is none that we know or where the text may end in the middle of it. */
function fieldOf(paste: Paste, line: Line, spec: FieldSpec, match: RegExpExecArray, about: About): Field | undefined {
  const value: Value | undefined = spec.read ? spec.read(match, about) : (match[1] ?? match[0])
  if (value === undefined) return undefined
  const field = new Read(spec, paste, line, value)
  return field.mayBeCut ? undefined : field
}

const noFields: readonly Field[] = []
const blank = { label: 'blank', says: '' }

function readingOf(paste: Paste, line: Line, claim: Claim | undefined, about: About, { known }: Output): Reading {
  if (claim?.specs.length) {
    const fields: Field[] = []
    for (const spec of claim.specs) {
      const match = spec.line.exec(line.text)
      const field = match && fieldOf(paste, line, spec, match, about)
      if (field) fields.push(field)
    }
    if (fields.length) return { line, kind: 'fields', fields }
  }
  // A field may see a line and then find no value in it.
  const note = claim?.known ?? (claim?.specs.length ? known.find(one => one.line.test(line.text)) : undefined)
  if (note) return { line, kind: 'known', fields: noFields, note }
  return line.text === '' ? { line, kind: 'known', fields: noFields, note: blank } : { line, kind: 'unread', fields: noFields }
}

/** A stretch of a paste with its values; undefined where nothing in it could be read after all. */
export function read(paste: Paste, stretch: Stretch): Section | undefined {
  const { place, prompt } = stretch
  const hinted = paste.check === place.check
  const alone = isClosed(stretch, paste.text) && stretch.lines.filter(({ line, claim }) => line.text !== '' && !claim?.known).length === 1
  let about: About = { command: undefined, hinted, alone, dress: '' }
  const readings = stretch.lines.map(({ line, claim, command = '' }) => {
    if (about.dress !== line.dress || about.command !== (command || undefined)) about = { command: command || undefined, hinted, alone, dress: line.dress }
    return readingOf(paste, line, claim, about, place.output)
  })
  const fields: Field[] = []
  for (const reading of readings) for (const field of reading.fields) fields.push(field)
  if (!fields.length) return undefined
  const keys = new Map<string, number>()
  for (const field of fields) keys.set(field.key, (keys.get(field.key) ?? 0) + 1)
  const unread = readings.filter(r => r.kind === 'unread')
  const extent = place.output.extent({
    has: key => keys.has(key),
    count: key => keys.get(key) ?? 0,
    value: (key, value) => fields.some(f => f.key === key && f.value === value),
    begins: (key, text) => fields.some(f => f.key === key && String(f.value).startsWith(text)),
    blank: key => fields.some(f => f.key === key && f.value === ''),
    heading: label => readings.some(r => r.note?.label === label),
  })
  // What is missing before a prompt is not this output's.
  const beside = [prompt ? undefined : stretch.before, stretch.after.line]
  const elided = readings.some(r => r.kind !== 'fields' && elision.test(r.line.text)) || beside.some(line => line && elision.test(line.text))
  return {
    output: place.output,
    check: place.check,
    paste,
    span: { start: readings[0]?.line.span.start ?? 0, end: readings.reduce((end, r) => Math.max(end, r.line.span.end), 0) },
    lines: [readings[0]?.line.first ?? 1, readings.reduce((last, r) => Math.max(last, r.line.last), 1)],
    readings,
    fields,
    unread: unread.map(r => r.line.span),
    extent: elided && extent === 'whole' ? 'cut' : extent,
    closed: isClosed(stretch, paste.text),
    command: prompt?.command || undefined,
    prompt: prompt?.prompt,
  }
}

