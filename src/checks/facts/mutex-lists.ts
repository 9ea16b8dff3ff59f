import { defineFact, type Known } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { mutex } from '../mutex/mutex.ts'

/** What one directive offers. */
export interface MutexList {
  readonly directive: 'Mutex' | 'AcceptMutex' | 'WSGIAcceptMutex'
  readonly names: readonly string[]
  readonly field: Field<readonly string[]>
}

const fields = { Mutex: mutex.fields.mechanisms, AcceptMutex: mutex.fields.mechanisms22, WSGIAcceptMutex: mutex.fields.acceptMechanisms } as const

const listOf = (known: Known, directive: MutexList['directive']): readonly MutexList[] => {
  const field = fields[directive].get(known)
  return field ? [{ directive, names: field.value, field }] : []
}

/** The lists of lock mechanisms that were pasted, Apache's before mod_wsgi's. */
export const mutexLists = defineFact<readonly MutexList[]>(['mutex'], known => {
  const value = [...listOf(known, 'Mutex'), ...listOf(known, 'AcceptMutex'), ...listOf(known, 'WSGIAcceptMutex')]
  return value.length ? { value, evidence: value.map(list => list.field) } : undefined
})

/** Words of the directives that stand for no mechanism of their own. */
const words = new Set(['none', 'no', 'default', 'yes', 'file', 'sem'])

export const mechanismsOf = ({ names }: MutexList) => names.filter(name => !words.has(name))

