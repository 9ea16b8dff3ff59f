import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { openPage, pasteInto } from './page.tsx'

beforeEach(openPage)

const version = 'Server version: Apache/2.4.66 (Debian)\n'
const foot = () => document.querySelector('.strip output')?.textContent

describe('What somebody types', () => {
  test('is read when the fingers rest', async () => {
    await pasteInto('overview', version)
    expect(foot()).toContain('Lines read: Apache build 1')
    await pasteInto('overview', `${version}x`)
    expect(foot()).toBe('Reading …')
    expect(screen.queryByText('Not understood: 1 line')).toBeNull()
    await waitFor(() => expect(foot()).toContain('Lines read: Apache build 1'))
    expect(screen.getByText('Not understood: 1 line')).toBeTruthy()
  })

  test('does not keep what is pasted waiting', async () => {
    await pasteInto('overview', version)
    await pasteInto('overview', `${version}Architecture:   64-bit\n`)
    expect(foot()).toContain('Lines read: Apache build 2')
  })
})
