import { afterEach, describe, expect, test } from 'vitest'
import { inChromium } from './page.ts'
import type { OpenPage } from './page.ts'
import { expectSeen } from './seen.ts'
import { openFullCase, show } from './views.ts'

inChromium(open => {
  let opened: OpenPage | undefined
  afterEach(() => opened?.close())

  test('on paper there is the report, dark on white, and nothing to click, also out of the dark theme', async () => {
    // As wide as a sheet of A4.
    opened = await open('from disk', { colorScheme: 'dark', viewport: { width: 794, height: 1123 } })
    const { page } = opened
    await openFullCase(page)
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    for (const view of [['#overview', '.findings'], ['#error-log', '.event-list'], ['#compare', '.compare table'], ['#apache-config', '.predictions table']] as const) {
      await show(page, view)
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(255, 255, 255)')
      expect(await page.locator('button, select, textarea, input, nav, .strip').filter({ visible: true }).evaluateAll(all => all.map(one => one.outerHTML.slice(0, 120)))).toEqual([])
      const texts = page.locator('main').locator('h2, h3, p, code, td, dd').filter({ visible: true })
      // Of the three parts of a colour none comes near that of the paper.
      expect(await texts.evaluateAll(all => all.filter(one => Math.max(...(getComputedStyle(one).color.match(/\d+/g) ?? []).map(Number)) > 165).map(one => one.outerHTML.slice(0, 120)))).toEqual([])
      expect(await texts.count()).toBeGreaterThan(5)
      const cut = await page.locator('.line, .evidence code, td, pre').evaluateAll(all => all.filter(one => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1).map(one => one.outerHTML.slice(0, 120)))
      expect(cut).toEqual([])
    }
  })

  describe('lines that are written from right to left', () => {
    // A comment in Arabic, one in Hebrew that ends with a path, and what Apache is told.
    const config = 'WSGIScriptAlias / /srv/shop/shop.wsgi\n# هذا موقع المتجر ‎(www)\n# הנתיב של הסביבה /srv/venv\nWSGIPythonHome /srv/venv\n'

    test.each([['on a wide window', 1280], ['on a phone', 390]] as const)('are kept as they were pasted and go their own way, %s', async (_, width) => {
      opened = await open('from disk', { viewport: { width, height: 800 } })
      const { page, problems } = opened
      await page.getByRole('textbox', { name: 'Paste everything' }).fill(config)
      await page.getByRole('tab', { name: /^Apache configuration: \d read/ }).click()
      const lines = page.locator('.row .line')
      await expectSeen(lines.first())
      expect(await lines.allTextContents()).toEqual(config.trimEnd().split('\n'))
      // On which side of its place each text begins.
      const sides = await lines.evaluateAll(all =>
        all.map(line => {
          const range = document.createRange()
          range.selectNodeContents(line)
          const [text, place] = [range.getBoundingClientRect(), line.getBoundingClientRect()]
          return text.left - place.left < place.right - text.right ? 'left' : 'right'
        }),
      )
      expect(sides).toEqual(['left', 'right', 'right', 'left'])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      await page.getByRole('tab', { name: 'Overview' }).click()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
      await problems.assertQuiet()
    })
  })

  // Not in Firefox: its driver does not switch JavaScript off.
  test('without JavaScript the page says in a sentence what it needs, and that nothing is sent', async () => {
    opened = await open('from disk', { javaScriptEnabled: false })
    const { page } = opened
    const words = page.locator('noscript')
    await expectSeen(words)
    expect(await words.textContent()).toMatch(/sends it nowhere\..*JavaScript is switched off here/)
  })
})
