import { defineFact, type Fact } from '../../core/need.ts'
import { rawLines } from '../../core/source.ts'
import { quotedLine } from './quoted-line.ts'

/** python 2.7 is what I installed — the blank keeps commands and packages out, `python2.7`. */
const spoken = /\b[Pp]ython[ \u00a0](?:version[ \u00a0])?(\d\.\d{1,2})(?![\d-])/g
const personal = /\b(?:I|I['’]m|my|we|our|want|need)\b/
/** What was left behind is not what is meant. */
const elsewhere = /\b(?:not|no longer|never|removed?|uninstall\w*|instead|from|old|before|previous\w*|also)\b|n['’]t\b/i

/** The one Python that a person writes of in the words around a listing; undefined where there are several, or none. */
export const toldPython = defineFact<string>(['ldd', 'otool'], (known): Fact<string> | undefined => {
  const listing = known.section('ldd') ?? known.section('otool')
  if (!listing) return undefined
  const { paste } = listing
  // Few write of one, and a paste may be long.
  if (paste.text.search(spoken) < 0) return undefined
  const read = known.sections.filter(one => one.paste === paste)
  const told = new Map<string, { readonly start: number; readonly raw: string }>()
  let number = 0
  for (const { start, end } of rawLines(paste.text)) {
    number++
    const text = paste.text.slice(start, end)
    if (text.length > 400 || !personal.test(text) || read.some(({ lines: [first, last] }) => number >= first && number <= last)) continue
    for (const match of text.matchAll(spoken)) told.set(elsewhere.test(text) ? 'unclear' : (match[1] ?? ''), { start: start + match.index, raw: match[0] })
  }
  const [[version, { start, raw }] = ['', { start: 0, raw: '' }], ...more] = told
  return version === '' || version === 'unclear' || more.length ? undefined : { value: version, evidence: [quotedLine(paste, start, raw, { output: listing.output.id, key: 'told', label: 'Your words' })] }
})
