import { foreign, plain } from './foreign.ts'
import { eachLine, spanOf, type Line, type Paste } from './source.ts'

/** The service of `docker compose logs`, the machine of `vagrant up`, indentation, quote marks of mail, table bars, bullets, line numbers, a bare prompt or comment sign, the mark before a quoted line of a log or configuration. */
const front = /^(?:(?:==>| {3}) default: \s*|(?:[\w.-]{1,40}[-_]\d{1,3}\s+(?=\|\s))?(?:[\s>|\u2502]|[$#%](?=\s)|[-*+\u2022\u00b7](?=\s)|\/\/(?=\s)|\(?\d{1,4}[.):|\]]?(?=\s)|["'](?=\[[A-Z][a-z]{2} [A-Z][a-z]{2} |WSGI[A-Z]|Server(?: |\\?'s )|\s{0,4}-D [A-Z]|Compiled (?:using|in)|Architecture: |\s{0,8}(?:threaded|forked): |Loaded Modules:|\s?\w{2,40}_module \(|\s{0,4}\w{2,40}\.c["']))+)/

/** Two cells of a table that was drawn with bars: `| Server MPM: | event |`. */
const cells = /^[^|\u2502]*\S(\s+[|\u2502]\s+)(\S)/

/** The view with one thing put in place of a part of it. */
function replaced({ text, offsets, ...rest }: Line, from: number, to: number, by: string): Line {
  const places = typeof offsets === 'number' ? Array.from(text, (_, i) => offsets + i) : offsets
  const at = places[from] ?? 0
  return { ...rest, text: text.slice(0, from) + by + text.slice(to), offsets: [...places.slice(0, from), ...Array.from(by, () => at), ...places.slice(to)] }
}

/** A row of a table: a name and its value as the checks print them, and a bar that was written `\\|` as itself. */
function row(line: Line): Line {
  let plainRow = line
  const [whole, bar = '', next = ''] = cells.exec(line.text) ?? []
  if (whole !== undefined) {
    const to = whole.length - next.length
    plainRow = replaced(line, to - bar.length, to, whole.charAt(to - bar.length - 1) === ':' || next === '(' ? ' ' : ': ')
  }
  for (let at = plainRow.text.indexOf('\\|'); at >= 0; at = plainRow.text.indexOf('\\|', at)) plainRow = replaced(plainRow, at, at + 1, '')
  return plainRow
}

/** Most lines begin with a letter or a bracket, and are then undressed unless a bar stands in them. */
const isBare = (text: string) => /^[A-Za-z_[]/.test(text) && !text.includes('|')

/** Most lines end with a character that nobody takes off. */
const isEnd = (last: string) => last > ' ' && last < '\x7f' && !'nr|'.includes(last)

/** The end of a line without blanks, and without the bar of a frame where its front has one: a value may end in a bar, as `www.example.com|`. */
function trimmedEnd(text: string, from: number, dress: string, quote?: string): number {
  let end = text.length
  if (quote === undefined && isEnd(text.charAt(end - 1))) return end
  const idle = /[|\u2502]/.test(dress) ? /[\s|\u2502]/ : /\s/
  for (;;) {
    if (end > from && idle.test(text.charAt(end - 1))) end--
    // A line break that came as the two characters `\n`, as in a quoted string, or as Windows’ `\r`.
    else if (end - 2 >= from && (text.startsWith('\\n', end - 2) || text.startsWith('\\r', end - 2))) end -= 2
    // The comma behind a quoted line is that of a list: `"Server built: …",`
    else if (quote !== undefined && end === text.trimEnd().length && text.startsWith(`${quote},`, end - 2)) end -= 2
    else if (quote !== undefined && end === text.trimEnd().length && text.charAt(end - 1) === quote) end--
    else return end
  }
}

/** What stands before the first part of a unified diff: `@@ -1,9 +1,10 @@`. Each of its lines begins so, and then with a sign. */
const hunk = /^([ \t>|]{0,40})@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@/m

/** What is taken off the front. In a diff a line with `-` is none of the text that results, so it keeps its sign. */
function dressOf(text: string, diff: string | undefined): string {
  if (diff !== undefined && text.startsWith(diff)) {
    const lead = text.slice(0, diff.length + 1)
    if (lead.endsWith('-')) return diff
    if (lead.endsWith('+')) return lead + (front.exec(text.slice(lead.length))?.[0] ?? '')
  }
  return isBare(text) ? '' : (front.exec(text)?.[0] ?? '')
}

/** The view of one stretch of the paste: `raw` without foreign characters and without dress. */
function view(raw: string, start: number, number: number, ended: boolean, diff?: string): Line {
  let text = raw
  let offsets: number | number[] = start
  foreign.lastIndex = 0
  if (foreign.test(raw)) {
    const map: number[] = []
    text = ''
    let done = 0
    const keep = (to: number) => {
      for (let i = done; i < to; i++) map.push(start + i)
      text += raw.slice(done, to)
    }
    foreign.lastIndex = 0
    for (let match = foreign.exec(raw); match; match = foreign.exec(raw)) {
      keep(match.index)
      const instead = plain(match[0])
      for (let i = 0; i < instead.length; i++) map.push(start + match.index)
      text += instead
      done = match.index + match[0].length
      if (match[0] === '') foreign.lastIndex++
    }
    keep(raw.length)
    offsets = map
  }
  const dress = dressOf(text, diff)
  const to = trimmedEnd(text, dress.length, dress, dress === '' ? undefined : /["']$/.exec(dress)?.[0])
  const line: Line = {
    first: number,
    last: number,
    span: { start, end: start + raw.length },
    dress,
    text: text.slice(dress.length, to),
    offsets: typeof offsets === 'number' ? offsets + dress.length : offsets.slice(dress.length, to),
    ended,
  }
  return dress !== '' && /[|\u2502]/.test(dress) && /[|\u2502]\s*$/.test(text) ? row(line) : line
}

/** One line as it is read: to look around a value for words, where no place in them is needed. */
export const readAs = (raw: string): string => view(raw, 0, 1, true).text

/** The lines of a paste as they are read. */
export function linesOf(paste: Paste): Line[] {
  const lines: Line[] = []
  const diff = paste.text.includes('@@ -') ? hunk.exec(paste.text)?.[1] : undefined
  eachLine(paste.text, (start, end, ended) => lines.push(view(paste.text.slice(start, end), start, lines.length + 1, ended, diff)))
  return lines
}

const offsetsOf = (line: Line): readonly number[] =>
  typeof line.offsets === 'number' ? Array.from({ length: line.text.length }, (_, i) => (line.offsets as number) + i) : line.offsets

const leadOf = (text: string) => text.replace(/\s*\\$/, '')

/** The texts of two lines read as one; a backslash at the end of the first goes. */
export const joinedText = (a: string, b: string, glue: '' | ' ') => leadOf(a) + (b === '' ? '' : glue) + b

/** Two lines read as one: for values that were wrapped. `glue` stands between them and counts for the line end. */
export function joined(a: Line, b: Line, glue: '' | ' '): Line {
  const lead = leadOf(a.text)
  const between = b.text === '' ? '' : glue
  return {
    first: a.first,
    last: b.last,
    span: { start: a.span.start, end: b.span.end },
    dress: a.dress,
    text: lead + between + b.text,
    offsets: [...offsetsOf(a).slice(0, lead.length), ...(between ? [a.span.end] : []), ...offsetsOf(b)],
    ended: b.ended,
  }
}

/** One line read as several: for outputs whose line breaks got lost. `at` are places in the view, ascending. */
export function parted(line: Line, at: readonly number[]): Line[] {
  const bounds = [0, ...at, line.text.length]
  const parts: Line[] = []
  for (let i = 0; i + 1 < bounds.length; i++) {
    const from = bounds[i] ?? 0
    const to = bounds[i + 1] ?? from
    const text = line.text.slice(from, to)
    const lead = front.exec(text)?.[0] ?? ''
    const end = trimmedEnd(text, lead.length, line.dress + lead)
    const offsets = typeof line.offsets === 'number' ? line.offsets + from + lead.length : line.offsets.slice(from + lead.length, from + end)
    const first = i === 0
    const lastPart = i + 2 === bounds.length
    parts.push({
      first: line.first,
      last: line.last,
      span: { start: first ? line.span.start : spanOf(line, from, to).start, end: lastPart ? line.span.end : spanOf(line, from, to).end },
      dress: first ? line.dress : lead,
      text: text.slice(lead.length, end),
      offsets,
      ended: lastPart ? line.ended : true,
    })
  }
  return parts
}
