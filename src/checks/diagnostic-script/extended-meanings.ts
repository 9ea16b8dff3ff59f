import type { Meaning } from '../../core/prose.ts'
import { code } from '../../core/say.ts'

const gil = ['user-guides/gil-modes-and-free-threading']

/** Meanings of what the extended script prints beyond the seven lines. */
export const abiFlagsMeaning = (value: string): Meaning => {
  if (value.includes('t')) return { says: 'A free-threaded build of Python; packages compiled for a normal build do not load.', docs: gil }
  if (value.includes('d')) return { says: 'A debug build of Python; packages compiled for a normal build may not load.' }
  return { says: value === '' ? 'A normal build of Python.' : `Letters in the names of this Python’s files: ${code(value)}.` }
}

export const gilMeaning = (value: boolean): Meaning => ({
  says: value ? 'The GIL is on: of the threads of this interpreter one at a time runs Python code.' : 'The GIL is off: threads run Python code side by side.',
  docs: gil,
})

export const libraryPathMeaning = (): Meaning => ({
  says: 'The server has this variable set: the loader looks there first, so it may take other libraries than `ldd` shows.',
  docs: ['user-guides/checking-your-installation#python-shared-library'],
})
