import type { Field, Value } from './output.ts'

/** A value of the person's, as code in a sentence of ours: backquotes would end it early. */
export function code(value: Value | Field | undefined): string {
  const text = typeof value === 'object' && 'raw' in value ? String(value.value) : Array.isArray(value) ? value.join(', ') : String(value)
  return `\`${text.replaceAll('`', '’').replace(/\s+/g, ' ')}\``
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`
}

/** A long text, cut. */
export const shortened = (text: string, most: number) => (text.length > most ? `${text.slice(0, most)}…` : text)

/** `12,345`. Asked of the browser, the first number alone takes as long as a paste. */
export const grouped = (count: number) => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** `1 line`, `3 lines`. */
export const many = (count: number, one: string, more = `${one}s`) => `${grouped(count)} ${count === 1 ? one : more}`
