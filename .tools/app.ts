import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const publicText = (file: string) => readFileSync(join(import.meta.dirname, '../public', file), 'utf8').trim()
const inside = (type: string, text: string) => `data:${type},${encodeURIComponent(text)}`
const icon = () => inside('image/svg+xml', publicText('icon.svg'))

const addresses: Readonly<Record<string, () => string>> = {
  '/icon.svg': icon,
  '/manifest.webmanifest': () => inside('application/manifest+json', JSON.stringify({ ...JSON.parse(publicText('manifest.webmanifest')), icons: [{ src: icon(), sizes: 'any', type: 'image/svg+xml' }] })),
}

/**
 * Writes icon and manifest of public/ into the page itself. As files beside it, a browser would ask for them, from disk it would complain,
 * and the page could no longer say that it asks for nothing. An empty `start_url` is then the page, under whatever name it is served.
 */
export const app = (): Plugin => ({
  name: 'app',
  transformIndexHtml: {
    order: 'pre',
    handler: html => html.replace(/href="(\/(?:icon\.svg|manifest\.webmanifest))"/g, (_, address: string) => `href="${addresses[address]?.() ?? address}"`),
  },
})
