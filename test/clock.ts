import { beforeEach, vi } from 'vitest'

// The end of a Python's support is the one thing that depends on the day: what the samples bring about must not change with it.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-26T12:00:00Z') })
})
