import { Buffer } from 'node:buffer'
import { copyFileSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { inChromium, inEachBrowser, paste } from './page.ts'
import type { OpenPage } from './page.ts'
import { expectSeen } from './seen.ts'

const modules = 'Loaded Modules:\n core_module (static)\n so_module (static)\n mpm_event_module (shared)\n wsgi_module (shared)\n'
const absent = 'Loaded Modules:\n core_module (static)\n so_module (static)\n mpm_event_module (shared)\n'
const personal = `marlene@kiosk-04:~$ apache2ctl -M\n${modules}`

const box = (page: Page) => page.getByRole('textbox', { name: 'Paste everything' })
const go = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name }).click()
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())
const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true })

/** What a click saves. */
async function saved(page: Page, name: string): Promise<{ readonly file: string; readonly text: string; readonly path: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
  const path = await file.path()
  return { file: file.suggestedFilename(), text: readFileSync(path, 'utf8'), path }
}

inChromium(open => {
  let opened: OpenPage | undefined
  afterEach(() => opened?.close())
  const start = async (options = {}) => {
    opened = await open('from disk', options)
    return opened
  }

  test('a case is saved without names, and opened again', async () => {
    const { page, problems } = await start()
    await paste(page, box(page), personal)
    await go(page, 'What leaves the page')
    await expectSeen(page.getByText(/every outcome is the same/))
    const { file, text, path } = await saved(page, 'Save case')
    expect(file).toBe('wsgi-checkup-case.json')
    expect(text).not.toContain('marlene')

    const other = await open('from disk')
    try {
      await other.page.locator('input[type=file]').first().setInputFiles({ name: file, mimeType: 'application/json', buffer: readFileSync(path) })
      await expectSeen(other.page.getByRole('tab', { name: /^Apache modules: 4 read/ }))
      expect(await box(other.page).inputValue()).toBe(`user1@host1:~$ apache2ctl -M\n${modules}`)
      await other.problems.assertQuiet()
    } finally {
      await other.close()
    }
    await problems.assertQuiet()
  })

  test('the page with the case inside opens from disk, holds its policy, and takes more', async () => {
    const { page } = await start()
    await paste(page, box(page), modules)
    await go(page, 'What leaves the page')
    const { file, path } = await saved(page, 'Save this page with the case inside')
    expect(file).toBe('wsgi-checkup.html')

    const context = page.context()
    const copy = await context.newPage()
    const errors: string[] = []
    copy.on('console', message => message.type() === 'error' && errors.push(message.text()))
    copy.on('pageerror', error => errors.push(error.message))
    // The browser saves a download without its name's ending.
    const html = `${path}.html`
    copyFileSync(path, html)
    await copy.goto(`file://${html}`)
    await expectSeen(copy.getByRole('tab', { name: /^Apache modules: 4 read/ }))
    expect(await box(copy).inputValue()).toBe(modules)
    expect(await copy.evaluate(() => fetch('https://example.org').then(() => 'sent', () => 'refused'))).toBe('refused')
    await paste(copy, undefined, 'Server version: Apache/2.4.66 (Debian)\nServer MPM:     event\n')
    await expectSeen(copy.getByRole('tab', { name: /^Apache build: 2 read/ }))
    await copy.reload()
    await expectSeen(copy.getByRole('tab', { name: /^Apache build: 2 read/ }))
    // The refused request above complains on the console, as it should.
    expect(errors.filter(text => !/example\.org|Content Security Policy|Failed to fetch/.test(text))).toEqual([])
  })

  test('every replacement is shown, and can be undone', async () => {
    const { page } = await start({ permissions: ['clipboard-read', 'clipboard-write'] })
    await paste(page, box(page), personal)
    await go(page, 'What leaves the page')
    await page.getByRole('button', { name: 'Leave as it is: kiosk-04' }).click()
    await expectSeen(page.getByRole('button', { name: 'Replace it: kiosk-04' }))
    await button(page, 'Copy Markdown report').click()
    await expectSeen(page.getByText(/^Copied the Markdown report/))
    expect(await copied(page)).toContain('user1@kiosk-04:~$')

    await page.getByLabel(/^And these words of your own/).fill('kiosk')
    await expectSeen(page.getByRole('button', { name: 'Leave as it is: kiosk', exact: true }))
    await button(page, 'Copy Markdown report').click()
    await expect.poll(() => copied(page)).toContain('user1@word1-04:~$')

    await page.getByRole('checkbox', { name: /Replace users/ }).uncheck()
    await button(page, 'Copy Markdown report').click()
    await expect.poll(() => copied(page)).toContain('marlene@kiosk-04:~$')
  })

  test('an answer to send names what is wrong and what to run next', async () => {
    const { page } = await start({ permissions: ['clipboard-read', 'clipboard-write'] })
    await paste(page, box(page), absent)
    await page.keyboard.press('Escape')
    await go(page, 'What leaves the page')
    await button(page, 'Copy answer').click()
    await expectSeen(page.getByText(/^Copied the answer/))
    const answer = await copied(page)
    expect(answer).toMatch(/^Thank you\. I read/)
    expect(answer).toContain('To change:')
  })

  test('a link says how long it is and what it carries', async () => {
    const { page } = await start()
    await paste(page, box(page), personal)
    await page.getByRole('button', { name: 'Copy share link' }).click()
    await expectSeen(page.getByText(/\d+ bytes\. It carries all that was pasted \(1 text, .*What looks personal is replaced/))
    expect(page.url()).not.toContain('case=')
  })

  test('a report too long for a tracker is copied part by part', async () => {
    const { page } = await start({ permissions: ['clipboard-read', 'clipboard-write'] })
    const line = '[Mon Nov 23 00:03:32.775810 2026] [wsgi:info] [pid 1545:tid 1545] mod_wsgi (pid=1545): Initializing Python.\n'
    await paste(page, box(page), line.repeat(900))
    await page.getByRole('button', { name: 'Copy Markdown report' }).click()
    await expectSeen(page.getByRole('dialog', { name: /^Part 1 of \d is copied/ }))
    expect(await copied(page)).toMatch(/Part 1 of \d\.\s*$/)
    await page.getByRole('button', { name: 'Copy the next part' }).click()
    await expectSeen(page.getByRole('dialog', { name: /^Part 2 of \d is copied/ }))
    await expect.poll(() => copied(page)).toMatch(/Part 2 of \d\.\s*$/)
  })

  test('where the clipboard is refused the text is shown to be copied by hand', async () => {
    const { page } = await start()
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('refused')) } })
      document.execCommand = () => false
    })
    await box(page).fill(modules)
    await page.getByRole('button', { name: 'Copy Markdown report' }).click()
    const area = page.getByRole('dialog').getByRole('textbox')
    await expectSeen(area)
    expect(await area.inputValue()).toContain('# mod_wsgi installation report')
  })

  test('an older state is kept, and the newer one is compared with it', async () => {
    const { page } = await start()
    await paste(page, box(page), absent)
    await go(page, 'Before and after')
    await page.getByRole('button', { name: 'Keep what is here as the older state' }).click()
    await page.getByRole('tab', { name: 'Overview' }).click()
    await paste(page, box(page), modules)
    await go(page, 'Before and after')
    await expectSeen(page.getByRole('heading', { name: 'Gone: 1' }))
    await expectSeen(page.getByRole('row', { name: /not there wsgi_module/ }))
    await page.reload()
    await expectSeen(page.getByRole('heading', { name: 'Gone: 1' }))
  })

  test('a broken case and one of a later page get a sentence', async () => {
    const { page } = await start()
    const give = (text: string) => page.locator('input[type=file]').first().setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    await give('{"format":"wsgi-checkup-case/2","pastes":[{"id":1}]}')
    await expectSeen(page.getByText('The file x.json is damaged, or no case of this page.'))
    await give('{"format":"wsgi-checkup-case/9","pastes":[]}')
    await expectSeen(page.getByText(/^The file x.json was written by another version of this page/))
  })
})

