import { expect, test } from 'vitest'
import { looksBinary, sizeInWords } from '../../src/state/look.ts'

test.each([
  ['a PNG picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0'],
  ['what a text field makes of one', '\ufffdPNG\n\x1a\n\0\0\0\nIHDR\0\0'],
  ['an archive', 'PK\x03\x04\x14\0\0\0\x08\0'],
  ['a PDF document', '%PDF-1.7\n'],
  ['a library', '\x7fELF\x02\x01\x01\0\0'],
])('takes %s for no text', (_, start) => {
  expect(looksBinary(start)).toBe(true)
})

test('takes text full of control characters for no text', () => {
  expect(looksBinary('\0\x01\x02\x03'.repeat(50))).toBe(true)
})

test('takes coloured terminals, Windows line ends and a log with one lost NUL for text', () => {
  expect(looksBinary('\x1b[32mServer version: Apache/2.4.66\x1b[0m\r\n')).toBe(false)
  expect(looksBinary(`${'[Mon Nov 23 00:03:32 2026] [wsgi:info] Initializing Python.\n'.repeat(3)}\0`)).toBe(false)
  expect(looksBinary('')).toBe(false)
})

test('names sizes as people do', () => {
  expect([0, 999, 1000, 1_234_567, 150_000_000].map(sizeInWords)).toEqual(['0 bytes', '999 bytes', '1.0 kB', '1.2 MB', '150 MB'])
})
