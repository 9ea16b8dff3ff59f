import { defineFact, fieldsIn, type Fact } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { isOld, logged } from './log.ts'

/** A message about a lock directive, and the generation of Apache that prints it. */
export interface LockWords {
  readonly of: '2.2' | '2.4'
  /** The beginning of the message. */
  readonly says: string
  readonly field: Field
}

const refusals: Readonly<Record<string, LockWords['of']>> = { AcceptMutex: '2.4', LockFile: '2.4', Mutex: '2.2' }

/** Messages that tell a generation (mutex.md §3 to §5). Those about `WSGIAcceptMutex` are the same in all. */
export const lockWords = defineFact<readonly LockWords[]>(['mutex', 'error-log'], (known): Fact<readonly LockWords[]> | undefined => {
  const all = (key: string) => known.sections.flatMap(section => (section.output.id === 'mutex' ? fieldsIn(section, key) : []))
  const said = (key: string, of: LockWords['of'], says: string) => all(key).map((field): LockWords => ({ of, says, field }))
  const refused = [...all('refused'), ...logged(known, 'unknownCommand').filter(field => !isOld(known, field))].flatMap((field): LockWords[] => {
    const name = String(field.value)
    const of = Object.hasOwn(refusals, name) ? refusals[name] : undefined
    return of ? [{ of, says: `Invalid command '${name}'`, field }] : []
  })
  const value = [...said('mechanisms22', '2.2', 'is an invalid mutex mechanism'), ...said('mechanisms', '2.4', 'Mutex mechanisms are:'), ...said('directory', '2.4', 'Invalid Mutex directory'), ...refused]
  return value.length ? { value, evidence: value.map(one => one.field) } : undefined
})
