import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe } from 'vitest'
import { firefoxMissing, firefoxPath, launchChromium, launchFirefox } from '../../.tools/browser.mjs'
import { fillClipboard } from '../../.tools/clipboard.mjs'
import { serve } from '../../.tools/serve.mjs'

/** BUILT_PAGE names another, where somebody else is building into dist. */
export const builtPage = process.env['BUILT_PAGE'] ?? fileURLToPath(new URL('../../dist/index.html', import.meta.url))

/** The two ways in which people open the page: the file itself, and a site where it is not at the top. */
export const places = ['from disk', 'under a sub-path of a site'] as const
export type Place = (typeof places)[number]

const subPath = '/some/sub/path/'

export interface Problems {
  readonly consoleErrors: readonly string[]
  readonly pageErrors: readonly string[]
  /** What the page's policy stopped: `connect-src: https://example.org/`. */
  readonly violations: readonly string[]
  /** Every address asked for beside the page itself: one request for each time it was loaded is not listed. */
  readonly requests: readonly string[]
  /** Fails with everything that was seen of the four. */
  assertQuiet(): Promise<void>
}

export interface OpenPage {
  readonly page: Page
  readonly problems: Problems
  readonly url: string
  close(): Promise<void>
}

// A violation is an event in the page; sent over the console, it outlives a reload and needs nothing of the page.
const violationMark = 'securitypolicyviolation '

const reportViolations = (mark: string): void => {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`${mark}${event.effectiveDirective}: ${event.blockedURI}`)
  })
}

const listed = (title: string, lines: readonly string[]): string[] => (lines.length > 0 ? [`${title}:`, ...lines.map((line) => `  ${line}`)] : [])

/** Opens the built page in a context of its own, with nothing stored, and watches it from before its first script. */
export const openBuilt = async (browser: Browser, where: Place, options: BrowserContextOptions = {}): Promise<OpenPage> => {
  const server = where === 'from disk' ? undefined : await serve({ root: fileURLToPath(new URL('.', pathToFileURL(builtPage))), mount: subPath })
  const url = server?.url ?? pathToFileURL(builtPage).href
  const context = await browser.newContext(options)
  const page = await context.newPage()
  // Below that of a test, so that a failure names what was waited for.
  page.setDefaultTimeout(12_000)

  const consoleErrors: string[] = []
  const pageErrors: string[] = []
  const violations: string[] = []
  const seen: string[] = []
  let loads = 0
  page.on('console', (message) => {
    const text = message.text()
    if (text.startsWith(violationMark)) violations.push(text.slice(violationMark.length))
    else if (message.type() === 'error') consoleErrors.push(text)
  })
  page.on('pageerror', (error) => pageErrors.push(error.stack ?? error.message))
  page.on('domcontentloaded', () => {
    loads += 1
  })
  // What is inside the page already is no request: the icon, and the files made for a download.
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url())) seen.push(request.url())
  })
  await page.addInitScript(reportViolations, violationMark)
  await page.goto(url)

  const problems: Problems = {
    consoleErrors,
    pageErrors,
    violations,
    get requests() {
      // Over http the server's own list is the surer one: it holds what a browser asks for without saying so, an icon for example.
      // Firefox reports no request for a file, so fewer requests for the page than loads are no complaint.
      const asked = server?.requests.map((path) => new URL(path, url).href) ?? seen
      const own = new URL(url).pathname
      const [itself, others] = [asked.filter((address) => new URL(address).pathname === own), asked.filter((address) => new URL(address).pathname !== own)]
      return [...itself.slice(loads), ...others]
    },
    async assertQuiet() {
      // Two turns of the page's own loop: what it is still saying is then said.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
      const complaints = [
        ...listed('errors on the console', consoleErrors),
        ...listed('errors thrown in the page', pageErrors),
        ...listed('stopped by the policy', violations),
        ...listed('requests beside the page itself', problems.requests),
      ]
      if (complaints.length > 0) throw new Error(`The page opened ${where} (${url}) was expected to stay quiet.\n${complaints.join('\n')}`)
    },
  }

  return {
    page,
    problems,
    url,
    async close() {
      await context.close()
      await server?.close()
    },
  }
}

/** Pastes as a person does: through the browser's clipboard and the keyboard. Chromium only. */
export const paste = async (page: Page, into: Locator | undefined, text: string): Promise<void> => {
  await fillClipboard(page, text)
  await into?.focus()
  await page.keyboard.press('ControlOrMeta+V')
}

/** How a test opens a page; every page still open when the tests of a browser end is closed. */
export type Open = (where: Place, options?: BrowserContextOptions) => Promise<OpenPage>

const inBrowser = (name: string, launch: () => Promise<Browser | undefined>, tests: (open: Open) => void): void => {
  describe(name, () => {
    let browser: Browser | undefined
    beforeAll(async () => {
      browser = await launch()
    })
    afterAll(() => browser?.close())

    const open: Open = async (where, options) => {
      if (browser === undefined) throw new Error(`${name} is not running: open pages inside a test or a hook, not while the tests are being declared.`)
      return openBuilt(browser, where, options)
    }
    tests(open)
  })
}

/** Declares the tests in Chromium, which must be there. */
export const inChromium = (tests: (open: Open) => void): void => inBrowser('Chromium', launchChromium, tests)

/** Declares the tests in Chromium and in Firefox; without Firefox its share is skipped, and seen to be. */
export const inEachBrowser = (tests: (open: Open) => void): void => {
  inChromium(tests)
  if (firefoxPath() === undefined) describe.skip(firefoxMissing, () => tests(() => Promise.reject(new Error(firefoxMissing))))
  else inBrowser('Firefox', launchFirefox, tests)
}
