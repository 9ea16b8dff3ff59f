// How fast `analyse` reads: medians over texts made of every captured output, and of the error logs alone.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** @typedef {(pastes: readonly { id: string, text: string }[]) => unknown} Analyse */

/** @returns {Promise<Analyse>} */
const engine = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wsgi-checkup-engine-'))
  try {
    writeFileSync(join(folder, 'entry.ts'), `export { analyse } from ${JSON.stringify(join(root, 'src/core/report.ts'))}\n`)
    await build({
      root, configFile: false, logLevel: 'error', publicDir: false,
      build: { ssr: join(folder, 'entry.ts'), outDir: join(folder, 'out'), emptyOutDir: true, minify: false, rollupOptions: { output: { entryFileNames: 'engine.mjs' } } },
      ssr: { noExternal: true },
    })
    return (await import(pathToFileURL(join(folder, 'out/engine.mjs')).href)).analyse
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {(file: string) => boolean} wanted */
const captured = (wanted) => {
  const lab = join(root, 'fixtures/lab')
  return readdirSync(lab).flatMap((id) => readdirSync(join(lab, id)).filter((file) => file.endsWith('.txt') && wanted(file)).map((file) => readFileSync(join(lab, id, file), 'utf8'))).join('\n')
}

/** @param {string} text @param {number} size */
const filled = (text, size) => text.repeat(Math.ceil(size / text.length)).slice(0, size)

/** Rows of a label and what was measured. @returns {Promise<[string, string][]>} */
export const engineRows = async () => {
  const analyse = await engine()
  const everything = captured(() => true)
  const logs = captured((file) => file === 'error-log.txt')
  /** @type {readonly (readonly [string, string, number])[]} */
  const texts = [
    ['10 KB of all outputs', everything.slice(0, 10_000), 41],
    ['1 MB of all outputs', filled(everything, 1_000_000), 9],
    ['10 MB of all outputs', filled(everything, 10_000_000), 3],
    ['1 MB of error log', filled(logs, 1_000_000), 9],
    ['10 MB of error log', filled(logs, 10_000_000), 3],
  ]
  /** @type {number[]} */
  const medians = []
  const rows = texts.map(([label, text, runs]) => {
    const times = Array.from({ length: runs }, () => {
      // Each time another paste: what was read of one is remembered.
      const began = performance.now()
      analyse([{ id: 'p', text }])
      return performance.now() - began
    }).toSorted((a, b) => a - b)
    const middle = times[Math.floor(runs / 2)] ?? Number.NaN
    medians.push(middle)
    return /** @type {[string, string]} */ ([`analyse, ${label}`, `${middle.toFixed(1)} ms  (${(text.length / 1000 / middle).toFixed(1)} MB/s)`])
  })
  const [, one = Number.NaN, ten = Number.NaN, log = Number.NaN, logTen = Number.NaN] = medians
  rows.push(['analyse, 10 MB against 1 MB', `${(ten / one).toFixed(1)} × outputs, ${(logTen / log).toFixed(1)} × log`])
  return rows
}
