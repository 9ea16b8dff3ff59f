import type { Paste } from '../core/source.ts'
import type { Platform } from '../checks/platform/platforms.ts'
import { looksBinary } from './look.ts'

/** A text as the person gave it, and where: `id` is 'overview' or a check's id for a box, else its own. */
export interface Pasted {
  readonly id: string
  readonly text: string
  /** Milliseconds since 1970. */
  readonly when: number
  /** The tab it was given on. */
  readonly check?: string | undefined
  /** Of the file that it came from. */
  readonly name?: string | undefined
  /** The size of that file in bytes, where only its end was read. */
  readonly endOf?: number | undefined
}

/** What the texts are compared with: an earlier state of this server, or another server. */
export interface Before {
  /** "what you pasted before", "the file web2.json". */
  readonly name: string
  readonly pastes: readonly Pasted[]
}

/** Everything a person gave and chose; the rest follows from it. */
export interface Case {
  readonly pastes: readonly Pasted[]
  /** Undefined: as recognised. */
  readonly platform?: Platform | undefined
  readonly before?: Before | undefined
}

export const overview = 'overview'

/** Views beside the tabs: every rule, before and after, what leaves the page, the guided walk. */
export const rulesView = 'rules'
export const compareView = 'compare'
export const sendView = 'send'
export const guideView = 'guide'
export const views: readonly string[] = [rulesView, compareView, sendView, guideView]

/** What a text area shows without making each key slow; longer texts are held aside. */
export const boxLimit = 200_000

/** How much of one text is read: its end, for that is where a log tells what happened last. */
export const readLimit = 16 * 1024 * 1024

/** The end of a text that is too long, from the start of a line. */
export function endOfText(text: string): string {
  if (text.length <= readLimit) return text
  const from = text.length - readLimit
  const lineEnd = text.indexOf('\n', from)
  return text.slice(lineEnd === -1 || lineEnd - from > 65_536 ? from : lineEnd + 1)
}

export const isBlank = (pasted: Pasted) => !/\S/.test(pasted.text)

/** The same text. Browsers hand a paste over with two bytes for each character, in which patterns search a quarter longer; JSON is read into one where one is enough. */
const narrowed = (text: string): string => (/[\u0100-\uffff]/.test(text) ? text : JSON.parse(JSON.stringify(text)))

const pasteOf = ({ id, text, check }: Pasted): Paste => ({ id, text: narrowed(endOfText(text)), ...(check === undefined ? {} : { check }) })

// The same object for the same text, so that what follows from it can be kept.
const known = new WeakMap<Pasted, Paste>()

/** What the engine reads of the pastes: not the blank ones, and not what is no text at all. */
export function readable(pastes: readonly Pasted[]): readonly Paste[] {
  return pastes.flatMap(pasted => {
    if (isBlank(pasted) || looksBinary(pasted.text)) return []
    const paste = known.get(pasted) ?? pasteOf(pasted)
    known.set(pasted, paste)
    return paste
  })
}
