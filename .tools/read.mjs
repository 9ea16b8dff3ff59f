// npm run read -- FILE …: what the page makes of these texts, without the page: each value, each line not understood, each rule that speaks.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('No file is named. Expected: npm run read -- fixtures/shapes/failures.txt')
  process.exit(1)
}
const server = await createServer({
  root: fileURLToPath(new URL('..', import.meta.url)), configFile: false, logLevel: 'error', appType: 'custom',
  optimizeDeps: { noDiscovery: true }, server: { middlewareMode: true, ws: false, watch: null },
})
try {
  const { analyse } = /** @type {typeof import('../src/core/report.ts')} */ (await server.ssrLoadModule('/src/core/report.ts'))
  const { sections, unread, outcomes } = analyse(files.map((id) => ({ id, text: readFileSync(id, 'utf8') })))
  for (const { output, paste, lines, extent, readings } of sections) {
    console.log(`\n${output.id}, lines ${lines.join('-')} of ${paste.id}: ${extent}`)
    for (const { line, kind, fields } of readings) {
      for (const { key, value, meaning } of fields) console.log(`${String(line.first).padStart(5)}  ${key} = ${JSON.stringify(value)}  ${meaning.says}`)
      if (kind === 'unread') console.log(`${String(line.first).padStart(5)}  NOT UNDERSTOOD  ${line.text}`)
    }
  }
  for (const { paste, lines } of unread) console.log(`\nBelongs to no output: lines ${lines.join('-')} of ${paste.id}`)
  for (const outcome of outcomes) {
    if (outcome.kind === 'found') for (const { severity, says } of outcome.findings) console.log(`\n${severity}, ${outcome.rule.id}: ${says}`)
  }
} finally {
  await server.close()
}
