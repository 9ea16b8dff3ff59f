import { defineFact, type Fact, type Known } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import type { Paste } from '../../core/source.ts'
import { logged } from './log.ts'
import { minorOf } from './python.ts'
import { quotedLine } from './quoted-line.ts'

export interface TwoPythons {
  readonly compiled: string
  readonly runtime: string
  readonly fields: readonly [Field, Field]
}

/** mod_wsgi: Compiled for Python/3.6.2. — mod_wsgi: Runtime using Python/3.6.8. Releases up to 4.5.6 wrote both lines where they differ. */
export const compiledAndRuntime = defineFact<TwoPythons>(['error-log'], (known): Fact<TwoPythons> | undefined => {
  const saying = (pattern: RegExp) => {
    const field = logged(known, 'event').findLast(one => pattern.test(String(one.value)))
    const version = pattern.exec(String(field?.value ?? ''))?.[1]
    return field && version !== undefined ? { field, version } : undefined
  }
  const compiled = saying(/Compiled for Python\/(\d+\.\d+(?:\.\d+)?)/)
  const runtime = saying(/[Rr]untime using Python\/(\d+\.\d+(?:\.\d+)?)/)
  return compiled && runtime && { value: { compiled: compiled.version, runtime: runtime.version, fields: [compiled.field, runtime.field] }, evidence: [compiled.field, runtime.field] }
})

export interface Frame {
  readonly path: string
  readonly version: string
  readonly field: Field
  /** The Python that the last start notice above it names. */
  readonly banner: Field
}

const inPython = /File "([^"]*[\\/]lib(?:64)?[\\/]python(\d\.\d+)[\\/](?:site|dist)-packages[\\/][^"]*)"/

interface Step {
  readonly paste: Paste
  readonly line: number
  readonly text: string
  /** Made only where it is shown: a long log has a hundred thousand steps. */
  field(): Field
}

/** Every step of a traceback; those on lines without a prefix are known lines and no fields. */
function steps(known: Known): readonly Step[] {
  // AH01215 is what a CGI program wrote: it has a Python of its own.
  const events = logged(known, 'event').flatMap((field): Step[] => {
    const text = String(field.value)
    return text.includes('File "') && !/\bAH01215\b/.test(text) ? [{ paste: field.paste, line: field.line, text, field: () => field }] : []
  })
  const bare = known.sections.filter(one => one.output.id === 'error-log').flatMap(({ paste, readings }) => readings.flatMap(({ line: { first, span, text }, note }): Step[] => {
    const raw = note?.label === 'frame' ? inPython.exec(text)?.[0] : undefined
    const at = raw === undefined ? -1 : paste.text.slice(span.start, span.end).indexOf(raw)
    return raw === undefined || at < 0 ? [] : [{ paste, line: first, text, field: () => quotedLine(paste, span.start + at, raw, { output: 'error-log', key: 'frame', label: 'Step of a traceback' }) }]
  }))
  return [...events, ...bare]
}

/** The last package in a traceback that belongs to another Python than the one for which mod_wsgi was compiled. */
export const foreignFrame = defineFact<Frame>(['error-log'], (known): Fact<Frame> | undefined => {
  const banners = logged(known, 'bannerPython')
  const now = minorOf(String(banners.at(-1)?.value))
  if (now === undefined) return undefined
  for (const { paste, line, text, field } of steps(known).toReversed()) {
    const [, path, version] = inPython.exec(text) ?? []
    // A later start with that very Python repaired it.
    if (path === undefined || version === undefined || version === now) continue
    const banner = banners.findLast(one => one.paste === paste && one.line < line)
    if (!banner || minorOf(String(banner.value)) === version) continue
    const shown = field()
    return { value: { path, version, field: shown, banner }, evidence: [banner, shown] }
  }
  return undefined
})
