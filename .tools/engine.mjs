// How fast `analyse` reads, and what the rules cost: medians over texts made of every captured output, and of the error logs alone.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** @typedef {{ readonly label: string, readonly value: string, readonly aim?: string, readonly holds?: boolean }} Row */
/** @typedef {{ readonly sections: readonly unknown[] }} Report */
/** @typedef {{ analyse(pastes: readonly { id: string, text: string }[]): Report, knownOf(sections: readonly unknown[]): unknown, rules: readonly unknown[], judge(rule: unknown, known: unknown): unknown }} Engine */

/** The engine alone, for Node or for a browser. @param {'es' | 'iife'} format @param {(file: string) => unknown} take */
const withEngine = async (format, take) => {
  const folder = mkdtempSync(join(tmpdir(), 'wsgi-checkup-engine-'))
  try {
    const entry = join(folder, 'entry.ts')
    const from = (/** @type {string} */ file) => JSON.stringify(join(root, 'src', file))
    writeFileSync(entry, `export { analyse } from ${from('core/report.ts')}\nexport { knownOf } from ${from('core/need.ts')}\nexport { judge } from ${from('core/rule.ts')}\nexport { rules } from ${from('rules/index.ts')}\n`)
    await build({
      root, configFile: false, logLevel: 'error', publicDir: false,
      build: { target: 'es2022', outDir: join(folder, 'out'), emptyOutDir: true, minify: format === 'iife', lib: { entry, formats: [format], name: 'engine', fileName: () => 'engine.js' } },
    })
    writeFileSync(join(folder, 'out/package.json'), '{ "type": "module" }')
    return await take(join(folder, 'out/engine.js'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @returns {Promise<Engine>} */
const engineHere = async () => /** @type {Engine} */ (await withEngine('es', (file) => import(pathToFileURL(file).href)))

/** The script that makes `window.engine`. @returns {Promise<string>} */
export const engineScript = async () => String(await withEngine('iife', (file) => readFileSync(file, 'utf8')))

const lab = join(root, 'fixtures/lab')

/** @param {(file: string) => boolean} wanted @param {(id: string) => boolean} from */
const captured = (wanted, from = () => true) => {
  const folders = readdirSync(lab, { withFileTypes: true }).filter((entry) => entry.isDirectory() && from(entry.name)).map((entry) => entry.name).toSorted()
  return folders.flatMap((id) => readdirSync(join(lab, id)).filter((file) => file.endsWith('.txt') && wanted(file)).toSorted().map((file) => readFileSync(join(lab, id, file), 'utf8'))).join('\n')
}

/** @param {string} text @param {number} size */
const filled = (text, size) => text.repeat(Math.ceil(size / text.length)).slice(0, size)

export const everything = captured(() => true)
export const logs = captured((file) => file === 'error-log.txt')
export const megabyte = filled(everything, 1_000_000)

/** Every output of one installation. */
export const fullPaste = () => {
  const [first = ''] = readdirSync(lab, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).toSorted()
  return { from: `fixtures/lab/${first}`, text: captured(() => true, (id) => id === first) }
}

/** @param {readonly number[]} values */
export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** @param {number} runs @param {() => void} act */
const timed = (runs, act) =>
  Array.from({ length: runs }, () => {
    const began = performance.now()
    act()
    return performance.now() - began
  })

/** @param {string} of @param {number} ratio @returns {Row} */
const growthRow = (of, ratio) => ({ label: `analyse, 10 MB against 1 MB, ${of}`, value: `${ratio.toFixed(1)} ×`, aim: '≤ 12 ×', holds: ratio <= 12 })

/** @param {Engine} engine @returns {readonly Row[]} */
const readingRows = ({ analyse }) => {
  /** @type {readonly (readonly [string, string, number])[]} */
  const texts = [
    ['10 KB of all outputs', everything.slice(0, 10_000), 61],
    ['1 MB of all outputs', megabyte, 9],
    ['10 MB of all outputs', filled(everything, 10_000_000), 3],
    ['1 MB of error log', filled(logs, 1_000_000), 9],
    ['10 MB of error log', filled(logs, 10_000_000), 3],
  ]
  // Each time another paste: what was read of one is remembered. The first times are those of a program that warms up.
  const medians = texts.map(([, text, runs]) => median(timed(runs, () => analyse([{ id: 'p', text }])).slice(Math.floor(runs / 3))))
  const rows = texts.map(([label, text], i) => {
    const speed = text.length / 1000 / (medians[i] ?? Number.NaN)
    return { label: `analyse, ${label}`, value: `${(medians[i] ?? 0).toFixed(1)} ms, ${speed.toFixed(1)} MB/s`, aim: '≥ 20 MB/s', holds: speed >= 20 }
  })
  const [, one = Number.NaN, ten = Number.NaN, log = Number.NaN, logTen = Number.NaN] = medians
  return [...rows, growthRow('outputs', ten / one), growthRow('log', logTen / log)]
}

/** @param {Engine} engine @returns {readonly Row[]} */
const ruleRows = ({ analyse, knownOf, judge, rules }) => {
  const { sections } = analyse([{ id: 'p', text: fullPaste().text }])
  const half = rules.filter((_, i) => i % 2 === 0)
  const run = (/** @type {readonly unknown[]} */ some) => () => {
    const known = knownOf(sections)
    for (const rule of some) judge(rule, known)
  }
  timed(300, run(rules))
  /** @type {{ all: number[], half: number[] }} */
  const times = { all: [], half: [] }
  for (let i = 0; i < 600; i += 1) {
    times.half.push(...timed(1, run(half)))
    times.all.push(...timed(1, run(rules)))
  }
  const all = median(times.all)
  const [each, eachOfHalf] = [(all / rules.length) * 1000, (median(times.half) / half.length) * 1000]
  const ratio = each / eachOfHalf
  return [
    { label: `all ${rules.length} rules over a full paste`, value: `${all.toFixed(2)} ms`, aim: '≤ 1 ms', holds: all <= 1 },
    { label: 'for each rule, where half of them run and where all do', value: `${eachOfHalf.toFixed(1)} µs, ${each.toFixed(1)} µs: ${ratio.toFixed(2)} ×`, aim: '≤ 1.1 ×', holds: ratio <= 1.1 },
  ]
}

/** @returns {Promise<readonly Row[]>} */
export const engineRows = async () => {
  const engine = await engineHere()
  return [...readingRows(engine), ...ruleRows(engine)]
}
