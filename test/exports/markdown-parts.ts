/** As much of Markdown as our reports use, read the way CommonMark and GitHub's tables are specified. */
export interface MarkdownParts {
  /** The texts of the fenced blocks. */
  readonly fences: readonly string[]
  /** Everything outside of them. */
  readonly outside: string
  /** A fence that nothing closes. */
  readonly open: boolean
}

export function partsOf(markdown: string): MarkdownParts {
  const fences: string[] = []
  const outside: string[] = []
  let fence: { length: number; lines: string[] } | undefined
  for (const line of markdown.split(/\r\n|[\n\r]/)) {
    if (fence) {
      const closing = /^ {0,3}(`{3,})[ \t]*$/.exec(line)
      if (closing?.[1] && closing[1].length >= fence.length) {
        fences.push(fence.lines.join('\n'))
        fence = undefined
      } else fence.lines.push(line)
    } else {
      const opening = /^ {0,3}(`{3,})[^`]*$/.exec(line)
      if (opening?.[1]) fence = { length: opening[1].length, lines: [] }
      else outside.push(line)
    }
  }
  return { fences, outside: outside.join('\n'), open: fence !== undefined }
}

/** A paragraph without its code spans, and what they held. */
export function spansOf(text: string): { readonly codes: readonly string[]; readonly rest: string } {
  const codes: string[] = []
  let rest = ''
  let at = 0
  while (at < text.length) {
    const ticks = /^`+/.exec(text.slice(at))?.[0]
    if (text[at] === '\\') {
      rest += text.slice(at, at + 2)
      at += 2
    } else if (ticks === undefined) {
      rest += text[at]
      at++
    } else {
      const from = at + ticks.length
      const end = new RegExp(`(?<!\`)${ticks}(?!\`)`).exec(text.slice(from))
      if (end) {
        const inner = text.slice(from, from + end.index)
        codes.push(/^ .*[^ ].* $|^ [^ ] $/s.test(inner) ? inner.slice(1, -1) : inner)
        at = from + end.index + ticks.length
      } else {
        rest += ticks
        at = from
      }
    }
  }
  return { codes, rest }
}

/** The cells of a table's row. A bar behind a backslash is none; both rules come before code spans. */
export function cellsOf(row: string): readonly string[] {
  const cells: string[] = ['']
  const inner = row.trim().replace(/^\|/, '')
  for (let i = 0; i < inner.length; i++) {
    const pair = /^\\[!-/:-@[-`{-~]/.exec(inner.slice(i, i + 2))?.[0]
    if (pair === undefined && inner[i] === '|') cells.push('')
    else {
      cells.push(`${cells.pop() ?? ''}${pair === '\\|' ? '|' : (pair ?? inner[i] ?? '')}`)
      if (pair !== undefined) i++
    }
  }
  return cells.slice(0, -1).map(cell => cell.trim())
}
