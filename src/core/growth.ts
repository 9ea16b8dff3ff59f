import { commentsBelow, linesAbove } from './beside.ts'
import { claimOf, type Claim, type Matcher } from './matcher.ts'
import type { KnownLine } from './output.ts'
import { isHeading, type Prompt } from './prompt.ts'
import { settled } from './settle.ts'
import type { Line } from './source.ts'

/** A line, who understands it, and the command that it answers. */
export interface Claimed {
  readonly line: Line
  readonly claim: Claim | undefined
  readonly command: string | undefined
}

/** The lines of one output while they are being found. */
export interface Growing {
  readonly m: Matcher
  readonly lines: Claimed[]
  readonly prompt: Prompt | undefined
  /** What is there already: a field or a heading that stands once begins another section when it comes again. */
  readonly seen: Set<string>
  /** Lines that nobody claimed since the last one of this output. */
  gap: Claimed[]
  /** Places in the list of all lines. */
  readonly from: number
  last: number
}

/** So many lines in a row may be foreign before what follows counts as another section. */
const gapLimit = 8

/** So far up a section may begin above its first certain line. */
const longestSilence = 40

const typed: Claim = { specs: [], known: { label: 'prompt', line: /^/, says: 'What was typed.' } }
const collected: Claim = { specs: [], known: { label: 'collection', line: /^/, says: 'The collection script names what it ran, or what it left out.' } }
const isPrompt = (claim: unknown) => claim === typed || claim === collected
const above: Claim = { specs: [], known: { label: 'heading', line: /^/, says: '' } }

const nobody: readonly Growing[] = []

const unclaimed = (line: Line, known?: KnownLine): Claimed => ({ line, claim: known && { specs: [], known }, command: undefined })

/** Whether what comes next may still belong to it. A gap may be long: it is counted no further than it matters. */
function goesOn({ gap }: Growing): boolean {
  let foreign = 0
  for (const { line, claim } of gap) if (line.text !== '' && !claim && ++foreign > gapLimit) return false
  return true
}

/** The sections of one paste as they grow, line by line. */
export interface Growth {
  /** The output that the last command prints. */
  expected(): Matcher | undefined
  /** The output whose line came last. */
  latest(): Growing | undefined
  /** The one in whose block the line before stood. */
  blocked(): Growing | undefined
  /** Those that may go on, the latest first. */
  going(): readonly Growing[]
  /** A line in which an output sees something; `from` is the first of several that are read as one. */
  add(m: Matcher, line: Line, claim: Claim | undefined, index: number, from?: number): void
  /** A line in which nobody sees anything. */
  skip(line: Line, idle?: KnownLine): void
  ask(question: Prompt, line: Line, index: number): void
  /** The sections, in the order in which they began. */
  end(): readonly Growing[]
}

