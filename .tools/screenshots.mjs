// npm run screenshots: the pictures of the README. npm run screenshots -- --out DIR: every scene, wide and narrow, light and dark, for looking.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { launchChromium } from './browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ name: string, steps: (page: Page) => Promise<void> }} Scene */

// ---------------------------------------------------------------- scenes: what is pictured, add here

/** @param {string} example @returns {(page: Page) => Promise<void>} */
const overviewOf = (example) => async (page) => {
  await page.getByRole('button', { name: example }).first().click()
  await page.getByRole('region', { name: 'At a glance' }).waitFor()
  await page.getByRole('button', { name: /^Dismiss: / }).click()
  await page.evaluate(() => scrollTo(0, 0))
}

/** @param {string} example @param {string} tab @returns {(page: Page) => Promise<void>} */
const tabOf = (example, tab) => async (page) => {
  await overviewOf(example)(page)
  await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
  await page.getByRole('heading', { name: 'Explained output' }).first().evaluate((heading) => heading.scrollIntoView())
}

/** @param {string} file @returns {(page: Page) => Promise<void>} */
const logOf = (file) => async (page) => {
  await page.getByLabel('Files to read').first().setInputFiles(join(root, file))
  await page.getByRole('tab', { name: /^Error log/ }).click()
  await page.getByRole('heading', { name: 'What the log says' }).evaluate((heading) => heading.scrollIntoView())
}

const healthy = 'Healthy, Homebrew on a Mac'
const mismatch = 'Wrong Python, Debian 12'
const notFound = 'Library not found, from source'

/** @returns {readonly Scene[]} */
const scenes = () => [
  { name: 'start', steps: async () => {} },
  { name: 'overview', steps: overviewOf(mismatch) },
  { name: 'healthy', steps: overviewOf(healthy) },
  { name: 'not-found', steps: overviewOf(notFound) },
  { name: 'apache-build', steps: tabOf(healthy, 'Apache build') },
  { name: 'apache-modules', steps: tabOf(healthy, 'Apache modules') },
  { name: 'mutex', steps: tabOf(healthy, 'Mutex') },
  { name: 'python-library', steps: tabOf(mismatch, 'Python library') },
  { name: 'diagnostic-script', steps: tabOf(mismatch, 'Diagnostic script') },
  { name: 'error-log', steps: logOf('fixtures/lab/deb12-bad-python-home/error-log.txt') },
]

/** What the README shows. */
const inReadme = new Set(['overview-1280x800-light', 'overview-390x844-dark', 'error-log-1280x800-light', 'diagnostic-script-1280x800-light'])

// ---------------------------------------------------------------- end of the scenes

const viewports = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]
const schemes = /** @type {const} */ (['light', 'dark'])

const given = process.argv.indexOf('--out')
const folder = given === -1 ? join(root, '.github/screenshots') : resolve(process.argv[given + 1] ?? '')
if (given !== -1 && process.argv[given + 1] === undefined) {
  console.error('--out names no folder. Expected: npm run screenshots -- --out DIR')
  process.exit(1)
}

// Built anew and elsewhere: what is pictured is what the source says, and dist/ stays as it is.
const outDir = mkdtempSync(join(tmpdir(), 'wsgi-checkup-screenshots-'))
const built = join(outDir, 'index.html')
await build({ root, logLevel: 'warn', build: { outDir, emptyOutDir: true } })
mkdirSync(folder, { recursive: true })

const browser = await launchChromium()
try {
  for (const scene of scenes()) {
    for (const viewport of viewports) {
      for (const colorScheme of schemes) {
        const name = `${scene.name}-${viewport.width}x${viewport.height}-${colorScheme}`
        if (given === -1 && !inReadme.has(name)) continue
        const picture = `${name}.png`
        const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
        const page = await context.newPage()
        page.setDefaultTimeout(5000)
        try {
          await page.goto(pathToFileURL(built).href)
          await scene.steps(page)
          await page.screenshot({ path: join(folder, picture) })
          console.log(join(folder, picture))
        } catch (error) {
          // The other scenes are still wanted.
          console.error(`${picture} could not be made, a step of the scene "${scene.name}" failed: ${error instanceof Error ? error.message : error}`)
          process.exitCode = 1
        } finally {
          await context.close()
        }
      }
    }
  }
} finally {
  await browser.close()
  rmSync(outDir, { recursive: true, force: true })
}
