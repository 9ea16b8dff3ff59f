import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { places } from '../../src/checks/index.ts'
import { demandsOf, lettersOf } from '../../src/core/demands.ts'
import { linesOf } from '../../src/core/dress.ts'
import { fixtures } from './lab.ts'

/** Whether a line has what a pattern demands; without it, the pattern is never asked. */
const meets = (pattern: RegExp, text: string) =>
  demandsOf(pattern).some(({ first, letters }) => (letters & ~lettersOf(text)) === 0 && (text === '' || text.charCodeAt(0) > 127 || (first & (1n << BigInt(text.charCodeAt(0)))) !== 0n))

const textsIn = (folder: string) => readdirSync(folder, { recursive: true }).filter(file => String(file).endsWith('.txt')).map(file => readFileSync(join(folder, String(file)), 'utf8'))

test('what the patterns demand, every line has that they match', { timeout: 120_000 }, () => {
  const lines = new Set(['lab', 'rules', 'shapes'].flatMap(folder => textsIn(join(fixtures, folder))).flatMap(text => linesOf({ id: 'p', text }).map(line => line.text)))
  const patterns = places.flatMap(({ output }) => [...output.specs.flatMap(({ line, open }) => [line, ...(open ? [open] : [])]), ...output.known.map(({ line }) => line)])
  const demanded = patterns.map(pattern => ({ pattern, demands: demandsOf(pattern) }))
  const wrong: string[] = []
  for (const text of lines) {
    const held = lettersOf(text)
    const code = text.charCodeAt(0)
    for (const { pattern, demands } of demanded) {
      const may = demands.some(({ first, letters }) => (letters & ~held) === 0 && (!(code < 128) || (first & (1n << BigInt(code))) !== 0n))
      if (!may && pattern.test(text)) wrong.push(`${pattern}: ${text}`)
    }
  }
  expect(wrong).toEqual([])
})

test.each<readonly [pattern: RegExp, text: string]>([
  [/^(?:ab)?c/, 'c'], [/^(?:ab)?c/, 'abc'], [/^a{0,2}b/, 'b'], [/^a{1,}b/, 'aab'], [/^(?:a|)b/, 'b'], [/^(?:^a|b)c/, 'bc'], [/(?:^|x)y/, 'y'], [/^(?!z)\w/, 'q'],
  [/^(?<name>k)l/i, 'KL'], [/^[^a]b/i, 'Xb'], [/^\x41\u0042/, 'AB'], [/^(?=.*z)a/, 'abz'], [/(?<=a)b/, 'ab'], [/^(["'])x\1/, '"x"'], [/^a|b/, 'cb'], [/^$/, ''], [/^[\]\\]-/, ']-'], [/^\u2019/, '’'],
])('%s is asked about %j, which it matches', (pattern, text) => {
  expect(pattern.test(text)).toBe(true)
  expect(meets(pattern, text)).toBe(true)
})

test.each<readonly [pattern: RegExp, text: string]>([[/^Server (?:version|built):/, 'LoadModule wsgi_module modules/mod_wsgi.so'], [/^-D [A-Z]/, 'D'], [/\bApache\/(\d+)/, 'mod_wsgi'], [/^(?:\w+: )?Include\b/, 'Listen 80']])('%s is not even asked about %j', (pattern, text) => {
  expect(meets(pattern, text)).toBe(false)
})
