import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { inChromium } from './page.ts'
import type { OpenPage } from './page.ts'
import { expectSeen } from './seen.ts'
import { openFullCase, secret, show, views } from './views.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core has against the view, in one line each. */
const complaints = (page: Page, view: string, only?: readonly string[]): Promise<string[]> =>
  page.evaluate(async ([seen, rules]) => {
    // A line that somebody was just led to still fades from the accent's colour.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
    const run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> = Reflect.get(globalThis, 'axe').run
    const { violations } = await run({ resultTypes: ['violations'], ...(rules && { runOnly: rules }) })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${seen}: ${id}: ${html.slice(0, 160)} ${failureSummary}`))
  }, [view, only] as const)

/** Everything behind a click, but of a long list only the first few. */
const openDetails = (page: Page) =>
  page.evaluate(() => {
    const within = new Map<Element | null, number>()
    for (const details of document.querySelectorAll('main details')) {
      const list = details.closest('ul, ol, .catalogue section')
      const count = (within.get(list) ?? 0) + 1
      within.set(list, count)
      if (count <= 3) details.setAttribute('open', '')
    }
  })

const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

inChromium(open => {
  let opened: OpenPage | undefined
  afterEach(() => opened?.close())
  const start = async (options = {}) => {
    opened = await open('from disk', options)
    return opened
  }

  test('axe-core has nothing against any view, in either theme', { timeout: 180_000 }, async () => {
    const { page, problems } = await start()
    await page.evaluate(axe)
    const wrong = [...(await complaints(page, 'the empty page'))]
    await openFullCase(page)
    for (const view of views) {
      await show(page, view)
      await openDetails(page)
      wrong.push(...(await complaints(page, view[0])))
      await page.emulateMedia({ colorScheme: 'dark' })
      wrong.push(...(await complaints(page, `${view[0]}, dark`, ['color-contrast'])))
      await page.emulateMedia({ colorScheme: 'light' })
    }
    await page.getByLabel('I am helping somebody else').check()
    wrong.push(...(await complaints(page, 'the walk, helping')))
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /keys$/ }).click()
    wrong.push(...(await complaints(page, 'the list of keys')))
    expect(wrong).toEqual([])
    await problems.assertQuiet()
  })

  describe('on a phone', () => {
    test('no view scrolls sideways, and axe-core has nothing against any', { timeout: 180_000 }, async () => {
      const { page } = await start({ viewport: { width: 390, height: 844 }, hasTouch: true })
      await page.evaluate(axe)
      await openFullCase(page)
      const wrong: string[] = []
      for (const view of views) {
        await show(page, view)
        await openDetails(page)
        if ((await width(page)) > 390) wrong.push(`${view[0]} is ${await width(page)} pixels wide`)
        wrong.push(...(await complaints(page, view[0])))
      }
      expect(wrong).toEqual([])
    })

    test('the empty page does not scroll sideways, even at 320 pixels', async () => {
      const { page } = await start({ viewport: { width: 320, height: 640 } })
      expect(await width(page)).toBe(320)
    })
  })

  describe('the address', () => {
    test('of each view is enough to come back to it after a reload, and holds nothing that was pasted', { timeout: 120_000 }, async () => {
      const { page, problems } = await start()
      await openFullCase(page)
      for (const [hash, shown] of [...views, ['#overview/d07-daemon-timeout/0', 'article.finding.shown'], ['#error-log/error-log/2', '.row.shown']] as const) {
        await page.goto(page.url().replace(/#.*/, '') + hash)
        await page.reload()
        await expectSeen(page.locator(shown).first())
        expect(new URL(page.url()).hash).toBe(hash)
      }
      await problems.assertQuiet()
    })

    test('holds no pasted word, wherever a person goes', async () => {
      const { page } = await start()
      await openFullCase(page)
      for (const link of [/^Error log, line/, /^Diagnostic script, line/]) {
        await show(page, ['#overview', '.findings'])
        await page.getByRole('region', { name: 'Findings' }).getByRole('link', { name: link }).first().click()
        expect(page.url()).not.toContain(secret)
      }
      await show(page, ['#error-log', '.log-chart'])
      await page.getByRole('searchbox').fill(secret)
      await show(page, ['#send', '.wishes'])
      await page.getByRole('textbox', { name: /^And these words of your own/ }).fill(secret)
      expect(page.url()).not.toContain(secret)
    })

    test('leads back and forward through every view', async () => {
      const { page } = await start()
      await openFullCase(page)
      for (const view of views) await show(page, view)
      for (const [hash, shown] of views.toReversed().slice(1)) {
        await page.goBack()
        await expectSeen(page.locator(shown).first())
        expect(new URL(page.url()).hash).toBe(hash)
      }
      for (const [, shown] of views.slice(1)) {
        await page.goForward()
        await expectSeen(page.locator(shown).first())
      }
    })

    test('of a line, a rule or a step that is not there shows the tab, and complains of nothing', async () => {
      const { page, problems } = await start()
      for (const [hash, shown] of [['#error-log/paste-9/7', '#box-error-log'], ['#rules/no-such-rule', '.catalogue'], ['#guide/nowhere', '#step'], ['#nowhere', '#box-overview'], ['#overview/%E0%A4%A', '#box-overview']] as const) {
        await page.goto(page.url().replace(/#.*/, '') + hash)
        await page.reload()
        await expectSeen(page.locator(shown).first())
      }
      await problems.assertQuiet()
    })
  })
})
