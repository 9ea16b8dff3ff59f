/** What GitHub takes for one comment. */
export const trackerLimit = 65_536

/** Of room for the words at the end of each part. */
const spare = 200

/** Cuts a collapsed block into several, each of which opens and closes by itself. */
function cutBlock(block: string, room: number): string[] {
  const frame = /^(<details>\n<summary>)([\s\S]*?)(<\/summary>\n\n)(`{3,}text)\n([\s\S]*)\n`{3,}\n\n<\/details>$/.exec(block)
  if (!frame) return [block]
  const [, open = '', title = '', middle = '', fence = '', text = ''] = frame
  const close = `\n${fence.replace('text', '')}\n\n</details>`
  const least = open.length + title.length + middle.length + fence.length + close.length + 40
  const parts: string[] = []
  let part = ''
  for (const line of text.split('\n').flatMap(one => one.match(new RegExp(`[\\s\\S]{1,${Math.max(200, room - least)}}`, 'g')) ?? [''])) {
    if (part !== '' && part.length + line.length + 1 > room - least) {
      parts.push(part)
      part = line
    } else part += part === '' ? line : `\n${line}`
  }
  parts.push(part)
  return parts.map((one, i) => `${open}${title}${parts.length > 1 ? `, part ${i + 1} of ${parts.length}` : ''}${middle}${fence}\n${one}${close}`)
}

/** A collapsed block from end to end: what is pasted in it may look like the start of another. */
const collapsed = /<details>\n<summary>[^\n]*<\/summary>\n\n(`{3,})text\n[\s\S]*?\n\1\n\n<\/details>\n*/g

/** Pieces that stand by themselves: collapsed blocks, and between them what a heading begins. */
function blocksOf(markdown: string): string[] {
  const blocks: string[] = []
  const between = (text: string) => blocks.push(...text.split(/\n\n(?=#{1,4} )/))
  let done = 0
  for (const match of markdown.matchAll(collapsed)) {
    between(markdown.slice(done, match.index))
    blocks.push(match[0])
    done = match.index + match[0].length
  }
  between(markdown.slice(done))
  return blocks.map(block => block.trim()).filter(Boolean)
}

/** A report as several comments that a tracker takes; a fenced block is never left open. */
export function partsOf(markdown: string, limit = trackerLimit): readonly string[] {
  if (markdown.length <= limit) return [markdown]
  const room = limit - spare
  const blocks = blocksOf(markdown).flatMap(block => (block.length > room ? cutBlock(block, room) : [block]))
  const parts: string[] = []
  for (const block of blocks) {
    const last = parts.at(-1)
    if (last !== undefined && last.length + block.length + 2 <= room) parts[parts.length - 1] = `${last}\n\n${block}`
    else parts.push(block)
  }
  return parts.map((part, i) => `${part}\n\nPart ${i + 1} of ${parts.length}.\n`)
}
