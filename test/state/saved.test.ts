import { expect, test } from 'vitest'
import type { Case } from '../../src/state/case.ts'
import { looksLikeCase, readCase, written } from '../../src/state/saved.ts'

const given: Case = {
  platform: 'debian',
  pastes: [
    { id: 'overview', text: 'Server MPM: event\r\n\ud800 half a character, \0 and “quotes”', when: 1 },
    { id: 'paste-2', text: '/usr', when: 2, check: 'python-installation', name: 'sys-prefix.txt', endOf: 30_000_000 },
  ],
}

test('a case comes back as it was, to the last half character', () => {
  expect(readCase(written(given), 'It')).toEqual({ kind: 'case', case: given })
})

test('a case of the first format is read as one without a comparison', () => {
  expect(readCase('{"format":"wsgi-checkup-case/1","pastes":[{"id":"overview","text":"Server MPM: event","when":1}]}', 'It')).toEqual({
    kind: 'case', case: { pastes: [{ id: 'overview', text: 'Server MPM: event', when: 1 }] },
  })
})

test('what a case is compared with comes back, too', () => {
  const compared: Case = { ...given, before: { name: 'the file web2.json', pastes: given.pastes } }
  expect(readCase(written(compared), 'It')).toEqual({ kind: 'case', case: compared })
})

test('the text of a case is told from a text to read', () => {
  expect(looksLikeCase(written(given))).toBe(true)
  expect(looksLikeCase('{"format":"wsgi-checkup-report/1"}')).toBe(false)
  expect(looksLikeCase('Server version: Apache/2.4.66 (Unix)')).toBe(false)
})

test('a case of a later version is told from a damaged one', () => {
  expect(readCase('{"format":"wsgi-checkup-case/3","texts":[]}', 'It')).toMatchObject({ kind: 'unusable', says: expect.stringContaining('another version') })
})

test.each(['', '{', 'null', '[]', '{"format":"wsgi-checkup-case/1"}', '{"format":"wsgi-checkup-case/1","pastes":[{"id":1}]}', '{"format":"other","pastes":[]}'])(
  '%j is refused with a sentence',
  json => {
    expect(readCase(json, 'What was kept')).toMatchObject({ kind: 'unusable', says: expect.stringMatching(/^What was kept .+\.$/) })
  },
)

test('a platform that is none is refused', () => {
  expect(readCase('{"format":"wsgi-checkup-case/1","platform":"toString","pastes":[]}', 'It').kind).toBe('unusable')
})
