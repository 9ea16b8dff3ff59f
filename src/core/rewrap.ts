import { joined } from './dress.ts'
import type { Line, Paste } from './source.ts'

/** A window is at least so wide, and a text without breaks is rarely wider than so. */
const narrowest = 60
const widest = 250
/** Mail programs break at blanks, at this column or before it. */
const mailWidth = 80

const lengthOf = ({ span }: Line) => span.end - span.start
const firstWord = ({ text }: Line) => {
  const end = text.indexOf(' ')
  return end < 0 ? text.length : end
}

/** What the lines of a text show of how they were broken. */
interface Wrapping {
  readonly width: number
  /** By a window, which cuts wherever its edge is; a mail program breaks at the blank before it. */
  readonly cut: boolean
}

function wrappingOf(lines: readonly Line[], isBeginning: (line: Line) => boolean): Wrapping | undefined {
  let width = 0
  for (const line of lines) width = Math.max(width, lengthOf(line))
  if (width < narrowest || width > widest) return undefined
  const broken = lines.filter((line, i) => {
    const next = lines[i + 1]
    // A bracket rarely begins what was broken off; to look at it first spares a long log the patterns.
    return next && next.text !== '' && !next.text.startsWith('[') && lengthOf(line) + 1 + firstWord(next) > width && isBeginning(line) && !isBeginning(next)
  })
  // A line may be as long as the longest by chance, and a message that comes again and again is as long each time.
  const chance = broken.length < 2 || (width > mailWidth && new Set(broken.map(({ text }) => text.slice(-16))).size < 2)
  if (!chance && broken.every(line => lengthOf(line) >= width - 1)) return { width, cut: true }
  return width <= mailWidth ? { width, cut: false } : undefined
}

/** The line below with all that it holds: behind a break, a number with a colon is no line number. */
function undressed({ text }: Paste, line: Line, { dress }: Line): Line {
  const raw = text.slice(line.span.start, line.span.end)
  return typeof line.offsets === 'number' && raw.startsWith(dress) ? { ...line, dress, text: raw.slice(dress.length).trimEnd(), offsets: line.span.start + dress.length } : line
}

/**
 * Long lines that a window or a mail program wrapped, put together again. `begins` knows what is certain to begin one;
 * `stands` tells which lines are something of their own. Where no width shows, nothing is done: a line without a prefix
 * need not belong to the one above.
 */
export function rewrapped(paste: Paste, lines: readonly Line[], begins: readonly RegExp[], stands: (line: Line) => boolean): readonly Line[] {
  const beginning = ({ text }: Line) => begins.map(one => one.exec(text)?.[0]).find(Boolean)
  const wrapping = wrappingOf(lines, line => beginning(line) !== undefined)
  if (!wrapping) return lines
  const { width, cut } = wrapping
  const whole: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    let line = lines[i]
    if (!line) break
    const prefix = beginning(line)?.trimEnd()
    let piece = line
    let next = prefix === undefined ? undefined : lines[i + 1]
    while (next && next.text !== '' && !beginning(next)) {
      const length = lengthOf(piece)
      if (cut ? length < width - 1 : length + 1 + firstWord(next) <= width) break
      // Behind nothing but a prefix stands its message, whatever it looks like.
      if (prefix !== line.text && stands(next)) break
      const apart = !cut || length < width || /\s/.test(paste.text.charAt(piece.span.end - 1))
      line = joined(line, undressed(paste, next, line), apart ? ' ' : '')
      piece = next
      i++
      next = lines[i + 1]
    }
    whole.push(line)
  }
  return whole
}
