// npm run weigh: what the built page weighs with gzip, and what each part of it does. A part alone compresses worse than the whole.
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, loadConfigFromFile } from 'vite'

/** @typedef {import('vite').Rolldown.RolldownOutput} Built */

const root = fileURLToPath(new URL('..', import.meta.url))

/** @param {string} id */
const partOf = (id) => {
  // What a plugin makes has no file: `virtual:samples` is the samples of the catalogue.
  if (id.startsWith('\0')) return id.slice(1)
  const packages = id.lastIndexOf('node_modules/')
  if (packages >= 0) return id.slice(packages + 13).split('/')[0] ?? id
  const folder = relative(root, dirname(id)).split(sep)
  return folder.slice(0, folder[1] === 'checks' || folder[1] === 'rules' ? 3 : 2).join('/')
}

const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, undefined, root)
if (!loaded) throw new Error('vite.config.ts could not be read, so nothing can be weighed.')
const { config } = loaded

/** @param {import('vite').InlineConfig} changes */
const built = async (changes) => /** @type {Built} */ (await build({ ...config, root, configFile: false, logLevel: 'error', ...changes, build: { ...config.build, write: false, ...changes.build } })).output

const kb = (/** @type {number} */ bytes) => `${(bytes / 1024).toFixed(1)} KB`.padStart(9)
const size = (/** @type {string | Uint8Array} */ text) => gzipSync(text, { level: 9 }).length

for (const file of await built({})) {
  if (file.type === 'asset' && file.fileName.endsWith('.html')) console.log(`${join('dist', file.fileName)}: ${kb(size(file.source)).trim()} with gzip, ${kb(file.source.length).trim()} without\n`)
}

/** The same code, one file a part: without the plugins that put everything into the page. */
const apart = await built({
  plugins: config.plugins?.flat().filter((plugin) => !(plugin && 'name' in plugin && ['halves', 'policy', 'vite:singlefile'].includes(plugin.name))),
  build: { rolldownOptions: { output: { chunkFileNames: '[name]', codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: partOf }] } } } },
})
for (const file of apart.toSorted((a, b) => size(b.type === 'chunk' ? b.code : b.source) - size(a.type === 'chunk' ? a.code : a.source))) {
  console.log(`${kb(size(file.type === 'chunk' ? file.code : file.source))}  ${file.type === 'chunk' ? file.name : file.fileName}`)
}
