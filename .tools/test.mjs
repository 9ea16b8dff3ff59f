// Runs every step even after one has failed, so that one run reports everything; the last line is the count.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const results = mkdtempSync(join(tmpdir(), 'wsgi-checkup-test-'))

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * The packages' own programs run under this Node, because `npx` is another program on Windows.
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<boolean>}
 */
const run = (script, args) =>
  new Promise((done) => {
    console.log(`\n▸ ${[script.split('/').at(-1)?.replace(/\.[cm]?js$/, ''), ...args].join(' ')}`)
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit' })
    child.once('error', (error) => {
      console.error(`${script} could not be started (${error.message}). Run "npm ci", then "npm test" again.`)
      done(false)
    })
    child.once('exit', (code) => done(code === 0))
  })

/** @param {boolean} passed @returns {Count} */
const one = (passed) => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 })

/**
 * @param {string} file
 * @returns {Count | undefined} undefined where vitest ended before it wrote its results
 */
const read = (file) => {
  try {
    const json = JSON.parse(readFileSync(file, 'utf8'))
    // A file that fails before its first test has no failed test to be counted by.
    const crashed = json.testResults.filter(
      (/** @type {{ status: string, assertionResults: { status: string }[] }} */ suite) =>
        suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
    ).length
    return { passed: json.numPassedTests, failed: json.numFailedTests + crashed, skipped: json.numPendingTests + json.numTodoTests }
  } catch {
    return undefined
  }
}

/** @param {...string} projects @returns {Promise<Count>} */
const vitest = async (...projects) => {
  const name = projects.join('-and-')
  const file = join(results, `${name}.json`)
  const ended = await run('vitest/vitest.mjs', [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const count = read(file)
  if (count === undefined) {
    console.error(`The ${name} tests ended before vitest wrote its results: counted as one failure. Its own output above says why.`)
    return one(false)
  }
  if (count.passed + count.failed === 0) {
    console.error(`No ${name} test ran: counted as one failure. At least one was expected in test/; where there are some, the output above says what kept them from running.`)
    return { ...count, failed: 1 }
  }
  if (!ended && count.failed === 0) {
    console.error(`No ${name} test failed, yet vitest did: counted as one failure. Its own output above says why.`)
    return { ...count, failed: 1 }
  }
  return count
}

/** @type {Count[]} */
const counts = []
counts.push(one(await run('typescript/bin/tsc', ['--noEmit'])))
counts.push(one(await run('oxlint/bin/oxlint', ['--deny-warnings', '.', '.tools'])))

// A page of an earlier build must not be tested in place of one that failed.
rmSync(join(root, 'dist'), { recursive: true, force: true })
const built = await run('vite/bin/vite.js', ['build'])
if (!built) counts.push(one(false))

counts.push(await vitest('unit', 'component'))
counts.push(await vitest('browser'))

rmSync(results, { recursive: true, force: true })
const total = counts.reduce((sum, count) => ({ passed: sum.passed + count.passed, failed: sum.failed + count.failed, skipped: sum.skipped + count.skipped }))
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exitCode = total.failed > 0 ? 1 : 0
