/** Each byte as the character of the same number. */
export const latin = (bytes: Uint8Array) => Array.from(bytes, byte => String.fromCharCode(byte)).join('')

/** Control characters but for those that terminals print: bell, backspace, tab, line and page ends, escape. */
const isStrange = (char: string) => char < ' ' && !'\x07\b\t\n\v\f\r\x1b'.includes(char)

/** A picture, a program, an archive: full of them from the start. A few NUL characters, as a damaged log has them, do not count. */
export function looksBinary(text: string): boolean {
  const start = text.slice(0, 4096).split('')
  return text.startsWith('%PDF-') || start.filter(isStrange).length * 20 > start.length
}

export const notText = 'is no text, but perhaps a picture, a program or an archive.'
export const expectedText = 'Expected is what a command printed, a log, or the diagnostic page.'

/** 1234567 → "1.2 MB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : [bytes / 1e6, 'MB']
  return `${size.toFixed(size < 100 ? 1 : 0)} ${unit}`
}
