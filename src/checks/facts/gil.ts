import { defineFact, type Fact, type Known } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { diagnostic } from '../diagnostic-script/diagnostic.ts'
import { libpython } from './libpython.ts'
import { stdlib } from './python.ts'
import { named, type Directive } from './wsgi-config.ts'

/** A line that tells whether a Python was built without the GIL. */
export interface Build {
  readonly free: boolean
  readonly field: Field
  /** The words that tell it. */
  readonly text: string
}

const build = (free: boolean, field: Field | undefined, text: string): Build[] => (field ? [{ free, field, text }] : [])

/** libpython3.13t, `free-threading build` in sys.version, lib/python3.13t: each line that tells, the surest first. */
export const builds = defineFact<readonly Build[]>(['diagnostic', 'ldd', 'otool'], (known): Fact<readonly Build[]> | undefined => {
  const version = diagnostic.fields.versionText.get(known)
  const library = libpython.get(known)
  const standard = stdlib.get(known)
  const flags = diagnostic.fields.abiFlags.get(known)
  const value: readonly Build[] = [
    ...build(/free-threading build/.test(version?.value ?? ''), version, version?.value ?? ''),
    ...build(flags?.value.includes('t') === true, flags, flags?.raw ?? ''),
    ...(library?.value.version === undefined ? [] : build(library.value.flags.includes('t'), library.evidence[0], library.value.path ?? library.value.name)),
    // Windows has one name for both.
    ...(standard?.value.version === undefined ? [] : build(standard.value.freeThreaded, standard.evidence[0], standard.value.entry)),
  ]
  return value.length ? { value, evidence: value.map(one => one.field) } : undefined
})

/** The line that switches a mode on; inside a condition nobody knows whether it counts. */
export function switchedOn(known: Known, directive: string): Directive | undefined {
  const last = named(known, directive).findLast(line => !line.conditional)
  return /^on$/i.test(last?.words[0] ?? '') ? last : undefined
}

