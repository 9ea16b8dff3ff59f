import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { endOfText, readable, readLimit, type Pasted } from '../../src/state/case.ts'

const pasted = (text: string, more: Partial<Pasted> = {}): Pasted => ({ id: 'overview', text, when: 0, ...more })

test('leaves a text within the limit as it is', () => {
  expect(endOfText('Server MPM: event\n')).toBe('Server MPM: event\n')
})

test('keeps the end of a longer text, from the start of a line', () => {
  const text = `${'one line of a log\n'.repeat(readLimit / 17)}the last line`
  const end = endOfText(text)
  expect(end.length).toBeLessThanOrEqual(readLimit)
  expect(end.length).toBeGreaterThan(readLimit - 20)
  expect(end.startsWith('one line of a log\n')).toBe(true)
  expect(end.endsWith('the last line')).toBe(true)
})

test('cuts a line that is longer than the limit', () => {
  expect(endOfText('x'.repeat(readLimit + 5)).length).toBe(readLimit)
})

test('gives the engine neither blanks nor what is no text', () => {
  expect(readable([pasted('  \n\t'), pasted('\x89PNG\r\n\x1a\n'), pasted('Syntax OK', { check: 'apache-build' })])).toEqual([
    { id: 'overview', text: 'Syntax OK', check: 'apache-build' },
  ])
})

test('gives the same object for the same text, so that what follows from it can be kept', () => {
  const one = pasted('Syntax OK')
  expect(readable([one])[0]).toBe(readable([one])[0])
})

const latin = fc.integer({ min: 0, max: 0xff }).map(code => String.fromCharCode(code))

test.each([['Latin-1', latin], ['any', 'binary']] as const)('gives the engine the very characters of the text (%s)', (_, unit) => {
  fc.assert(fc.property(fc.string({ unit }), text => {
    const [paste] = readable([pasted(`Syntax OK ${text}`)])
    fc.pre(paste !== undefined)
    expect(paste.text).toBe(`Syntax OK ${text}`)
  }))
})
