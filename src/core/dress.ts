import { eachLine, spanOf, type Line, type Paste } from './source.ts'

const htmlTags = 'a|b|big|blockquote|br|center|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|kbd|li|ol|p|pre|q|s|samp|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul'
const bbCodes = 'b|i|u|s|code|quote|pre|tt|font|color|size|url|list|indent|noparse|bash|shell|plain|icode'

/**
 * Everything that terminals, mail programs, forums and word processors put between the characters of an output:
 * escape sequences (also those whose ESC got lost), HTML tags and entities, BBCode, Markdown marks, typographic characters.
 */
const foreign = new RegExp(
  [
    '\\x1b\\[[0-?]*[ -/]*[@-~]', // CSI: colours, cursor, bracketed paste
    '\\x1b\\][^\\x07\\x1b]*(?:\\x07|\\x1b\\\\)', // OSC: window titles
    '\\x1b[()][0-9A-Za-z]',
    '\\x1b.?',
    '\\^\\[\\[[0-9;?]*[A-Za-z]', // the same as `cat -v` shows it
    '\\^M$',
    '\\[(?:\\d{1,3};)*\\d{1,3}m', // a colour code that lost its ESC
    '\\[\\?2004[hl]',
    '.?[\\b]',
    '[\\x00-\\x07\\x0b\\x0c\\x0e-\\x1f\\x7f]',
    '&(?:gt|lt|amp|quot|apos|nbsp|#0?39|#x27|#34|#160|#62|#60);',
    `</?(?:${htmlTags})(?:\\s[^<>]*)?/?>`,
    `\\[/?(?:${bbCodes})(?:=[^\\]]*)?\\]`,
    '(?:`{3,}|~{3,})[\\w+.-]*\\s*$', // a code fence with its language
    '\\*\\*|`',
    // Markdown’s APACHE\_MPM\_DIR; behind a drive the backslash is a path’s: C:\apps\_site
    '\\\\(?=_\\w)(?<=\\w\\\\)(?<!:\\\\\\S{0,200}.)',
    '[\\u00a0\\u00ad\\u2000-\\u200f\\u2010-\\u2015\\u2018-\\u201f\\u2026\\u202a-\\u202f\\u205f\\u2060\\u2066-\\u2069\\u2212\\u3000\\ufeff]',
  ].join('|'),
  'gi',
)

const entities: Readonly<Record<string, string>> = {
  '&gt;': '>', '&lt;': '<', '&amp;': '&', '&quot;': '"', '&apos;': "'", '&nbsp;': ' ', '&#39;': "'", '&#039;': "'",
  '&#x27;': "'", '&#34;': '"', '&#160;': ' ', '&#62;': '>', '&#60;': '<',
}

/** What a foreign sequence stands for; most stand for nothing. */
function plain(sequence: string): string {
  const entity = entities[sequence.toLowerCase()]
  if (entity !== undefined) return entity
  if (/^<br/i.test(sequence)) return ' '
  if (sequence.length > 1) return ''
  if (/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/.test(sequence)) return ' '
  if (/[\u2018-\u201b]/.test(sequence)) return "'"
  if (/[\u201c-\u201f]/.test(sequence)) return '"'
  if (/[\u2010-\u2015\u2212]/.test(sequence)) return '-'
  if (sequence === '\u2026') return '...'
  return ''
}

/** The service of `docker compose logs`, indentation, quote marks of mail, table bars, bullets, line numbers, a bare prompt or comment sign, the mark before a quoted line of a log or configuration. */
const front = /^(?:[\w.-]{1,40}[-_]\d{1,3}\s+(?=\|\s))?(?:[\s>|\u2502]|[$#%](?=\s)|[-*+\u2022\u00b7](?=\s)|\/\/(?=\s)|\(?\d{1,4}[.):|\]]?(?=\s)|["'](?=\[[A-Z][a-z]{2} [A-Z][a-z]{2} |WSGI[A-Z]|Server(?: |\\?'s )|\s{0,4}-D [A-Z]|Compiled (?:using|in)|Architecture: |\s{0,8}(?:threaded|forked): |Loaded Modules:|\s?\w{2,40}_module \(|\s{0,4}\w{2,40}\.c["']))+/

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

/** The view of one stretch of the paste: `raw` without foreign characters and without dress. */
function view(raw: string, start: number, number: number, ended: boolean): Line {
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
  const dress = isBare(text) ? '' : (front.exec(text)?.[0] ?? '')
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

/** A stretch of a paste without foreign characters: to look around a value for words, where no place in them is needed. */
export const plainly = (raw: string): string => raw.replace(foreign, plain)

/** One line as it is read, for the same purpose. */
export const readAs = (raw: string): string => view(raw, 0, 1, true).text

/** The lines of a paste as they are read. */
export function linesOf(paste: Paste): Line[] {
  const lines: Line[] = []
  eachLine(paste.text, (start, end, ended) => lines.push(view(paste.text.slice(start, end), start, lines.length + 1, ended)))
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
