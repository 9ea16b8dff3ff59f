import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { inChromium, paste } from './page.ts'
import type { OpenPage } from './page.ts'
import { expectSeen } from './seen.ts'

const modules = 'Loaded Modules:\n core_module (static)\n so_module (static)\n mpm_event_module (shared)\n wsgi_module (shared)\n'

const example = (page: Page, name: string) => page.getByRole('button', { name }).click()
const selectedTab = (page: Page) => page.getByRole('tab', { selected: true }).getAttribute('aria-label')

inChromium(open => {
  let opened: OpenPage | undefined
  afterEach(() => opened?.close())
  const start = async (options = {}) => {
    opened = await open('from disk', options)
    return opened
  }

  test('the tabs are walked with the arrow keys, and each is in view and in focus', async () => {
    const { page } = await start()
    await page.getByRole('tab', { name: 'Overview' }).focus()
    await page.keyboard.press('ArrowDown')
    expect(await selectedTab(page)).toMatch(/^Apache build/)
    await page.keyboard.press('End')
    expect(await selectedTab(page)).toMatch(/^Apache configuration/)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-selected'))).toBe('true')
    await page.keyboard.press('Home')
    expect(await selectedTab(page)).toBe('Overview')
  })

  test('the first stop of the tab key leads past everything to the content', async () => {
    const { page } = await start()
    // A key that is pressed before the window has the focus and shows the page goes nowhere.
    await expectSeen(page.getByRole('textbox', { name: 'Paste everything' }))
    await page.bringToFront()
    await page.evaluate(() => new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown))))
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('panel')
  })

  test('back and forward walk through tabs and lines', async () => {
    const { page } = await start()
    await example(page, 'Wrong Python')
    await page.getByRole('region', { name: 'Findings' }).getByRole('link', { name: /^Python library, line/ }).first().click()
    expect(await selectedTab(page)).toMatch(/^Python library/)
    expect(page.url()).toMatch(/#python-library\/python-library\/\d+$/)
    await expectSeen(page.locator('.row.shown'))
    await page.goBack()
    expect(await selectedTab(page)).toBe('Overview')
    await page.goForward()
    expect(await selectedTab(page)).toMatch(/^Python library/)
  })

  test('a mark and its meaning light up together, by pointer and by key', async () => {
    const { page } = await start()
    await example(page, 'Healthy')
    await page.getByRole('tab', { name: /^Apache build/ }).click()
    const marks = page.locator('.explained mark')
    await marks.nth(0).hover()
    await expectSeen(page.locator('.meaning[data-on]'))
    await marks.nth(0).focus()
    const lit = () => page.locator('.meaning[data-on]').textContent()
    const first = await lit()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await lit()).not.toBe(first)
  })

  test('clearing asks once, empties everything and can be undone', async () => {
    const { page } = await start()
    const box = page.getByRole('textbox', { name: 'Paste everything' })
    await paste(page, box, modules)
    await expectSeen(page.getByRole('tab', { name: /^Apache modules: 4 read/ }))
    await page.getByRole('button', { name: 'Clear everything' }).click()
    await page.getByRole('button', { name: 'Yes, clear' }).click()
    await expectSeen(page.getByRole('tab', { name: 'Apache modules: not yet pasted' }))
    expect(await box.inputValue()).toBe('')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expectSeen(page.getByRole('tab', { name: /^Apache modules: 4 read/ }))
    expect(await box.inputValue()).toBe(modules)
  })

  test('the report is copied, and the page says so', async () => {
    const { page } = await start({ permissions: ['clipboard-read', 'clipboard-write'] })
    await example(page, 'Wrong Python')
    await page.getByRole('button', { name: 'Copy Markdown report' }).click()
    await expectSeen(page.getByText(/^Copied the Markdown report/))
  })

  test('the report for programs is saved as a file', async () => {
    const { page } = await start()
    await example(page, 'Healthy')
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download JSON' }).click()])
    expect(file.suggestedFilename()).toBe('wsgi-checkup-report.json')
    expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toHaveProperty('format', 'wsgi-checkup-report/1')
  })

  test('a share link opens the same case elsewhere, and asks where there is one already', async () => {
    const { page } = await start()
    await paste(page, page.getByRole('textbox', { name: 'Paste everything' }), modules)
    await page.getByRole('button', { name: 'Copy share link' }).click()
    const link = await page.getByRole('textbox', { name: 'Share link' }).inputValue()
    expect(link).toMatch(/#case=[\w-]+$/)
    await page.getByRole('button', { name: 'Close' }).click()
    expect(page.url()).not.toContain('case=')

    const other = await open('from disk')
    try {
      await other.page.goto(link)
      await other.page.reload()
      await expectSeen(other.page.getByRole('tab', { name: /^Apache modules: 4 read/ }))
      expect(other.page.url()).not.toContain('case=')
    } finally {
      await other.close()
    }

    await page.goto(link)
    await expectSeen(page.getByRole('dialog', { name: 'Open the case in this link?' }))
    await page.getByRole('button', { name: 'Keep what is here' }).click()
    await expectSeen(page.getByRole('tab', { name: /^Apache modules: 4 read/ }))
  })

  describe('on a phone', () => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }

    test('the meaning stands under its line', async () => {
      const { page } = await start(phone)
      await example(page, 'Healthy')
      await page.getByRole('tab', { name: /^Apache build/ }).click()
      const row = page.locator('.row.fields').first()
      const line = await row.locator('.line').boundingBox()
      const meaning = await row.locator('.meanings').boundingBox()
      expect((meaning?.y ?? 0) >= (line?.y ?? 0) + (line?.height ?? 0)).toBe(true)
    })
  })
})
