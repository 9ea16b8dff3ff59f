import { expect, test } from 'vitest'
import { readLimit } from '../../src/state/case.ts'
import { readFile } from '../../src/state/incoming.ts'

test('a file of text is read whole', async () => {
  expect(await readFile(new File(['Server MPM: event\n'], 'v.txt'))).toEqual({ kind: 'text', name: 'v.txt', text: 'Server MPM: event\n' })
})

test('a file that Windows PowerShell wrote is read as the text that it is', async () => {
  const bytes = new Uint8Array([0xff, 0xfe, ...[...'Apache'].flatMap(char => [char.charCodeAt(0), 0])])
  expect(await readFile(new File([bytes], 'v.txt'))).toMatchObject({ kind: 'text', text: 'Apache' })
})

test('of a very large file the end is read, from the start of a line', async () => {
  const line = `${'a line of a log that grew for years '.repeat(3)}\n`
  const file = new File([line.repeat(22_000_000 / line.length)], 'error.log')
  const read = await readFile(file)
  expect(read).toMatchObject({ kind: 'text', endOf: file.size })
  if (read.kind !== 'text') return
  expect(read.text.length).toBeLessThanOrEqual(readLimit)
  expect(read.text.startsWith(line)).toBe(true)
})

test('a library is refused, with what was expected', async () => {
  const read = await readFile(new File([new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])], 'mod_wsgi.so'))
  expect(read).toEqual({ kind: 'refused', says: expect.stringMatching(/“mod_wsgi\.so” is no text.*Expected is what/) })
})

test('an empty file is refused by name', async () => {
  expect(await readFile(new File([], 'empty.txt'))).toMatchObject({ kind: 'refused', says: expect.stringContaining('“empty.txt” is empty') })
})
