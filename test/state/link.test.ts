import { expect, test } from 'vitest'
import type { Case } from '../../src/state/case.ts'
import { caseIn, isCase, linkOf } from '../../src/state/link.ts'

const given: Case = { platform: undefined, pastes: [{ id: 'overview', text: 'Server MPM: event\n\udfff'.repeat(50), when: 7, check: undefined }] }

test('a link carries a case there and back', async () => {
  const hash = (await linkOf(given)) ?? ''
  expect(hash).toMatch(/^#case=[\w-]+$/)
  expect(isCase(hash)).toBe(true)
  expect(await caseIn(hash)).toMatchObject({ kind: 'case', case: { pastes: [{ id: 'overview', text: given.pastes[0]?.text, when: 7 }] } })
})

test('a link that lost its end says so', async () => {
  const hash = (await linkOf(given)) ?? ''
  expect(await caseIn(hash.slice(0, -20))).toMatchObject({ kind: 'unusable', says: expect.stringContaining('damaged') })
  expect(await caseIn('#case=!!!')).toMatchObject({ kind: 'unusable' })
})

test('a case too large for an address makes no link', async () => {
  let seed = 1
  const char = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return String.fromCharCode(33 + (seed % 90))
  }
  const noise = Array.from({ length: 1_500_000 }, char).join('')
  expect(await linkOf({ pastes: [{ id: 'paste-1', text: noise, when: 0 }] })).toBeUndefined()
})
