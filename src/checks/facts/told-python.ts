import { defineFact, type Fact } from '../../core/need.ts'
import { lineAt, quotedLine } from './quoted-line.ts'

/** python 2.7 is what I installed — the blank keeps commands and packages out, `python2.7`. */
const spoken = /\b[Pp]ython[ \u00a0](?:version[ \u00a0])?(\d\.\d{1,2})(?![\d-])/g
const personal = /\b(?:I|I['’]m|my|we|our|want|need)\b/
/** What was left behind is not what is meant. */
const elsewhere = /\b(?:not|no longer|never|removed?|uninstall\w*|instead|from|old|before|previous\w*|also)\b|n['’]t\b/i

const longest = 400

/** The line at a place; undefined where it is longer than anybody writes. */
function lineAround(text: string, at: number): string | undefined {
  const ends = /[\n\r\u2028\u2029]/
  const before = text.slice(Math.max(0, at - longest - 1), at).split(ends).at(-1) ?? ''
  const behind = text.slice(at, at + longest + 1).split(ends)[0] ?? ''
  return before.length + behind.length > longest ? undefined : before + behind
}

/** The one Python that a person writes of in the words around a listing; undefined where there are several, or none. */
export const toldPython = defineFact<string>(['ldd', 'otool'], (known): Fact<string> | undefined => {
  const listing = known.section('ldd') ?? known.section('otool')
  if (!listing) return undefined
  const { paste } = listing
  const told = new Map<string, { readonly start: number; readonly raw: string }>()
  const read = known.sections.filter(one => one.paste === paste)
  for (const match of paste.text.matchAll(spoken)) {
    // Few write of one, and a paste may be long: the line is looked up where it matters.
    const text = lineAround(paste.text, match.index)
    if (text === undefined || !personal.test(text)) continue
    const number = lineAt(paste, match.index)
    if (read.some(({ lines: [first, last] }) => number >= first && number <= last)) continue
    told.set(elsewhere.test(text) ? 'unclear' : (match[1] ?? ''), { start: match.index, raw: match[0] })
  }
  const [[version, { start, raw }] = ['', { start: 0, raw: '' }], ...more] = told
  return version === '' || version === 'unclear' || more.length ? undefined : { value: version, evidence: [quotedLine(paste, start, raw, { output: listing.output.id, key: 'told', label: 'Your words' })] }
})
