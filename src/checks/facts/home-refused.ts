import { defineFact, type Fact } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { diagnostic } from '../diagnostic-script/diagnostic.ts'
import { httpdV } from '../apache-build/httpd-V.ts'
import { homes, type Home } from './home.ts'
import { logged } from './log.ts'
import { modWsgiVersion } from './mod-wsgi.ts'
import { samePlace } from './paths.ts'

export interface Refusal {
  readonly home: Home
  readonly is: string
  readonly line: Field
}

/** WSGI0100, WSGI0101, WSGI0102 and their words before 6.0. */
const words: readonly (readonly [shows: RegExp, is: string])[] = [
  [/is not a directory/, 'is no directory'],
  [/is not accessible/, 'may not be entered by Apache’s user'],
  [/Unable to stat/, 'does not exist, or Apache’s user may not reach it'],
]

/** The homes of which mod_wsgi says in the log that they cannot be used. */
export const homesRefused = defineFact<readonly Refusal[]>(['error-log'], (known): Fact<readonly Refusal[]> | undefined => {
  const prefix = diagnostic.fields.prefix.get(known)
  // 6.0.0 says so needlessly where it is compiled for 32 bit (release notes 6.0.1).
  const needless = modWsgiVersion.get(known)?.value === '6.0.0' && httpdV.fields.architecture.get(known)?.value === '32-bit'
  const value = (homes.get(known)?.value ?? []).flatMap(home => {
    if (home.refused !== true || needless) return []
    // It serves a script now, so it was repaired since.
    if (prefix && samePlace(prefix.value, home.path)) return []
    const line = logged(known, 'event').find(one => one.paste === home.field.paste && one.line === home.field.line) ?? home.field
    return [{ home, is: words.find(([shows]) => shows.test(String(line.value)))?.[1] ?? 'cannot be used', line }]
  })
  return value.length ? { value, evidence: value.map(one => one.line) } : undefined
})
