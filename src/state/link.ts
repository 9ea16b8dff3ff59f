import type { Case } from './case.ts'
import { latin } from './look.ts'
import { readCase, written, type Saved } from './saved.ts'

/** Firefox takes a million characters of address and refuses two. */
const linkLimit = 1_000_000
/** A short link can unpack to gigabytes. */
const textLimit = 64_000_000

/** Chats and mail programs are known to cut longer addresses. */
export const usualLink = 2_000

const mark = '#case='

export const isCase = (hash: string) => hash.startsWith(mark)

/** What comes out of packing or unpacking. */
async function through(way: CompressionStream | DecompressionStream, bytes: BlobPart): Promise<Blob> {
  const chunks: BlobPart[] = []
  let size = 0
  const reader = new Blob([bytes]).stream().pipeThrough(way).getReader()
  for (let { value } = await reader.read(); value; { value } = await reader.read()) {
    size += value.length
    if (size > textLimit) throw new RangeError('too long')
    chunks.push(value)
  }
  return new Blob(chunks)
}

const base64url = (bytes: Uint8Array) => btoa(latin(bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

const bytesIn = (text: string) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), char => char.charCodeAt(0))

/** A text made small, in characters that stand anywhere. */
export const packed = async (text: string): Promise<string> => base64url(new Uint8Array(await (await through(new CompressionStream('deflate-raw'), text)).arrayBuffer()))

export const unpacked = async (text: string): Promise<string> => (await through(new DecompressionStream('deflate-raw'), bytesIn(text))).text()

/** The whole case as the part of an address behind `#`, which no browser sends to a server; undefined where no browser would take it. */
export async function linkOf(given: Case): Promise<string | undefined> {
  // JSON escapes what is no whole character, so that nothing is lost on the way through UTF-8.
  const hash = mark + (await packed(written(given)))
  return hash.length > linkLimit ? undefined : hash
}

export async function caseIn(hash: string): Promise<Saved> {
  const from = 'The case in this link'
  try {
    return readCase(await unpacked(hash.slice(mark.length)), from)
  } catch {
    return { kind: 'unusable', says: `${from} is damaged: part of the address is missing. Ask for it to be sent again.` }
  }
}
