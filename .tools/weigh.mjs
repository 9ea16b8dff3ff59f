// npm run weigh: what the built page weighs, and what each part of it adds. A part alone compresses worse than the whole.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** @param {string} id */
const partOf = (id) => {
  const at = id.lastIndexOf('node_modules/')
  if (at < 0) return id.slice(root.length).split('?')[0]?.split('/').slice(0, id.includes('/src/checks/') ? 3 : 2).join('/') ?? id
  const [scope = '', name = ''] = id.slice(at + 13).split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

/** @type {Map<string, string>} */
const parts = new Map()
let whole = ''
await build({
  root, logLevel: 'error',
  build: { write: false },
  plugins: [{
    name: 'weigh',
    enforce: 'pre',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        for (const [id, { code }] of Object.entries(chunk.modules)) parts.set(partOf(id), (parts.get(partOf(id)) ?? '') + (code ?? ''))
      }
    },
  }, {
    name: 'weigh-whole',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) if (file.fileName.endsWith('.html') && file.type === 'asset') whole = String(file.source)
      },
    },
  }],
})
const kb = (/** @type {number} */ bytes) => `${(bytes / 1024).toFixed(1)} KB`.padStart(10)
const size = (/** @type {string} */ text) => gzipSync(text, { level: 9 }).length
console.log(`${join('dist', 'index.html')}: ${kb(size(whole)).trim()} with gzip, ${kb(whole.length).trim()} without\n`)
for (const [part, bytes] of [...parts].map(([name, code]) => /** @type {const} */ ([name, size(code)])).toSorted((a, b) => b[1] - a[1])) console.log(`${kb(bytes)}  ${part}, before it is made smaller`)
