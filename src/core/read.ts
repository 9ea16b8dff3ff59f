import type { About, Field, FieldSpec, Output, Part, Reading, Section, Value } from './output.ts'
import type { Meaning } from './prose.ts'
import type { Claim } from './matcher.ts'
import { promptOf } from './prompt.ts'
import type { Stretch } from './recognise.ts'
import { spanOf, type Line, type Paste } from './source.ts'

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

/** Where the first group stands in the view, else the whole match. */
function placeOf(match: RegExpExecArray): readonly [from: number, to: number] {
  const { indices } = match
  if (indices) {
    for (let i = 1; i < indices.length; i++) {
      const range = indices[i]
      if (range) return range
    }
  }
  return [match.index, match.index + match[0].length]
}

const none: readonly Part[] = []

function partsOf<T extends Value>(spec: FieldSpec<T>, line: Line, from: number, to: number): readonly Part[] {
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

/** Reads one value, or nothing where it is none that we know or where the text may end in the middle of it. */
function fieldOf(paste: Paste, line: Line, spec: FieldSpec, match: RegExpExecArray, about: About): Field | undefined {
  const value: Value | undefined = spec.read ? spec.read(match, about) : (match[1] ?? match[0])
  if (value === undefined) return undefined
  const [from, to] = placeOf(match)
  const span = spanOf(line, from, to)
  const raw = paste.text.slice(span.start, span.end)
  const atTheEnd = !line.ended && to === line.text.length && !(spec.lone && line.first === 1)
  if (atTheEnd && !spec.whole?.test(raw)) return undefined
  const parts = partsOf(spec, line, from, to)
  // Said at once: an object with getters takes ten times the memory of a plain one, which a long log would feel more than the time.
  const meaning: Meaning = spec.meaning({ value, raw, match })
  return { output: spec.output, key: spec.key, label: spec.label, value, raw, span, line: line.first, paste, meaning, parts }
}

const noFields: readonly Field[] = []
const noAbout: About = { command: undefined, hinted: false, alone: false }
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
  if (note) return { line, kind: 'known', fields: noFields, note: { label: note.label, says: note.says } }
  return line.text === '' ? { line, kind: 'known', fields: noFields, note: blank } : { line, kind: 'unread', fields: noFields }
}

/** A stretch of a paste with its values; undefined where nothing in it could be read after all. */
export function read(paste: Paste, stretch: Stretch): Section | undefined {
  const { place, prompt } = stretch
  const hinted = paste.check === place.check
  const alone = isClosed(stretch, paste.text) && stretch.lines.filter(({ line, claim }) => line.text !== '' && !claim?.known).length === 1
  const readings = stretch.lines.map(({ line, claim, command }) => readingOf(paste, line, claim, claim?.specs.length ? { command: command || undefined, hinted, alone, dress: line.dress } : noAbout, place.output))
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

