import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pieces, type Piece } from '../../src/ui/check/marks.ts'

/** Draws the marks with brackets, as a person would. */
const drawn = (cut: readonly Piece[]): string => cut.map(piece => ('text' in piece ? piece.text : `[${piece.id}:${drawn(piece.within)}]`)).join('')
const plain = (cut: readonly Piece[]): string => cut.map(piece => ('text' in piece ? piece.text : plain(piece.within))).join('')
const cutAt = (text: string, ...marked: readonly (readonly [id: string, start: number, end: number])[]) =>
  drawn(pieces(text, { start: 0, end: text.length }, marked.map(([id, start, end]) => ({ id, span: { start, end } }))))

describe('a line is cut at its values', () => {
  test('in order, wherever they are named', () => {
    expect(cutAt('threaded: yes (fixed)', ['b', 14, 21], ['a', 10, 13])).toBe('threaded: [a:yes] [b:(fixed)]')
  })

  test('which may touch', () => {
    expect(cutAt('ab', ['x', 0, 1], ['y', 1, 2])).toBe('[x:a][y:b]')
  })

  test('which may nest, and be the same', () => {
    expect(cutAt("['/usr', '/opt']", ['list', 0, 16], ['0', 1, 7], ['1', 9, 15])).toBe("[list:[[0:'/usr'], [1:'/opt']]]")
    expect(cutAt('2.4.66', ['a', 0, 6], ['b', 0, 6])).toBe('[a:[b:2.4.66]]')
  })

  test('which are cut short where they cross', () => {
    expect(cutAt('abcdef', ['x', 0, 4], ['y', 2, 6])).toBe('[x:ab[y:cd]]ef')
  })

  test('and a value that lies elsewhere is left out', () => {
    expect(cutAt('abc', ['x', 5, 9], ['empty', 1, 1])).toBe('abc')
  })
})

test('no cut ever changes the text', () => {
  const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([start, length]) => ({ start, end: start + length }))
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.array(span, { maxLength: 8 }), (text, spans) => {
      const cut = pieces(text, { start: 0, end: text.length }, spans.map((one, i) => ({ id: `${i}`, span: one })))
      expect(plain(cut)).toBe(text)
    }),
  )
})
