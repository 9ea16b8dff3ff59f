import { endOfText, readLimit } from './case.ts'
import { expectedText, latin, looksBinary, notText, sizeInWords } from './look.ts'

/** A file that is text; or why it is not taken. */
export type Incoming =
  | { readonly kind: 'text'; readonly name: string; readonly text: string; readonly endOf?: number }
  | { readonly kind: 'refused'; readonly says: string }

/** Files up to this size are read whole. */
const fileLimit = 20_000_000

/** What `>` in Windows PowerShell writes. */
const wideEncoding = (head: string) => (head.startsWith('\xff\xfe') ? 'utf-16le' : head.startsWith('\xfe\xff') ? 'utf-16be' : undefined)

/** Reads a dropped or chosen file; of a very large one its end alone. */
export async function readFile(file: File): Promise<Incoming> {
  const { name, size } = file
  const refused = (why: string): Incoming => ({ kind: 'refused', says: `“${name}” ${why} ${expectedText}` })
  try {
    const head = latin(new Uint8Array(await file.slice(0, 4096).arrayBuffer()))
    const wide = wideEncoding(head)
    if (!wide && looksBinary(head)) return refused(notText)
    if (!size) return refused('is empty.')
    const large = size > fileLimit
    const text = new TextDecoder(wide).decode(await (large ? file.slice(-readLimit) : file).arrayBuffer())
    if (!large) return { kind: 'text', name, text }
    return { kind: 'text', name, text: endOfText(text.slice(text.indexOf('\n') + 1)), endOf: size }
  } catch {
    return refused('could not be read. Open it yourself, and paste its text.')
  }
}

export const onlyTheEnd = (whole: number) => `Only the last ${sizeInWords(readLimit)} of ${sizeInWords(whole)} are read. Line numbers count from there.`
