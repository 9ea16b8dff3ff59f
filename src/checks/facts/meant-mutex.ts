import { defineFact, type Known } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { mechanisms } from '../mutex/mechanisms.ts'
import { readingOf } from './field-place.ts'
import { mutexLists, type MutexList } from './mutex-lists.ts'
import { nearest } from './nearest.ts'

/** A value that Apache or mod_wsgi refused and that somebody meant in earnest. */
export interface MeantMutex {
  readonly directive: MutexList['directive']
  /** `pthread` */
  readonly value: string
  /** The mechanism that it is or nearly is. */
  readonly mechanism: string
  readonly field: Field
}

/** Invalid Mutex argument pthread (…; Accept mutex lock mechanism 'fnctl' is invalid; xxx is an invalid mutex mechanism */
const argument = /Mutex argument (\S+)|lock mechanism '([^']*)'|(?<!\S)(\S+) is an invalid mutex mechanism/

function valueOf(known: Known, field: Field): string | undefined {
  return argument.exec(readingOf(known, field)?.line.text ?? '')?.slice(1).find(Boolean)
}

/** Who wants the list writes `xxx`; the name of a mechanism, right or with one letter wrong, is no such word. */
export const meantMutexes = defineFact<readonly MeantMutex[]>(['mutex'], known => {
  const lists = mutexLists.get(known)
  const value = (lists?.value ?? []).flatMap(({ directive, field }): MeantMutex[] => {
    const given = valueOf(known, field)
    const name = given?.replace(/:.*/, '') ?? ''
    const mechanism = nearest(name, Object.keys(mechanisms), name.length > 4 ? 1 : 0)
    return given === undefined || mechanism === undefined ? [] : [{ directive, value: given, mechanism, field }]
  })
  return lists && { value, evidence: lists.evidence }
})
