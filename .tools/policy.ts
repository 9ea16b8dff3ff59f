import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

const hashes = (html: string, tag: 'script' | 'style'): string => {
  const inline = new RegExp(`<${tag}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${tag}>`, 'g')
  const found = [...html.matchAll(inline)].map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  return found.length > 0 ? [...new Set(found)].join(' ') : `'none'`
}

const directives = (html: string): string =>
  [
    `default-src 'none'`,
    `script-src ${hashes(html, 'script')}`,
    `style-src ${hashes(html, 'style')}`,
    'img-src data: blob:',
    'font-src data:',
    'worker-src blob:',
    'manifest-src data:',
    `connect-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ')

/** The page with a policy that admits its own inline script and style, by hash, and no connection at all. */
export const withPolicy = (built: string): string => {
  // The HTML parser turns CR LF into LF before the browser hashes, so the hash must be taken of LF.
  const html = built.replace(/\r\n?/g, '\n')
  if (html.includes('\0')) {
    throw new Error('dist/index.html holds a NUL character: the HTML parser would replace it and the script hash would no longer fit. Write it as "\\0" in the source.')
  }
  const charset = /<meta charset="[^"]*"\s*\/?>/
  if (!charset.test(html)) {
    throw new Error('index.html has no <meta charset="…">: the policy is written right after it. Put it first in <head>.')
  }
  // A function, because minified code contains `$&`.
  return html.replace(charset, (tag) => `${tag}\n    <meta http-equiv="Content-Security-Policy" content="${directives(html)}">`)
}

/** Must be listed after the single-file plugin: earlier, the script is not in the page yet. Any later change to the HTML breaks the page. */
export const policy = (): Plugin => ({
  name: 'policy',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.html')) file.source = withPolicy(String(file.source))
      }
    },
  },
})
