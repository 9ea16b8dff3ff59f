// What `npm run bench` measures in a browser: each time on a fresh page, opened from disk.
import { pathToFileURL } from 'node:url'
import { fillClipboard } from './clipboard.mjs'
import { median } from './engine.mjs'

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').Page} Page */

/** Runs before the page's own scripts; what it notes is read from `window.bench`. */
const watch = () => {
  /** @type {Record<string, number>} */
  const bench = {}
  Reflect.set(window, 'bench', bench)
  const start = (/** @type {string} */ name) => {
    bench[`${name} began`] = performance.now()
  }
  const end = (/** @type {string} */ name) => {
    bench[name] = performance.now() - (bench[`${name} began`] ?? 0)
  }
  /** The frame after the one in which something is there: it was painted then. @param {string} name @param {string} what */
  const painted = (name, what) => requestAnimationFrame(() => (document.querySelector(what) ? requestAnimationFrame(() => end(name)) : painted(name, what)))

  addEventListener('paste', () => { start('paste'); painted('paste', '#bare, section.findings') }, { capture: true })
  addEventListener('drop', () => { start('drop'); painted('drop', 'section.findings') }, { capture: true })
  addEventListener('keydown', (event) => { if (event.key === 'x') { start('key'); painted('key', 'body') } }, { capture: true })
  addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a')
    if (link && link.textContent === 'to the last') { start('scroll'); painted('scroll', '.row.shown') }
  }, { capture: true })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) if (startTime + duration > (bench['drop began'] ?? Infinity)) bench.task = Math.max(bench.task ?? 0, duration)
  }).observe({ type: 'longtask', buffered: true })
}

/** @param {Page} page @param {string} name @returns {Promise<number>} */
const noted = async (page, name) => {
  const read = await page.waitForFunction((key) => {
    const value = Reflect.get(Reflect.get(window, 'bench'), key)
    return value === undefined ? undefined : { value }
  }, name)
  const { value } = await read.jsonValue()
  return Number(value)
}

/**
 * @template T
 * @param {Browser} browser
 * @param {string} file
 * @param {(page: Page) => Promise<T>} measure
 */
const onFreshPage = async (browser, file, measure) => {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    await page.addInitScript(watch)
    await page.goto(pathToFileURL(file).href)
    return await measure(page)
  } finally {
    await context.close()
  }
}

/** Milliseconds that a person needs at least to get something to paste. */
const toCopy = 1500

const nodes = (/** @type {Page} */ page) => page.evaluate(() => document.querySelectorAll('*').length)

/** Milliseconds from a paste to its findings on the screen (in the bare page: to its text), then for a key typed into the box; and the nodes. @param {Browser} browser @param {string} file @param {string} text */
export const timePaste = (browser, file, text) =>
  onFreshPage(browser, file, async (page) => {
    const box = page.getByRole('textbox').first()
    await box.waitFor()
    // Nobody has copied anything sooner; the page makes itself ready meanwhile.
    await page.waitForTimeout(toCopy)
    await fillClipboard(page, text)
    await box.focus()
    await page.keyboard.press('ControlOrMeta+V')
    const paste = await noted(page, 'paste')
    const count = await nodes(page)
    // What the page puts off is done by then; a person needs longer to move to a key.
    await page.waitForTimeout(600)
    /** @type {number[]} */
    const keys = []
    for (let i = 0; i < 7; i += 1) {
      await page.evaluate(() => Reflect.deleteProperty(Reflect.get(window, 'bench'), 'key'))
      await page.keyboard.press('x')
      keys.push(await noted(page, 'key'))
      await page.waitForTimeout(60)
    }
    return { paste, nodes: count, key: median(keys) }
  })

/** A log dropped as a file, then followed to its last line. @param {Browser} browser @param {string} file @param {string} piece @param {number} times */
export const timeDrop = (browser, file, piece, times) =>
  onFreshPage(browser, file, async (page) => {
    await page.getByRole('textbox').first().waitFor()
    await page.waitForTimeout(toCopy)
    // Put together in the page: what is handed over has to be small.
    const files = await page.evaluateHandle(([text, count]) => {
      const given = new DataTransfer()
      given.items.add(new File(Array.from({ length: count }, () => text), 'error.log', { type: 'text/plain' }))
      return given
    }, /** @type {const} */ ([piece, times]))
    await page.dispatchEvent('main', 'drop', { dataTransfer: files })
    const findings = await noted(page, 'drop')
    await page.waitForTimeout(400)
    const task = await noted(page, 'task')
    const count = await nodes(page)
    await page.getByRole('tab', { name: /^Error log/ }).click()
    await page.locator('.row').first().waitFor()
    const link = page.getByRole('link', { name: 'to the last' }).first()
    // An older page has no such link.
    if (!(await link.isVisible())) return { findings, task, nodes: count, scroll: Number.NaN }
    await link.click()
    return { findings, task, nodes: count, scroll: await noted(page, 'scroll') }
  })

/** The same text read by the engine alone, in the same browser, for the first time. @param {Browser} browser @param {string} engine @param {string} piece @param {number} times */
export const timeAnalysis = async (browser, engine, piece, times) => {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.addScriptTag({ content: engine })
    return await page.evaluate(([text, count]) => {
      const whole = text.repeat(count)
      const began = performance.now()
      Reflect.get(window, 'engine').analyse([{ id: 'p', text: whole }])
      return performance.now() - began
    }, /** @type {const} */ ([piece, times]))
  } finally {
    await context.close()
  }
}
