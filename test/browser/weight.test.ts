import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { builtPage } from './page.ts'

/** What the page weighed when its words were complete, and 3 %; CHANGELOG.md says of what, and why it is not less. */
const allowed = 362 * 1024

test(`the page weighs at most ${allowed / 1024} KB on the wire`, () => {
  const page = readFileSync(builtPage)
  const weight = gzipSync(page, { level: 9 }).length
  const figure = `dist/index.html: ${weight.toLocaleString('en')} bytes gzipped (${page.length.toLocaleString('en')} as it is), ${allowed.toLocaleString('en')} allowed`
  console.log(figure)
  expect(weight, `${figure}. "npm run weigh" says which part grew: look for a package or a fixture that came in unseen.`).toBeLessThanOrEqual(allowed)
})
