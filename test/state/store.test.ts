import { beforeEach, describe, expect, test } from 'vitest'
import { boxLimit } from '../../src/state/case.ts'
import { keepable } from '../../src/state/keep.ts'
import { addPaste, clearEverything, openCase, pasteAnywhere, removePaste, setBox, take, undo, useStore } from '../../src/state/store.ts'

const pasted = (id: string, length: number) => ({ id, text: 'x'.repeat(length), when: 0 })
const texts = () => useStore.getState().pastes.map(({ id, text, check }) => ({ id, text, check }))

beforeEach(() => useStore.setState(useStore.getInitialState(), true))

describe('a box', () => {
  test('holds one text, however often it changes', () => {
    setBox('mutex', 'a')
    setBox('mutex', 'ab')
    expect(texts()).toEqual([{ id: 'mutex', text: 'ab', check: 'mutex' }])
  })

  test('that is emptied holds nothing', () => {
    setBox('overview', 'a')
    setBox('overview', '')
    expect(texts()).toEqual([])
  })

  test('hands on a text that would make it slow', () => {
    setBox('error-log', 'x'.repeat(boxLimit + 1))
    expect(texts()).toMatchObject([{ id: 'paste-1', check: 'error-log' }])
  })
})

test('a text pasted anywhere goes into the free box, the next one beside it', () => {
  pasteAnywhere('first')
  pasteAnywhere('second')
  expect(texts()).toEqual([
    { id: 'overview', text: 'first', check: undefined },
    { id: 'paste-2', text: 'second', check: undefined },
  ])
})

test('ids are never given twice', () => {
  addPaste('one')
  addPaste('two')
  removePaste('paste-1', 'it')
  addPaste('three')
  expect(new Set(texts().map(({ id }) => id)).size).toBe(2)
})

test('everything that was removed can be had back, step by step', () => {
  setBox('overview', 'first')
  setBox('mutex', 'second')
  removePaste('mutex', 'it')
  clearEverything()
  expect(texts()).toEqual([])
  undo()
  expect(texts()).toMatchObject([{ text: 'first' }])
  undo()
  expect(texts()).toMatchObject([{ text: 'first' }, { text: 'second' }])
  undo()
  expect(texts()).toHaveLength(2)
})

test('another case in place of this one can be taken back', () => {
  setBox('overview', 'mine')
  openCase({ pastes: [{ id: 'overview', text: 'theirs', when: 0 }] }, 'Opened.')
  expect(texts()).toMatchObject([{ text: 'theirs' }])
  undo()
  expect(texts()).toMatchObject([{ text: 'mine' }])
})

test('a case whose texts are too long for their boxes, or share an id, keeps them all', () => {
  const long = 'x'.repeat(boxLimit + 1)
  openCase({ pastes: [{ id: 'overview', text: long, when: 0 }, { id: 'mutex', text: 'a', when: 0 }, { id: 'mutex', text: 'b', when: 0 }] }, 'Opened.')
  expect(texts().map(({ text }) => text)).toEqual([long, 'a', 'b'])
  expect(new Set(texts().map(({ id }) => id)).size).toBe(3)
  expect(texts().some(({ id }) => id === 'overview')).toBe(false)
})

test('a refused file leaves a sentence and no text', () => {
  take({ kind: 'refused', says: 'It is a picture.' })
  expect(texts()).toEqual([])
  expect(useStore.getState().notices).toMatchObject([{ says: 'It is a picture.' }])
})

test('the browser keeps texts up to a million characters', () => {
  expect(keepable([pasted('a', 10), pasted('b', 2_000_000), pasted('c', 20)]).map(({ id }) => id)).toEqual(['a', 'c'])
})
