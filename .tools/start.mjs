import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { serve } from './serve.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const page = fileURLToPath(new URL('../dist/index.html', import.meta.url))

const wanted = process.env.PORT ?? '4173'
const port = Number(wanted)
if (!/^\d+$/.test(wanted) || port > 65_535) {
  console.error(`PORT is "${wanted}", which is no port. A number from 0 to 65535 was expected: run "PORT=4173 npm start", or leave PORT out.`)
  process.exit(1)
}

await build({ root, logLevel: 'warn' })
const server = await serve({ root: fileURLToPath(new URL('../dist', import.meta.url)), port })

if (port !== 0 && server.port !== port) console.log(`Port ${port} is taken, so this is port ${server.port}.`)
console.log(`
mod_wsgi Checkup is built: one file, ${page}

  In the browser, from this machine:  ${server.url}
  Opened from disk, no server needed: ${pathToFileURL(page).href}

Ctrl+C stops the server; the file stays.`)

const stop = async () => {
  await server.close()
  process.exit(0)
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
