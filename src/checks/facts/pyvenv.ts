import { linesOf } from '../../core/dress.ts'
import { defineFact, type Fact } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { spanOf } from '../../core/source.ts'
import { quotedLine } from './quoted-line.ts'

/** What the `pyvenv.cfg` of a virtual environment says. */
export interface Pyvenv {
  /** Where the Python lies that made it: `/usr/bin`. It may lie there as a link only. */
  readonly home: Field<string> | undefined
  /** That Python itself, its links followed; written since 3.11. */
  readonly executable: Field<string> | undefined
  readonly version: Field<string> | undefined
}

/** `home = /usr/bin`, `version = 3.11.2`, and `version_info = 3.11.2.final.0` of the virtualenv package. No command of the checks prints it, so no output reads it; people paste it beside one. */
export const pyvenv = defineFact<Pyvenv>(['sys-prefix', 'diagnostic'], (known): Fact<Pyvenv> | undefined => {
  const paste = [...new Set(known.sections.map(section => section.paste))].find(({ text }) => text.includes('include-system-site-packages'))
  const lines = paste ? linesOf(paste) : []
  if (!paste || !lines.some(({ text }) => /^include-system-site-packages ?= ?(?:true|false)/.test(text))) return undefined
  const line = (key: string, pattern: RegExp) => {
    for (const one of lines) {
      const [whole = '', found] = pattern.exec(one.text) ?? []
      if (found === undefined) continue
      const { start, end } = spanOf(one, whole.length - found.length, whole.length)
      return quotedLine(paste, start, paste.text.slice(start, end), { output: 'sys-prefix', key, label: `pyvenv.cfg, ${key}` })
    }
    return undefined
  }
  const value = {
    home: line('home', /^home ?= ?([/A-Za-z].*)/),
    executable: line('executable', /^executable ?= ?([/A-Za-z].*)/),
    version: line('version', /^version(?:_info)? ?= ?(\d\.\d+(?:\.\d+)?)/),
  }
  const evidence = Object.values(value).flatMap(field => field ?? [])
  return evidence.length ? { value, evidence } : undefined
})
