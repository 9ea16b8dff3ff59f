import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { inChromium } from './page.ts'
import type { OpenPage } from './page.ts'
import { expectSeen } from './seen.ts'

const line = (second: number, rest: string) => `[Mon Nov 23 ${new Date(second * 1000).toISOString().slice(11, 19)}.527533 2026] ${rest}\n`
const fault = line(1, "[wsgi:error] [pid 815:tid 9] [client 192.0.2.7:51022] Timeout when reading response headers from daemon process 'shop': /srv/shop/wsgi.py")
const remarks = Array.from({ length: 8640 }, (_, i) => line(i * 10, `[wsgi:info] [pid ${800 + (i % 9)}:tid 9] mod_wsgi (pid=${800 + (i % 9)}): Attach interpreter 'www.example.com|'.`)).join('')
const end = [
  line(86_398, '[core:warn] [pid 815:tid 9] AH00045: child process 815 still did not exit, sending a SIGTERM'),
  line(86_399, '[wsgi:error] [pid 900:tid 9] [client 192.0.2.7:51022] Target WSGI script not found or unable to stat: /srv/shop/none.wsgi'),
].join('')

/** Drops a log of so many megabytes: a fault, days of remarks, and another fault at the end. */
const dropLog = async (page: Page, megabytes: number): Promise<void> => {
  const times = Math.floor((megabytes * 1e6) / remarks.length)
  // Put together in the page: what is handed over has to be small.
  const files = await page.evaluateHandle(([first, day, days, last]) => {
    const given = new DataTransfer()
    given.items.add(new File([first, ...Array.from({ length: days }, () => day), last], 'error.log', { type: 'text/plain' }))
    return given
  }, [fault, remarks, times, end] as const)
  await page.dispatchEvent('main', 'drop', { dataTransfer: files })
}

/** The longest time, in milliseconds, for which the page does not answer while something is done. */
async function worstPause(page: Page, during: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    let last = performance.now()
    let worst = 0
    const timer = setInterval(() => {
      worst = Math.max(worst, performance.now() - last)
      last = performance.now()
    }, 10)
    Reflect.set(globalThis, 'endOfPause', () => {
      clearInterval(timer)
      return Math.max(worst, performance.now() - last)
    })
  })
  await during()
  return page.evaluate(() => Reflect.get(globalThis, 'endOfPause')())
}

const nodes = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length)
const shownFinding = (page: Page) => page.locator('article.finding.shown').getAttribute('aria-labelledby')
const messages = (page: Page) => page.locator('.event-list > li')

inChromium(open => {
  let opened: OpenPage | undefined
  afterEach(() => opened?.close())

  test('a log of 10 MB shows its findings, is walked by key, filtered, and followed to its last line', { timeout: 120_000 }, async () => {
    opened = await open('from disk')
    const { page, problems } = opened
    page.setDefaultTimeout(40_000)
    await dropLog(page, 10)
    await expectSeen(page.locator('article.finding').first())
    expect(await nodes(page)).toBeLessThan(3000)

    await page.keyboard.press('n')
    const first = await shownFinding(page)
    await page.keyboard.press('n')
    await expect.poll(() => shownFinding(page)).not.toBe(first)
    await page.keyboard.press('p')
    await expect.poll(() => shownFinding(page)).toBe(first)

    await page.getByRole('tab', { name: /^Error log: [\d,]+ read/ }).click()
    await expectSeen(messages(page).first())
    expect(await messages(page).count()).toBe(4)
    const pause = await worstPause(page, async () => {
      await page.getByRole('combobox', { name: 'Show' }).selectOption('Faults')
      await expect.poll(() => messages(page).count()).toBe(2)
      await page.getByRole('combobox', { name: 'Show' }).selectOption('Everything')
      await page.getByRole('searchbox').fill('ah00045')
      await expect.poll(() => messages(page).allTextContents()).toEqual([expect.stringContaining('still did not exit')])
      await page.getByRole('searchbox').fill('unable to stat')
      await expect.poll(() => messages(page).allTextContents()).toEqual([expect.stringContaining('/srv/shop/none.wsgi')])
    })
    expect(pause).toBeLessThan(5000)

    await page.getByRole('link', { name: 'to the last' }).click()
    await expectSeen(page.locator('.row.shown'))
    expect(await page.locator('.row.shown .line').textContent()).toContain('/srv/shop/none.wsgi')
    expect(await page.locator('.row.shown').evaluate(row => row.getBoundingClientRect().top < innerHeight && row.getBoundingClientRect().bottom > 0)).toBe(true)
    expect(await nodes(page)).toBeLessThan(3000)
    await problems.assertQuiet()
  })

  test('of a log of 100 MB the end is read, and the page says that it is the end', { timeout: 120_000 }, async () => {
    opened = await open('from disk')
    const { page, problems } = opened
    page.setDefaultTimeout(60_000)
    await dropLog(page, 100)
    await expectSeen(page.getByText(/^Only the last 16\.8 MB of (?:99|100)(?:\.\d)? MB are read\. Line numbers count from there\./))
    await expectSeen(page.locator('article.finding').first())
    const findings = await page.getByRole('region', { name: 'Findings' }).textContent()
    expect(findings).toContain('/srv/shop/none.wsgi')
    expect(findings).not.toContain('Timeout when reading')
    expect(await nodes(page)).toBeLessThan(3000)
    await problems.assertQuiet()
  })
})
