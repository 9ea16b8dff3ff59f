import { defineFact, type Fact, type Known } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { wordsOf } from '../error-log/prefix.ts'
import { isOld, logged } from './log.ts'

/** A message of the log or of a start on a terminal, however often it came. Numbers apart, all of them say the same. */
export interface Message {
  /** Its words, without the line's prefix, the client and mod_wsgi 5's own prefix. */
  readonly words: string
  /** The whole message, with the system error in front: `(13)Permission denied: WSGI0117: …`. */
  readonly text: string
  readonly first: Field
  readonly last: Field
  readonly count: number
}

export const shapeOf = (text: string) => text.replace(/(?<!\b(?:AH|WSGI)\d{0,4})\d+/g, '#')

/** Every distinct message, in the order of its first line. */
export const messages = defineFact<readonly Message[]>(['error-log'], (known): Fact<readonly Message[]> | undefined => {
  const events = logged(known, 'event')
  const shapes = new Map<string, { first: Field; last: Field; count: number }>()
  for (const field of events) {
    const shape = shapeOf(String(field.value))
    const before = shapes.get(shape)
    if (before) {
      before.last = field
      before.count++
    } else shapes.set(shape, { first: field, last: field, count: 1 })
  }
  const value = [...shapes.values()].map(({ first, last, count }): Message => ({ words: wordsOf(String(first.value)), text: String(first.value), first, last, count }))
  return value.length ? { value, evidence: events.slice(-1) } : undefined
})

/** Whether Apache started well below the last of them: what kept it from starting is then over. */
export const isOver = (known: Known, { last }: Message) => isOld(known, last)
