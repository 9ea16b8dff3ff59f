import { cleanup } from '@testing-library/react'
import { afterEach, vi } from 'vitest'
import { load } from '../../src/ui/rest.ts'

// The whole page is drawn for each test, also on machines that are slower or busier than this one.
vi.setConfig({ testTimeout: 20_000 })

// No test is about the moment before.
await load()

// Testing Library cleans up by itself only where the test functions are globals.
afterEach(cleanup)
