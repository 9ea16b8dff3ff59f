// npm run bench: how soon the page answers, beside an empty React page and beside a page with nothing but a textarea, and how fast
// the engine reads. Ratios to what the same browser does at the same time are worth more than milliseconds on a busy machine.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { launchChromium } from './browser.mjs'
import { engineRows, engineScript, fullPaste, logs, median, megabyte } from './engine.mjs'
import { timeAnalysis, timeDrop, timePaste } from './page-times.mjs'
import { launchUnwatched } from './unwatched.mjs'

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('./engine.mjs').Row} Row */

const root = fileURLToPath(new URL('..', import.meta.url))
const runs = { start: 11, paste: 7, long: 5, log: 3 }

/** The spread stands beside the median: on a busy machine it says how much the median is worth. @param {readonly number[]} values */
const shown = (values) => `${median(values).toFixed(1)} ms (${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)})`

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

/** @param {string} folder */
const writeBarePage = (folder) => {
  const file = join(folder, 'bare.html')
  writeFileSync(file, '<!doctype html><meta charset="utf-8"><title>Bare</title><textarea id="bare" rows="8"></textarea>')
  return file
}

/** BUILT_PAGE names one that was built before, as of an older state to compare with. @param {string} folder */
const buildOurs = async (folder) => {
  if (process.env.BUILT_PAGE) return process.env.BUILT_PAGE
  await build({ root, logLevel: 'warn', build: { outDir: join(folder, 'ours'), emptyOutDir: true } })
  return join(folder, 'ours/index.html')
}

/** In turns, so that what else the machine does concerns all alike. @template T @param {number} count @param {readonly (() => Promise<T>)[]} acts @returns {Promise<T[][]>} */
const inTurns = async (count, acts) => {
  /** @type {T[][]} */
  const results = acts.map(() => [])
  for (let run = 0; run < count; run += 1) for (const [i, act] of acts.entries()) results[i]?.push(await act())
  return results
}

/** @param {string} label @param {number} ratio @param {number} most @returns {Row} */
const ratioRow = (label, ratio, most) => ({ label, value: `${ratio.toFixed(2)} ×`, aim: `≤ ${most} ×`, holds: ratio <= most })
/** @param {string} label @param {number} count @returns {Row} */
const nodesRow = (label, count) => ({ label, value: String(count), aim: '≤ 3000', holds: count <= 3000 })

/** @param {string} ours @param {string} empty @returns {Promise<readonly Row[]>} */
const startRows = async (ours, empty) => {
  const browser = launchUnwatched()
  const acts = [ours, empty].map((file) => () => browser.start(file))
  // One unmeasured turn: the first page of a browser pays for things that neither page is to blame for.
  await inTurns(1, acts)
  const [own = [], others = []] = await inTurns(runs.start, acts)
  browser.close()
  return [
    { label: 'first interactive, this page', value: shown(own) },
    { label: 'first interactive, empty React page', value: shown(others) },
    ratioRow('ratio', median(own) / median(others), 2),
  ]
}

/** @param {Browser} browser @param {string} ours @param {string} bare @returns {Promise<readonly Row[]>} */
const pasteRows = async (browser, ours, bare) => {
  const { text } = fullPaste()
  const [calibration = [], short = []] = await inTurns(runs.paste, [() => timePaste(browser, bare, text), () => timePaste(browser, ours, text)])
  const [long = []] = await inTurns(runs.long, [() => timePaste(browser, ours, megabyte)])
  const pastes = [calibration, short, long].map((times) => times.map(({ paste }) => paste))
  const keys = [calibration, short, long].map((times) => times.map(({ key }) => key))
  const [paste = Number.NaN, all = Number.NaN, whole = Number.NaN] = pastes.map(median)
  const [key = Number.NaN, after = Number.NaN, afterLong = Number.NaN] = keys.map(median)
  return [
    { label: 'calibration: the same paste into a bare textarea, to the second frame', value: shown(pastes[0] ?? []) },
    { label: 'all checks pasted, to the findings painted', value: shown(pastes[1] ?? []) },
    ratioRow('ratio', all / paste, 5),
    { label: '1 MB pasted, to the findings painted', value: shown(pastes[2] ?? []) },
    ratioRow('ratio', whole / paste, 12),
    { label: 'calibration: a key in the bare textarea, to the second frame', value: shown(keys[0] ?? []) },
    { label: 'a key in the box after all checks', value: shown(keys[1] ?? []) },
    ratioRow('ratio', after / key, 2),
    { label: 'a key in the box after 1 MB', value: shown(keys[2] ?? []) },
    ratioRow('ratio', afterLong / key, 2),
    nodesRow('DOM nodes after 1 MB', median(long.map(({ nodes }) => nodes))),
  ]
}

/** @param {Browser} browser @param {string} ours @returns {Promise<readonly Row[]>} */
const logRows = async (browser, ours) => {
  const times = Math.round(10_000_000 / logs.length)
  const engine = await engineScript()
  const [drops = [], analyses = []] = await inTurns(runs.log, [() => timeDrop(browser, ours, logs, times), () => timeAnalysis(browser, engine, logs, times).then((analysis) => ({ findings: 0, task: analysis, nodes: 0, scroll: 0 }))])
  const of = (/** @type {'findings' | 'task' | 'nodes' | 'scroll'} */ name) => drops.map((drop) => drop[name])
  const analysis = analyses.map(({ task }) => task)
  const rest = median(of('task')) - median(analysis)
  return [
    { label: '10 MB log dropped as a file, to the first findings painted', value: shown(of('findings')) },
    { label: 'the longest task in it', value: shown(of('task')) },
    { label: 'the analysis alone, in the same browser', value: shown(analysis) },
    { label: 'the longest task without the analysis', value: `${Math.max(0, rest).toFixed(0)} ms`, aim: '≤ 150 ms', holds: rest <= 150 },
    nodesRow('DOM nodes then', median(of('nodes'))),
    { label: 'from there to its last line', value: shown(of('scroll')) },
  ]
}

const began = performance.now()
const folder = mkdtempSync(join(tmpdir(), 'wsgi-checkup-bench-'))
const browser = await launchChromium()
try {
  const ours = await buildOurs(folder)
  const empty = await buildEmptyPage(folder)
  const bare = writeBarePage(folder)
  const rows = [...(await startRows(ours, empty)), ...(await pasteRows(browser, ours, bare)), ...(await logRows(browser, ours)), ...(await engineRows())]
  const { from, text } = fullPaste()
  const width = Math.max(...rows.map(({ label }) => label.length))
  const valueWidth = Math.max(...rows.filter(({ aim }) => aim).map(({ value }) => value.length))
  console.log(`\nChromium ${browser.version()}, pages opened from disk; medians of ${runs.start} starts, ${runs.paste} pastes, ${runs.long} of 1 MB, ${runs.log} logs`)
  console.log(`Pasted: ${from}, ${(text.length / 1024).toFixed(1)} KB. Node ${process.version}, ${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)}\n`)
  for (const { label, value, aim, holds } of rows) console.log(`${label.padEnd(width)}  ${aim === undefined ? value : `${value.padEnd(valueWidth)}  aim ${aim}: ${holds ? 'holds' : 'missed'}`}`)
  console.log(`\n${((performance.now() - began) / 1000).toFixed(0)} s`)
} finally {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
}
