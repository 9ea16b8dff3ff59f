import type { Plugin } from 'vite'

/** Outside of strings, templates and patterns, where an escape means the same, the bundle has no such character. */
export const escaped = (code: string): string => code.replace(/[^\0-\x7f]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Writes the script in ASCII: the browser then keeps it in one byte for each character, and starts it sooner. */
export const ascii = (): Plugin => ({
  name: 'ascii',
  apply: 'build',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = escaped(file.code)
  },
})
