import { afterEach, describe, expect, test } from 'vitest'
import { inEachBrowser } from './page.ts'
import type { OpenPage } from './page.ts'
import { expectSeen } from './seen.ts'

const modules = 'Loaded Modules:\n core_module (static)\n mpm_event_module (shared)\n wsgi_module (shared)\n'
const key = 'wsgi-checkup/case'

inEachBrowser(open => {
  let opened: OpenPage | undefined
  afterEach(() => opened?.close())
  const start = async () => {
    opened = await open('from disk')
    return opened
  }

  test('what was pasted and chosen survives a reload, even one that comes at once', async () => {
    const { page, problems } = await start()
    await page.getByRole('textbox', { name: 'Paste everything' }).fill(modules)
    await page.getByRole('combobox', { name: 'Commands for' }).selectOption('freebsd')
    await page.reload()
    await expectSeen(page.getByRole('tab', { name: /^Apache modules: 3 read/ }))
    expect(await page.getByRole('textbox', { name: 'Paste everything' }).inputValue()).toBe(modules)
    expect(await page.getByRole('combobox', { name: 'Commands for' }).inputValue()).toBe('freebsd')
    await problems.assertQuiet()
  })

  test('the tab in view survives a reload', async () => {
    const { page } = await start()
    await page.getByRole('tab', { name: /^Python library/ }).click()
    await page.reload()
    expect(await page.getByRole('tab', { selected: true }).getAttribute('aria-label')).toMatch(/^Python library/)
  })

  test('the theme survives a reload', async () => {
    const { page } = await start()
    await page.getByRole('button', { name: 'Use the dark theme' }).click()
    await page.reload()
    await expectSeen(page.getByRole('button', { name: 'Use the light theme' }))
  })

  describe('what the browser kept and the page cannot read', () => {
    test.each([
      ['damaged', '{"format":"wsgi-checkup-case/1","pastes":[{'],
      ['of a later version', '{"format":"wsgi-checkup-case/9","pastes":[]}'],
    ])('%s: is told, and left until something new is pasted', async (_, stored) => {
      const { page } = await start()
      await page.evaluate(([name, value]) => localStorage.setItem(name, value), [key, stored] as const)
      await page.reload()
      await expectSeen(page.getByText(/What this browser kept of your last visit/))
      expect(await page.evaluate(name => localStorage.getItem(name), key)).toBe(stored)
      await page.getByRole('textbox', { name: 'Paste everything' }).fill(modules)
      await expect.poll(() => page.evaluate(name => localStorage.getItem(name), key)).toContain('wsgi_module')
    })
  })

  test('a text too large for storage is told to be, and the others are kept', async () => {
    const { page } = await start()
    await page.locator('input[type=file]').setInputFiles({ name: 'big.log', mimeType: 'text/plain', buffer: Buffer.from('a line of some log\n'.repeat(80_000)) })
    await page.getByRole('textbox', { name: 'Paste everything' }).fill(modules)
    await expectSeen(page.getByText(/keeps no more than a million/))
    await page.reload()
    await expectSeen(page.getByRole('tab', { name: /^Apache modules: 3 read/ }))
  })

  test('a page whose storage is full works all the same, and says that it cannot keep anything', async () => {
    const { page, problems } = await start()
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await page.getByRole('textbox', { name: 'Paste everything' }).fill(modules)
    await expectSeen(page.getByRole('tab', { name: /^Apache modules: 3 read/ }))
    await expectSeen(page.getByText(/or nothing: after a reload/))
    await page.getByRole('button', { name: 'Use the dark theme' }).click()
    await expectSeen(page.getByRole('button', { name: 'Use the light theme' }))
    await problems.assertQuiet()
  })

  test('a page whose storage is forbidden works all the same', async () => {
    const { page, problems } = await start()
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', { get: () => { throw new DOMException('forbidden', 'SecurityError') } })
    })
    await page.reload()
    await page.getByRole('textbox', { name: 'Paste everything' }).fill(modules)
    await expectSeen(page.getByRole('tab', { name: /^Apache modules: 3 read/ }))
    await expectSeen(page.getByText(/or nothing: after a reload/))
    await problems.assertQuiet()
  })
})
