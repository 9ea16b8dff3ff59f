// npm run screenshots: the picture of the README. npm run screenshots -- --out DIR: every scene, wide and narrow, light and dark, for looking.
import { existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { launchChromium } from './browser.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const built = join(root, 'dist/index.html')

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ name: string, steps: (page: Page) => Promise<void> }} Scene */

// ---------------------------------------------------------------- scenes: what is pictured, add here

/** @param {string} example @returns {(page: Page) => Promise<void>} */
const overviewOf = (example) => async (page) => {
  await page.getByRole('button', { name: example }).first().click()
  await page.getByRole('region', { name: 'At a glance' }).waitFor()
  await page.evaluate(() => scrollTo(0, 0))
}

/** @param {string} example @param {string} tab @returns {(page: Page) => Promise<void>} */
const tabOf = (example, tab) => async (page) => {
  await overviewOf(example)(page)
  await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
  await page.getByRole('region', { name: 'Explained output' }).first().waitFor()
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
]

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

if (!existsSync(built)) await build({ root, logLevel: 'warn' })
mkdirSync(folder, { recursive: true })

const browser = await launchChromium()
try {
  for (const scene of scenes()) {
    for (const viewport of viewports) {
      for (const colorScheme of schemes) {
        if (given === -1 && !(scene.name === 'overview' && viewport.width === 1280 && colorScheme === 'light')) continue
        const picture = `${scene.name}-${viewport.width}x${viewport.height}-${colorScheme}.png`
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
}
