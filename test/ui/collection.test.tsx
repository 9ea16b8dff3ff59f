import { fireEvent, screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, test } from 'vitest'
import { collection } from '../../src/checks/collection/index.ts'
import { extendedScript, script } from '../../src/checks/diagnostic-script/script.ts'
import { openPage, tab } from './page.tsx'

beforeEach(openPage)

const door = () => screen.getByRole('region', { name: 'Run one command' })

describe('the collection script', () => {
  test('is shown in full, and can be copied and downloaded', () => {
    expect(within(door()).getByRole('textbox', { name: 'The collection script', hidden: true })).toHaveProperty('value', collection.script)
    for (const name of ['Copy the collection script', 'Download wsgi-checkup.sh', 'Copy the command']) expect(within(door()).getByRole('button', { name })).toBeTruthy()
    expect(door().textContent).toContain('sh wsgi-checkup.sh > checkup.txt 2>&1')
  })

  test('gives way to the tabs on Windows', () => {
    fireEvent.change(within(door()).getByRole('combobox'), { target: { value: 'windows' } })
    expect(within(door()).queryByRole('textbox', { hidden: true })).toBeNull()
    fireEvent.click(within(door()).getByRole('link', { name: 'Mutex' }))
    expect(tab(/^Mutex/).getAttribute('aria-selected')).toBe('true')
  })
})

describe('the diagnostic script', () => {
  test('is shown in both forms, with what mounts it for the platform and the word that it has to go again', () => {
    fireEvent.click(tab(/^Diagnostic script/))
    const part = screen.getByRole('region', { name: 'The diagnostic script' })
    const shown = (name: string) => within(part).getByRole('textbox', { name, hidden: true })
    expect(shown('The diagnostic script')).toHaveProperty('value', script)
    expect(shown('The extended script')).toHaveProperty('value', extendedScript)
    expect(part.textContent).toContain('WSGIScriptAlias /wsgi-checkup "/usr/local/share/wsgi-checkup/diagnostic.wsgi"')
    expect(part.textContent).toContain('Take both away again')
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'windows' } })
    expect(part.textContent).toContain('WSGIScriptAlias /wsgi-checkup "C:/wsgi-checkup/diagnostic.wsgi"')
  })
})
