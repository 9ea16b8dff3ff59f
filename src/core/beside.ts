import { claimOf, type Claim, type Matcher } from './matcher.ts'
import type { KnownLine } from './output.ts'
import type { Line } from './source.ts'

/**
 * Of lines that nobody claimed, those right above the first certain line of an output that are its beginning:
 * weak ones of the form that the output gives, with what stands between them of blank lines and comments.
 */
export function linesAbove(silence: readonly Line[], m: Matcher): readonly Line[] {
  const { above, comment } = m.place.output
  if (!above) return []
  // `# DocumentRoot`, `#DocumentRoot`
  const isComment = ({ dress, text }: Line) => comment?.dress.test(dress + text.charAt(0)) === true
  let from = silence.length
  for (let i = silence.length - 1; i >= 0; i--) {
    const line = silence[i]
    if (!line) break
    if (line.text === '' || isComment(line)) continue
    if (!above.test(line.text) || !claimOf(m, line.text, true)) break
    from = i
  }
  return silence.slice(from)
}

/** How many of the lines below the last line of an output are comments that go with it, such as `# vim: syntax=apache`, and the blank ones between. */
export function commentsBelow(last: Line | undefined, gap: readonly { readonly line: Line; readonly claim: Claim | undefined }[], comment: KnownLine | undefined): number {
  let count = 0
  let at = last?.last ?? 0
  for (const [i, { line, claim }] of gap.entries()) {
    // Lines of another output may stand between.
    if (!comment || line.first !== at + 1 || (line.text !== '' && claim?.known !== comment)) break
    if (line.text !== '') count = i + 1
    at = line.last
  }
  return count
}
