/** A text as the person gave it; never rewritten. `check` is the tab it was pasted on: a hint, nothing more. */
export interface Paste {
  readonly id: string
  readonly text: string
  readonly check?: string
}

/** A stretch of `Paste.text`, in UTF-16 units, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * One line as it is read. `text` is a view: colour codes, quote marks, bullets and the like are gone from it, and
 * `offsets` leads each of its characters back to the paste (a number where the view is one unbroken stretch).
 */
export interface Line {
  /** 1-based, the first and the last line of the paste that this view covers. */
  readonly first: number
  readonly last: number
  /** The whole of those lines, without the line end. */
  readonly span: Span
  /** What was taken off the front: indentation, quote marks, bullets, line numbers, a bare prompt sign. */
  readonly dress: string
  readonly text: string
  readonly offsets: number | readonly number[]
  /** False where the paste ends without a line end: this line may have been cut. */
  readonly ended: boolean
}

/** Where the characters `from` to `to` (end exclusive) of the view stand in the paste. */
export function spanOf(line: Line, from: number, to: number): Span {
  if (typeof line.offsets === 'number') return { start: line.offsets + from, end: line.offsets + to }
  const at = (index: number) => (line.offsets as readonly number[])[index] ?? line.span.end
  if (to <= from) return { start: at(from), end: at(from) }
  return { start: at(from), end: at(to - 1) + 1 }
}

/** The lines of a text: CR LF, LF, lone CR and the Unicode separators all end one. The last may lack its end. */
export function eachLine(text: string, take: (start: number, end: number, ended: boolean) => void): void {
  let start = 0
  if (/[\r\u2028\u2029]/.test(text)) {
    const ends = /\r\n|[\n\r\u2028\u2029]/g
    for (let end = ends.exec(text); end; end = ends.exec(text)) {
      take(start, end.index, true)
      start = end.index + end[0].length
    }
  } else {
    // Most texts have LF alone, which is found faster.
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      take(start, end, true)
      start = end + 1
    }
  }
  if (start < text.length) take(start, text.length, false)
}
