import { linesOf } from '../../src/core/dress.ts'
import type { Report } from '../../src/core/report.ts'
import type { Span } from '../../src/core/source.ts'

const lineNumber = (text: string): number => text.split(/\r\n|[\n\r\u2028\u2029]/).length

/** Lines with something to see in them that are neither in a section nor among the unread ones. */
export function lost({ pastes, sections, unread }: Report): readonly string[] {
  return pastes.flatMap(paste => {
    const held = new Set<number>()
    const hold = (first: number, last: number) => {
      for (let n = first; n <= last; n++) held.add(n)
    }
    for (const one of sections) if (one.paste === paste) for (const { line } of one.readings) hold(line.first, line.last)
    for (const rest of unread) if (rest.paste === paste) hold(...rest.lines)
    const visible = linesOf(paste).filter(line => line.text !== '')
    return visible.flatMap(line => (held.has(line.first) ? [] : [`${paste.id}:${line.first}: ${line.text}`]))
  })
}

const within = (outer: Span, inner: Span) => outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end

/** Fields and parts that do not stand where they say, or stand outside of their section. */
export function astray({ sections }: Report): readonly string[] {
  return sections.flatMap(one => {
    const { text, id } = one.paste
    return one.fields.flatMap(field => {
      const wrong: string[] = []
      const say = (what: string) => wrong.push(`${id}: ${field.output}.${field.key} ${what}`)
      if (text.slice(field.span.start, field.span.end) !== field.raw) say(`is not ${JSON.stringify(field.raw)} at its span`)
      if (!within(one.span, field.span)) say('lies outside of its section')
      const number = lineNumber(text.slice(0, field.span.start))
      if (field.line > number || field.line < one.lines[0] || field.line > one.lines[1]) say(`says line ${field.line}, but begins on line ${number}`)
      for (const part of field.parts) {
        if (!within(field.span, part.span)) say(`has the part ${part.value} outside of itself`)
        else if (!text.slice(part.span.start, part.span.end).includes(part.value.slice(0, 1))) say(`has the part ${part.value} somewhere else`)
      }
      return wrong
    })
  })
}