export function growth(matchers: readonly Matcher[]): Growth {
  const all: Growing[] = []
  const open = new Map<Matcher, Growing>()
  let expected: Matcher | undefined
  let prompt: Prompt | undefined
  /** Prompt lines whose output has not begun yet. */
  const asked: Claimed[] = []
  let latest: Growing | undefined
  let blocked: Growing | undefined
  /** The lines since the last that somebody claimed. */
  let silence: Line[] = []

  /** Commands that brought nothing which we know stay with the output right above them; those that set a variable may wait for the next. */
  const leftover = () => {
    const last = all.at(-1)
    for (const one of asked.splice(0)) {
      if (last && one.line.first <= (last.lines.at(-1)?.line.last ?? 0) + 2) last.lines.push(one)
      else if (one.claim === collected || /\b(?:export|setenv|unset)\s/.test(one.command ?? '')) asked.push(one)
    }
  }

  /** Takes the lines right above that belong to an output which begins here. */
  const takeLeads = (one: Growing, index: number) => {
    const { lead } = one.m.place.output
    if (!lead) return
    const unheard = silence.findLast(({ text }) => text !== '')
    const taken: Line[] = []
    if (unheard) {
      if (lead.test(unheard.text)) taken.push(unheard)
    } else while (latest && latest.m !== one.m && latest.last + taken.length >= index - 1) {
      const line = latest.lines.at(-1)?.line
      if (!line || !lead.test(line.text)) break
      latest.lines.pop()
      taken.unshift(line)
      if (latest.lines.some(({ claim }) => !isPrompt(claim))) continue
      one.lines.push(...latest.lines)
      all.splice(all.indexOf(latest), 1)
      open.delete(latest.m)
      latest = undefined
    }
    for (const line of taken) {
      const claim = claimOf(one.m, line.text, true) ?? above
      one.lines.push({ line, claim, command: prompt?.command })
      for (const { key } of claim.specs) one.seen.add(key)
    }
  }

  /** Takes its weak lines above the first certain one. */
  const takeAbove = (one: Growing) => {
    const taken = linesAbove(silence, one.m)
    for (const line of taken) {
      const claim = claimOf(one.m, line.text, true)
      one.lines.push(claim ? { line, claim, command: prompt?.command } : unclaimed(line, line.text === '' ? undefined : one.m.place.output.comment?.known))
      for (const { key } of claim?.specs ?? []) one.seen.add(key)
    }
    for (const other of taken.length ? open.values() : []) other.gap = other.gap.filter(({ line }) => !taken.includes(line))
  }

  const begin = (m: Matcher, index: number): Growing => {
    const mine = prompt && (!expected || expected === m) ? prompt : undefined
    const one: Growing = { m, lines: [], prompt: mine, seen: new Set(), gap: [], from: index, last: index }
    // A message may come before the output that was asked for.
    if (mine || expected === undefined) one.lines.push(...asked.splice(0))
    takeLeads(one, index)
    takeAbove(one)
    all.push(one)
    open.set(m, one)
    return one
  }

  const isAgain = (one: Growing, claim: Claim | undefined) =>
    claim?.specs.some(({ key, many }) => !many && one.seen.has(key)) || (claim?.known?.heading === true && one.seen.size > 0)

  const add: Growth['add'] = (m, line, claim, index, from = index) => {
    const before = latest?.m === m ? latest : open.get(m)
    const one = before && !isAgain(before, claim) && goesOn(before) ? before : begin(m, from)
    if (one.gap.length) {
      one.lines.push(...one.gap)
      one.gap = []
    }
    one.lines.push({ line, claim, command: prompt?.command })
    for (const { key } of claim?.specs ?? []) one.seen.add(key)
    if (claim?.known?.heading) one.seen.add(claim.known.label)
    const { block } = m.place.output
    // Lines of its own may stand between: several processes write into one log.
    if (block?.from.test(line.text)) blocked = one
    else if (blocked !== one) blocked = undefined
    one.last = index
    latest = one
    if (silence.length) silence = []
  }

  return {
    expected: () => expected,
    latest: () => latest,
    blocked: () => blocked,
    going: () => (open.size ? [...open.values()].filter(goesOn).toSorted((a, b) => b.last - a.last) : nobody),
    add,
    skip(line, idle) {
      if (idle && asked.length) {
        asked.push(unclaimed(line, idle))
        return
      }
      silence.push(line)
      if (silence.length > longestSilence) silence.shift()
      for (const one of open.values()) {
        const { comment } = one.m.place.output
        one.gap.push(unclaimed(line, idle ?? (comment?.dress.test(line.dress) ? comment.known : undefined)))
      }
    },
    ask(question, line, index) {
      const command = question.python ? `>>> ${question.command}` : question.command
      const next = matchers.find(m => m.place.output.command?.test(command))
      const going = next && open.get(next)
      const wasPython = prompt?.python
      prompt = { ...question, command }
      expected = next
      if (question.python && going) {
        add(going.m, line, typed, index)
        return
      }
      if (!question.python || !wasPython) leftover()
      open.clear()
      latest = undefined
      blocked = undefined
      silence = []
      asked.push({ line, claim: isHeading(question) ? collected : typed, command })
    },
    end() {
      leftover()
      for (const one of all) {
        const below = commentsBelow(one.lines.at(-1)?.line, one.gap, one.m.place.output.comment?.known)
        one.lines.push(...one.gap.splice(0, below))
        one.last += below
      }
      all.at(-1)?.lines.push(...asked.filter(one => one.claim === collected))
      return settled(all, isPrompt)
    },
  }
}
