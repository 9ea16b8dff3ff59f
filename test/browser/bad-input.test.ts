import { Buffer } from 'node:buffer'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { inChromium, paste } from './page.ts'
import type { OpenPage } from './page.ts'
import { expectSeen } from './seen.ts'

/** The longest time, in milliseconds, for which the page did not answer from now on. */
const watchLoop = (page: Page) =>
  page.evaluate(() => {
    let last = performance.now()
    let worst = 0
    const timer = setInterval(() => {
      const now = performance.now()
      worst = Math.max(worst, now - last)
      last = now
    }, 10)
    Reflect.set(globalThis, 'worstPause', () => {
      clearInterval(timer)
      return Math.max(worst, performance.now() - last)
    })
  })

const box = (page: Page) => page.getByRole('textbox', { name: 'Paste everything' })

const worstPause = (page: Page): Promise<number> => page.evaluate(() => Reflect.get(globalThis, 'worstPause')())

inChromium(open => {
  let opened: OpenPage | undefined
  afterEach(() => opened?.close())
  const start = async () => {
    opened = await open('from disk')
    return opened
  }

  test('nothing but blanks gets a hint', async () => {
    const { page } = await start()
    await box(page).fill('  \n\n\t')
    await expectSeen(page.getByText(/^Nothing but blanks so far/))
  })

  test('the bytes of a picture are said to be one, and not read', async () => {
    const { page, problems } = await start()
    await box(page).fill('\ufffdPNG\n\x1a\n\0\0\0\rIHDR\0\0')
    await expectSeen(page.getByText(/^This is no text/))
    await problems.assertQuiet()
  })

  test('a file that is a library is refused with what was expected', async () => {
    const { page } = await start()
    await page.locator('input[type=file]').setInputFiles({ name: 'mod_wsgi.so', mimeType: '', buffer: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]) })
    await expectSeen(page.getByText(/“mod_wsgi.so” is no text.*Expected is what/))
  })

  test('the output of another program is quoted, never taken for a healthy one', async () => {
    const { page } = await start()
    await box(page).fill('Filesystem     1K-blocks  Used Available Use% Mounted on\n/dev/sda1       41152736 9.1M  39234432   1% /data\n')
    const findings = page.getByRole('region', { name: 'Findings' })
    await expectSeen(findings.getByText(/Nothing was recognised in what was pasted/))
    expect(await findings.textContent()).toContain('Filesystem     1K-blocks')
    await expectSeen(page.getByText('Not understood: 2 lines'))
  })

  test('half characters break nothing: not the reading, the copy, the link or a reload', async () => {
    const { page, problems } = await start()
    const text = 'Loaded Modules:\n core_module (static)\n \ud83d wsgi_module (shared)\n\udc00'
    await page.evaluate(given => {
      const area = document.querySelector('textarea')
      if (!area) return
      area.value = given
      area.dispatchEvent(new Event('input', { bubbles: true }))
    }, text)
    await expectSeen(page.getByRole('tab', { name: /^Apache modules: \d/ }))
    await page.getByRole('button', { name: 'Copy Markdown report' }).click()
    await expectSeen(page.getByText(/^Copied the Markdown report/))
    await page.getByRole('button', { name: 'Copy share link' }).click()
    await expectSeen(page.getByRole('textbox', { name: 'Share link' }))
    await page.getByRole('button', { name: 'Close' }).click()
    await page.reload()
    expect(await box(page).evaluate(area => ('value' in area ? area.value : ''))).toBe(text)
    await problems.assertQuiet()
  })

  describe('a text of 50 MB', () => {
    const line = '[Mon Nov 23 00:03:32.775810 2026] [wsgi:info] [pid 1545:tid 1545] Initializing Python runtime in embedded mode.\n'

    test('is held aside, its end is read within seconds, and the box stays free', { timeout: 60_000 }, async () => {
      const { page, problems } = await start()
      await watchLoop(page)
      await paste(page, box(page), line.repeat(Math.ceil(50_000_000 / line.length)))
      await expectSeen(page.getByText(/^Only the last .* of 50\.0 MB are read/))
      await expectSeen(page.getByRole('tab', { name: /^Error log: [\d,]+ read/ }))
      expect(await worstPause(page)).toBeLessThan(8000)
      expect(await box(page).inputValue()).toBe('')
      await box(page).pressSequentially('x')
      await problems.assertQuiet()
    })
  })

  test('a log of 100,000 lines is drawn a piece at a time, and any line can be gone to', { timeout: 60_000 }, async () => {
    const { page } = await start()
    const log = Array.from({ length: 100_000 }, (_, i) => `[Mon Nov 23 00:03:32 2026] [wsgi:info] [pid ${i}] Attaching to Python main interpreter in embedded mode.`).join('\n')
    await paste(page, page.getByRole('tab', { name: 'Overview' }), log)
    await page.getByRole('tab', { name: /^Error log: 100,000 read|^Error log: 99,999 of/ }).click()
    await expectSeen(page.locator('.row').first())
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(3000)
    await page.evaluate(() => {
      location.hash = '#error-log/paste-1/70000'
    })
    await expectSeen(page.locator('.row.shown'))
    expect(await page.locator('.row.shown').textContent()).toContain('[pid 69999]')
    const top = await page.locator('.row.shown').evaluate(row => row.getBoundingClientRect().top)
    expect(top).toBeGreaterThan(0)
    expect(top).toBeLessThan(720)
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(3000)
  })
})
