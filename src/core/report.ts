import { places } from '../checks/index.ts'
import { noise } from '../checks/noise.ts'
import { codeRules } from '../rules/codes/index.ts'
import { rules } from '../rules/index.ts'
import { knownOf, type Known } from './need.ts'
import type { Section } from './output.ts'
import { read as sectionOf } from './read.ts'
import { recogniser } from './recognise.ts'
import { judge, withDoubts, type Outcome } from './rule.ts'
import type { Line, Paste } from './source.ts'

export type { Paste } from './source.ts'

/** Lines of a paste, 1-based and inclusive, that belong to no section. */
export interface Remainder {
  readonly paste: Paste
  readonly lines: readonly [first: number, last: number]
}

/** Everything that follows from the pastes. */
export interface Report {
  readonly pastes: readonly Paste[]
  readonly sections: readonly Section[]
  readonly unread: readonly Remainder[]
  readonly outcomes: readonly Outcome[]
  readonly known: Known
}

let recognise: ReturnType<typeof recogniser> | undefined

/** Stretches of lines that no section holds; lines with nothing to see in them do not count. */
function remainders(paste: Paste, lines: readonly Line[], sections: readonly Section[]): Remainder[] {
  const held = new Uint8Array((lines.at(-1)?.last ?? 0) + 1)
  for (const one of sections) {
    for (const { line } of one.readings) for (let number = line.first; number <= line.last; number++) held[number] = 1
  }
  const rest: { paste: Paste; lines: [number, number] }[] = []
  let going = false
  for (const { first, last, text } of lines) {
    if (held[first]) going = false
    else if (text !== '') {
      const previous = rest.at(-1)
      if (going && previous) previous.lines[1] = last
      else rest.push({ paste, lines: [first, last] })
      going = true
    }
  }
  return rest
}

interface Read {
  readonly sections: readonly Section[]
  readonly unread: readonly Remainder[]
}

/** A paste is read once, however often something beside it changes. */
const readings = new WeakMap<Paste, Read>()

function readingOf(paste: Paste): Read {
  const known = readings.get(paste)
  if (known) return known
  // Made with the first paste: the page starts sooner.
  recognise ??= recogniser(places, noise)
  const { stretches, lines } = recognise(paste)
  const sections = stretches.flatMap(stretch => sectionOf(paste, stretch) ?? [])
  const reading = { sections, unread: remainders(paste, lines, sections) }
  readings.set(paste, reading)
  return reading
}

/** What the rules say of some sections: of all that were read, or of the older of those that were pasted twice. */
export function judgeSections(sections: readonly Section[]): Pick<Report, 'sections' | 'outcomes' | 'known'> {
  const known = knownOf(sections)
  const outcomes = rules.map(rule => judge(rule, known))
  const numbered = new Map(codeRules(known, outcomes).map(rule => [rule.id, judge(rule, known)]))
  return { sections, known, outcomes: withDoubts([...outcomes.filter(({ rule }) => !numbered.has(rule.id)), ...numbered.values()]) }
}

let unread: readonly Outcome[] | undefined

/** The report of no pastes. Its outcomes are made when somebody asks: every rule would keep the page's start waiting. */
export const nothingRead: Report = {
  pastes: [], sections: [], unread: [], known: knownOf([]),
  get outcomes() {
    unread ??= judgeSections([]).outcomes
    return unread
  },
}

/** The one function that everything calls: pure, and total whatever the text. */
export function analyse(pastes: readonly Paste[]): Report {
  const read = pastes.map(readingOf)
  return { pastes, unread: read.flatMap(one => one.unread), ...judgeSections(read.flatMap(one => one.sections)) }
}