inEachBrowser(open => {
  let opened: OpenPage | undefined
  afterEach(() => opened?.close())

  test('the walk through the checks can be made by keyboard alone, left and taken up', async () => {
    opened = await open('from disk')
    const { page, problems } = opened
    await page.getByRole('navigation').getByRole('link', { name: 'Guide me' }).press('Enter')
    await expectSeen(page.getByText(/^Step 1 of 7/))
    await page.getByRole('textbox', { name: 'Paste the output of this check' }).fill('Server version: Apache/2.4.66 (Debian)\nServer MPM:     event\n')
    await page.getByRole('button', { name: 'Next' }).press('Enter')
    await expectSeen(page.getByText(/^Step 2 of 7/))
    await page.getByRole('button', { name: 'Skip this one' }).press('Enter')
    await expectSeen(page.getByText(/^Step 3 of 7/))
    await page.goBack()
    await expectSeen(page.getByText(/^Step 2 of 7/))
    await page.getByRole('tab', { name: 'Overview' }).click()
    await page.getByRole('navigation').getByRole('link', { name: 'Guide me' }).click()
    await expectSeen(page.getByText(/^Step 2 of 7/))
    await page.getByLabel('I am helping somebody else').check()
    await expectSeen(page.getByRole('button', { name: 'Copy the question' }))
    await problems.assertQuiet()
  })

  test('each rule has an address, and its sample makes it speak', async () => {
    opened = await open('under a sub-path of a site')
    const { page, problems, url } = opened
    await page.goto(`${url}#rules/wsgi-module-absent`)
    await page.getByRole('button', { name: 'Try one that makes it speak' }).click()
    await expectSeen(page.locator('article.finding').first())
    expect(page.url()).toMatch(/#overview\/wsgi-module-absent\/0$/)
    await problems.assertQuiet()
  })
})
