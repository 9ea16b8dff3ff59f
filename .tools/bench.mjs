// npm run bench: how soon the page answers, beside an empty React page of the same stack, how soon a paste is drawn, and how fast the engine reads.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { launchChromium } from './browser.mjs'
import { fillClipboard } from './clipboard.mjs'
import { engineRows } from './engine.mjs'

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').Page} Page */

const root = fileURLToPath(new URL('..', import.meta.url))
const runs = 11

/** @param {readonly number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** The spread stands beside the median: on a busy machine it says how much the median is worth. @param {readonly number[]} values */
const shown = (values) => `${median(values).toFixed(1)} ms  (${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)})`

/** Built with the project's own configuration, so that only the application differs. @param {string} folder */
const buildEmptyPage = async (folder) => {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  mkdirSync(join(folder, 'src'))
  writeFileSync(join(folder, 'index.html'), readFileSync(join(root, 'index.html'), 'utf8'))
  writeFileSync(
    join(folder, 'src/main.tsx'),
    `import { createRoot } from 'react-dom/client'
const root = document.getElementById('root')
if (root) createRoot(root).render(<h1>Empty</h1>)
`,
  )
  await build({ root: folder, configFile: join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir: join(folder, 'dist'), emptyOutDir: true } })
  return join(folder, 'dist/index.html')
}

// First interactive: React's first tree is in the document, has been painted, and the main thread takes the next task.
const watchStart = () => {
  const bench = /** @type {{ interactive?: number }} */ (Reflect.set(window, 'bench', {}) && Reflect.get(window, 'bench'))
  const observer = new MutationObserver(() => {
    if (!document.getElementById('root')?.firstElementChild) return
    observer.disconnect()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => {
        bench.interactive = performance.now()
      })
      port1.start()
      port2.postMessage('')
    })
  })
  observer.observe(document, { childList: true, subtree: true })
}

// `painted` is two frames after the paste event. Whatever React puts off comes later: `settled` is the frame after the last change.
const watchPaste = () => {
  const bench = /** @type {{ painted?: number, settled?: number }} */ (Reflect.set(window, 'bench', {}) && Reflect.get(window, 'bench'))
  document.addEventListener(
    'paste',
    () => {
      const start = performance.now()
      bench.settled = 0
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          bench.painted = performance.now() - start
        }),
      )
      new MutationObserver(() =>
        requestAnimationFrame(() => {
          bench.settled = performance.now() - start
        }),
      ).observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
    },
    { capture: true },
  )
}

/** @param {Page} page @param {'interactive' | 'painted' | 'settled'} name @returns {Promise<number>} */
const measured = async (page, name) => {
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
 * @param {() => void} watch
 * @param {(page: Page) => Promise<T>} measure
 */
const onFreshPage = async (browser, file, watch, measure) => {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.addInitScript(watch)
    await page.goto(pathToFileURL(file).href)
    return await measure(page)
  } finally {
    await context.close()
  }
}

const textToPaste = () => {
  const lab = join(root, 'fixtures/lab')
  const first = existsSync(lab) ? readdirSync(lab, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).toSorted()[0] : undefined
  if (first === undefined) return { from: 'a placeholder', text: 'Server version: Apache/2.4.66 (Unix)\nServer MPM:     event\n'.repeat(180) }
  const folder = join(lab, first)
  const texts = readdirSync(folder).filter((file) => file.endsWith('.txt')).toSorted().map((file) => readFileSync(join(folder, file), 'utf8'))
  return { from: `fixtures/lab/${first}`, text: texts.join('\n') }
}

/** @param {Browser} browser @param {string} ours @param {string} empty */
const compareStarts = async (browser, ours, empty) => {
  /** @type {{ ours: number[], empty: number[] }} */
  const times = { ours: [], empty: [] }
  const start = (/** @type {string} */ file) => onFreshPage(browser, file, watchStart, (page) => measured(page, 'interactive'))
  // One unmeasured turn each: the first page of a browser pays for things that neither page is to blame for.
  await start(ours)
  await start(empty)
  for (let run = 0; run < runs; run += 1) {
    times.ours.push(await start(ours))
    times.empty.push(await start(empty))
  }
  return times
}

/** @param {Browser} browser @param {string} ours @param {string} text */
const timePastes = async (browser, ours, text) => {
  /** @type {{ painted: number[], settled: number[] }} */
  const times = { painted: [], settled: [] }
  for (let run = 0; run < runs; run += 1) {
    const [painted, settled] = await onFreshPage(browser, ours, watchPaste, async (page) => {
      page.setDefaultTimeout(5000)
      const box = page.getByRole('textbox', { name: 'Paste everything' })
      await box.waitFor()
      await fillClipboard(page, text)
      await box.focus()
      await page.keyboard.press('ControlOrMeta+V')
      const first = await measured(page, 'painted')
      await page.waitForTimeout(500)
      return [first, await measured(page, 'settled')]
    })
    times.painted.push(painted ?? Number.NaN)
    times.settled.push(settled ?? Number.NaN)
  }
  return times
}

const ours = join(root, 'dist/index.html')
const folder = mkdtempSync(join(tmpdir(), 'wsgi-checkup-bench-'))
const browser = await launchChromium()
try {
  await build({ root, logLevel: 'warn' })
  const empty = await buildEmptyPage(folder)
  const starts = await compareStarts(browser, ours, empty)
  /** @type {[string, string][]} */
  const rows = [
    ['first interactive, this page', shown(starts.ours)],
    ['first interactive, empty React page', shown(starts.empty)],
    ['ratio', (median(starts.ours) / median(starts.empty)).toFixed(2)],
  ]
  const { from, text } = textToPaste()
  try {
    const pastes = await timePastes(browser, ours, text)
    rows.push(['paste to painted (two frames)', shown(pastes.painted)], ['paste to the last change on the page', shown(pastes.settled)])
  } catch (error) {
    rows.push(['paste to painted', 'not measured'])
    console.error(`The paste could not be measured; a textbox named "Paste everything" was expected. ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
  rows.push(...(await engineRows()))
  console.log(`\nChromium ${browser.version()}, opened from disk, medians of ${runs} runs; pasted: ${from}, ${(text.length / 1024).toFixed(1)} KB\n`)
  const width = Math.max(...rows.map(([label]) => label.length))
  for (const [label, value] of rows) console.log(`${label.padEnd(width)}  ${value}`)
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
