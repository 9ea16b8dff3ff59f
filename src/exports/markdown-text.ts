import { docsUrl } from '../checks/docs.ts'
import type { Prose } from '../core/prose.ts'

/** Of our own words: `split` by it gives text, code, a link's words and its address in turn. */
export const markup = /`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/

const oneLine = (text: string) => text.replace(/[\s\u2028\u2029]+/g, ' ')
const entity = (sign: string) => `&#${sign.charCodeAt(0)};`

/** More backticks than stand together anywhere in the text. */
const ticksAround = (text: string, least: number) => '`'.repeat(Math.max(least, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length + 1)))

/** Foreign text in full; nothing inside can close the fence. */
export function fenced(text: string): string {
  const fence = ticksAround(text, 3)
  return `${fence}text\n${text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/\n+$/, '')}\n${fence}`
}

/** Foreign text within a sentence. */
export function code(text: string): string {
  const inner = oneLine(text)
  if (inner.trim() === '') return '(empty)'
  const ticks = ticksAround(inner, 1)
  const space = /^`|`$|^ .* $/.test(inner) ? ' ' : ''
  return ticks + space + inner + space + ticks
}

/** Foreign text in a table's cell, where no code span can hold a backtick or a bar behind a backslash. */
export function codeCell(text: string): string {
  const inner = oneLine(text).trim()
  if (/`|\\\||\\$/.test(inner)) return `<code>${inner.replace(/[!-,:-@[-`{-~]|\.(?=\S)/g, entity)}</code>`
  return code(inner).replaceAll('|', '\\|')
}

/** Text of ours, outside of code. Underscores within words mean nothing in Markdown and stay readable. */
const escaped = (text: string) => oneLine(text).replace(/[\\`*[\]<>|~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&')

/** Our own words with their links in full. */
export const prose = (text: Prose): string =>
  text
    .split(markup)
    .map((part, i, parts) => {
      if (!part || i % 4 === 3) return ''
      if (i % 4 === 1) return code(part)
      return i % 4 === 2 ? `[${escaped(part)}](${docsUrl(parts[i + 1] ?? '')})` : escaped(part)
    })
    .join('')

/** Our own words at the start of a line. */
export const capitalised = (text: Prose) => prose(text.charAt(0).toUpperCase() + text.slice(1))

/** Our own words where only HTML counts: the line that opens a collapsed block. */
export const proseHtml = (text: Prose) =>
  oneLine(text.split(markup).filter((_, i) => i % 4 !== 3).join('')).replace(/[&<>`*[\]_\\~]/g, entity)

/** A block that opens on a click. */
export const collapsed = (title: Prose, text: string) => `<details>\n<summary>${proseHtml(title)}</summary>\n\n${fenced(text)}\n\n</details>`
