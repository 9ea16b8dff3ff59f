// Opens pages in a Chromium to which no inspector is attached until they are there. With one, V8 reads the whole program a second
// time, for the places of the errors that React makes while it starts: nobody who opens the page waits for that.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { chromiumPath } from './browser.mjs'

/** So long a page may take until it is asked how long it took. */
const patience = 1500

/** Runs in the page: when it was first painted, or the long task ended that went on then. */
const interactive = () =>
  new Promise((resolve) => {
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    /** @param {readonly PerformanceEntry[]} tasks */
    const answer = (tasks) => resolve(paint && Math.max(paint.startTime, ...tasks.filter(({ startTime }) => startTime <= paint.startTime).map(({ startTime, duration }) => startTime + duration)))
    new PerformanceObserver((list) => answer(list.getEntries())).observe({ type: 'longtask', buffered: true })
    setTimeout(() => answer([]), 200)
  })

/** @typedef {{ start(file: string): Promise<number>, close(): void }} Unwatched */

/** @returns {Unwatched} */
export const launchUnwatched = () => {
  const profile = mkdtempSync(join(tmpdir(), 'wsgi-checkup-profile-'))
  const program = spawn(
    chromiumPath(),
    ['--headless', '--remote-debugging-pipe', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  )
  const [, , , input, output] = program.stdio
  /** @type {Map<number, (answer: { result?: Record<string, unknown>, error?: unknown }) => void>} */
  const waiting = new Map()
  let rest = ''
  output?.on('data', (/** @type {Buffer} */ data) => {
    const messages = (rest + data.toString()).split('\0')
    rest = messages.pop() ?? ''
    for (const message of messages) {
      const answer = JSON.parse(message)
      waiting.get(answer.id)?.(answer)
      waiting.delete(answer.id)
    }
  })
  let last = 0
  /** @param {string} method @param {Record<string, unknown>} [params] @param {string} [sessionId] @returns {Promise<Record<string, unknown>>} */
  const send = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, ({ result, error }) => (result ? resolve(result) : reject(new Error(`${method}: ${JSON.stringify(error)}`))))
      if (input && 'write' in input) input.write(`${JSON.stringify({ id: last, method, params, ...(sessionId && { sessionId }) })}\0`)
    })
  return {
    async start(file) {
      const { browserContextId } = await send('Target.createBrowserContext')
      const { targetId } = await send('Target.createTarget', { url: pathToFileURL(file).href, browserContextId })
      await wait(patience)
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
      const { result } = /** @type {{ result: { value?: number } }} */ (await send('Runtime.evaluate', { expression: `(${interactive})()`, awaitPromise: true, returnByValue: true }, String(sessionId)))
      await send('Target.disposeBrowserContext', { browserContextId })
      return result.value ?? Number.NaN
    },
    close() {
      program.kill()
      program.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
    },
  }
}
