import { defineFact, type Fact } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { initFailures, logged } from './log.ts'

/** What a Python that did not start says of the standard library that it looked for. */
export interface Sought {
  /** The version of the library that runs, from the place where it looks: `/srv/venv/lib/python3.11`. */
  readonly version: string | undefined
  /** The home that it was given, where that carries another version in its name: `/opt/python3.9`. */
  readonly home: Field | undefined
  readonly homeVersion: string | undefined
}

const inName = /python-?(\d\.\d{1,2})(?!\d)|(?:versions|installs\/python)\/(\d\.\d{1,2})(?:\.\d+)?(?:\/|$)|\bcpython-(\d\.\d{1,2})(?:\.\d+)?-/

/**
 * Could not find platform independent libraries <prefix>: below its home there is no `lib/pythonX.Y` of its own X.Y (getpath.py).
 * Undefined where no start failed for it, or where a later one went well.
 */
export const soughtStdlib = defineFact<Sought>(['error-log'], (known): Fact<Sought> | undefined => {
  const failed = initFailures.get(known)?.value[0]?.field
  if (!failed) return undefined
  const nowhere = logged(known, 'event').find(field => /Could not find platform independent libraries/.test(String(field.value)))
  const directory = logged(known, 'dumpStdlib').at(-1)
  const version = /[\\/]python(\d\.\d+)t?$/.exec(String(directory?.value ?? ''))?.[1]
  const home = [...logged(known, 'dumpHome'), ...logged(known, 'dumpPrefix'), ...logged(known, 'pythonHome')].findLast(field => inName.test(String(field.value)))
  const named = inName.exec(String(home?.value ?? ''))
  const homeVersion = named?.[1] ?? named?.[2] ?? named?.[3]
  const other = version !== undefined && homeVersion !== undefined && homeVersion !== version
  if (!nowhere && !other) return undefined
  const evidence = [nowhere, other ? home : undefined, directory, failed].flatMap(field => field ?? [])
  return { value: { version, home: other ? home : undefined, homeVersion: other ? homeVersion : undefined }, evidence }
})
