import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'

/** @type {Readonly<Record<string, string>>} */
const contentTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
}

/**
 * The file that an address means, or undefined where it is outside the root or absent. Links are followed
 * before the comparison, so that neither `..` nor a symbolic link leads out.
 * @param {string} root
 * @param {string} path
 */
const locate = async (root, path) => {
  try {
    const wanted = join(root, path.endsWith('/') ? `${path}index.html` : path)
    const [inside, file] = await Promise.all([realpath(root), realpath(wanted)])
    if (!file.startsWith(inside + sep)) return undefined
    return (await stat(file)).isFile() ? file : undefined
  } catch {
    return undefined
  }
}

/** @param {string} address */
const decoded = (address) => {
  try {
    const path = decodeURIComponent(address.split(/[?#]/, 1)[0] ?? '')
    return path.includes('\0') || path.includes('\\') ? undefined : path
  } catch {
    return undefined
  }
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<boolean>} whether the port was free
 */
const listen = (server, port) =>
  new Promise((done, fail) => {
    /** @param {NodeJS.ErrnoException} error */
    const failed = (error) => (error.code === 'EADDRINUSE' ? done(false) : fail(error))
    server.once('error', failed)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed)
      done(true)
    })
  })

/**
 * Serves a folder on this machine alone. A taken port makes it try the next one, twenty times; port 0 takes any.
 * `requests` lists every address asked for, in order, which is a surer count than a browser's own.
 * @param {{ root: string, port?: number, mount?: string }} options mount: the path under which the folder appears, as on GitHub Pages
 */
export const serve = async ({ root, port = 0, mount = '/' }) => {
  const folder = resolve(root)
  /** @type {string[]} */
  const requests = []

  const server = createServer(async (request, response) => {
    const address = request.url ?? '/'
    requests.push(address)
    /** @param {number} status @param {string} sentence @param {Record<string, string>} [headers] */
    const refuse = (status, sentence, headers = {}) => {
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers })
      response.end(`${sentence}\n`)
    }

    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD are answered here.', { Allow: 'GET, HEAD' })
    const path = decoded(address)
    if (path === undefined) return refuse(400, 'The address could not be read.')
    if (`${path}/` === mount) return refuse(308, `The page is at ${mount}`, { Location: mount })
    const file = path.startsWith(mount) ? await locate(folder, path.slice(mount.length - 1)) : undefined
    if (file === undefined) return refuse(404, `Nothing is served at ${path}; the page is at ${mount}`)

    response.writeHead(200, {
      'Content-Type': contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    if (request.method === 'HEAD') return response.end()
    return createReadStream(file).on('error', () => response.destroy()).pipe(response)
  })

  const last = port === 0 ? 0 : Math.min(port + 20, 65_535)
  let asked = port
  while (!(await listen(server, asked))) {
    if (asked >= last) throw new Error(`The ports ${port} to ${last} on 127.0.0.1 are all taken. Name a free one, for example PORT=9000.`)
    asked += 1
  }
  const at = server.address()
  const bound = typeof at === 'object' && at !== null ? at.port : asked

  return {
    port: bound,
    url: `http://127.0.0.1:${bound}${mount}`,
    requests,
    close: () =>
      new Promise((/** @type {(value?: undefined) => void} */ done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
