import { expect, test } from 'vitest'
import { hashOf, placeIn } from '../../src/state/address.ts'

test('a line of a paste has an address, which leads back to it', () => {
  const hash = hashOf({ tab: 'apache-build', at: ['overview', '9'] })
  expect(hash).toBe('#apache-build/overview/9')
  expect(placeIn(hash)).toEqual({ tab: 'apache-build', at: ['overview', '9'] })
})

test('a finding has its address on the Overview', () => {
  expect(placeIn('#overview/prefix-mismatch/0')).toEqual({ tab: 'overview', at: ['prefix-mismatch', '0'] })
})

test('what is no place leads to the Overview', () => {
  expect(placeIn('')).toEqual({ tab: 'overview', at: [] })
  expect(placeIn('#nothing/of/this')).toEqual({ tab: 'overview', at: [] })
  expect(placeIn('#%E0%A4%A')).toEqual({ tab: 'overview', at: [] })
})

test('a tab alone is its whole address', () => {
  expect(hashOf({ tab: 'mutex', at: [] })).toBe('#mutex')
})
