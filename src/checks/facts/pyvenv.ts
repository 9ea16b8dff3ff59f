import { defineFact, type Fact } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
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
  const paste = [...new Set(known.sections.map(section => section.paste))].find(({ text }) => text.includes('include-system-site-packages') && /^\W{0,8}include-system-site-packages ?= ?(?:true|false)/m.test(text))
  if (!paste) return undefined
  const line = (key: string, pattern: RegExp) => {
    const match = pattern.exec(paste.text)
    if (match?.[1] === undefined) return undefined
    return quotedLine(paste, match.index + match[0].length - match[1].length, match[1].trimEnd(), { output: 'sys-prefix', key, label: `pyvenv.cfg, ${key}` })
  }
  const value = {
    home: line('home', /^[^\S\n]*home ?= ?([/A-Za-z][^\r\n]*)/m),
    executable: line('executable', /^[^\S\n]*executable ?= ?([/A-Za-z][^\r\n]*)/m),
    version: line('version', /^[^\S\n]*version(?:_info)? ?= ?(\d\.\d+(?:\.\d+)?)/m),
  }
  const evidence = Object.values(value).flatMap(field => field ?? [])
  return evidence.length ? { value, evidence } : undefined
})
