import { strongClaim, unheadedClaim, weakClaim, wrappedClaim, type Asking } from './claims.ts'
import { linesOf, parted } from './dress.ts'
import { growth as newGrowth, type Claimed, type Growing } from './growth.ts'
import { claimOf, matcherOf, openedBy, quickly, strongOf, sureClaim, type Place } from './matcher.ts'
import type { Breaks, KnownLine } from './output.ts'
import { rewrapped } from './rewrap.ts'
import { promptOf, type Prompt } from './prompt.ts'
import type { Line, Paste } from './source.ts'

/** The lines of one output, before their values are read. */
export interface Stretch {
  readonly place: Place
  readonly lines: readonly Claimed[]
  readonly prompt: Prompt | undefined
  /** The next line with something in it, and whether a blank one comes first. */
  readonly after: { readonly line: Line | undefined; readonly blank: boolean }
  readonly before: Line | undefined
}

/** A paste cut into its outputs, in the order of their first lines; and all its lines. */
export interface Recognised {
  readonly stretches: readonly Stretch[]
  readonly lines: readonly Line[]
}

/** Only a line as long as this can be several that lost their breaks. */
const longEnough = 14

/** So many `\n` written as two characters are line breaks; one may stand in a Python string or a path of Windows. */
const fewWritten = 3

const none: readonly number[] = []

/** The places behind the first character at which a pattern stands. */
function placesOf(text: string, pattern: RegExp): number[] {
  const places: number[] = []
  pattern.lastIndex = 1
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    places.push(match.index)
    if (match[0] === '') pattern.lastIndex++
  }
  return places
}

/** Cuts a line in which several lines of an output stand one after another; undefined where it is one. */
function lostBreaks(all: readonly Breaks[]): (line: Line) => readonly Line[] | undefined {
  const breaks = all.map(one => ({ ...one, at: new RegExp(one.at.source, 'g') }))
  const any = new RegExp(all.map(({ when }) => `(?:${when.source})`).join('|'))
  const written = /(?<=\\n)(?=\s*\S)/g
  return line => {
    const { text } = line
    if (text.length <= longEnough) return undefined
    const at = text.includes('\\n') ? placesOf(text, written) : none
    const mayBreak = any.test(text)
    if (!mayBreak && at.length < fewWritten) return undefined
    const found = new Set(at.length >= fewWritten ? at : none)
    for (const one of mayBreak ? breaks : []) {
      const places = one.when.test(text) ? placesOf(text, one.at) : []
      if (places.length >= (one.least ?? 1)) for (const place of places) found.add(place)
    }
    return found.size ? parted(line, [...found].toSorted((a, b) => a - b)) : undefined
  }
}

/** `ldd and the error log tell us …` */
const sentence = /^\S+ (?:and|or|of|on|in|the|with|for|to|is|was|output|shows?|gives?|says|tells?|prints?|returns?)\s/

/** A command on a line of its own, without any prompt. */
function bareCommand(line: Line, isCommand: (text: string) => boolean): Prompt | undefined {
  if (line.text.length > 160) return undefined
  const text = line.text.replace(/^sudo\s+/, '')
  // A path alone is what `which` and `sys.executable` print.
  if (/[.:;,]$|^\S*[/\\]\S*$/.test(text) || sentence.test(text)) return undefined
  return isCommand(text) ? { prompt: '', command: line.text, python: false } : undefined
}

function stretchOf(lines: readonly Line[], { m: { place }, lines: own, prompt, from, last }: Growing): Stretch {
  const first = own[0]?.line.first ?? 0
  let before = from - 1
  while (before >= 0 && (lines[before]?.text === '' || (lines[before]?.first ?? 0) >= first)) before--
  let next = last + 1
  while (next < lines.length && lines[next]?.text === '') next++
  return { place, lines: own, prompt, before: lines[before], after: { line: lines[next], blank: next > last + 1 } }
}

export function recogniser(places: readonly Place[], noise: readonly KnownLine[]): (paste: Paste) => Recognised {
  const matchers = places.map(matcherOf)
  const partsOf = lostBreaks(places.flatMap(p => p.output.breaks ?? []))
  const isCommand = quickly(new RegExp(matchers.flatMap(({ command }) => command?.source ?? []).join('|')))
  const outOfTheBlue = strongOf(matchers)
  const sures = matchers.flatMap(m => (m.place.output.sure ? [{ m, sure: quickly(m.place.output.sure), begins: m.place.output.sure }] : []))

  return paste => {
    const broken: Line[] = []
    for (const line of linesOf(paste)) {
      const parts = partsOf(line)
      if (parts) broken.push(...parts)
      else broken.push(line)
    }
    const lines = rewrapped(paste, broken, sures.map(({ begins }) => begins), line => promptOf(line) !== undefined || matchers.some(m => claimOf(m, line.text, false)) || sures.some(({ m }) => m.place.output.known.some(k => k.line.test(line.text))))
    const growth = newGrowth(matchers)
    const asking: Asking = { matchers, lines, growth, strong: outOfTheBlue, hint: paste.check }

    for (let index = 0; index < lines.length; index++) {
      const line = lines[index]
      if (!line) break
      if (line.text === '') {
        growth.skip(line)
        continue
      }

      const certain = sures.find(({ sure }) => sure(line.text))?.m
      const certainly = certain && sureClaim(certain, line.text)
      if (certain && certainly) {
        growth.add(certain, line, certainly, index)
        continue
      }

      const blocked = growth.blocked()
      if (blocked?.m.place.output.block?.within.test(line.text)) {
        growth.add(blocked.m, line, claimOf(blocked.m, line.text, true), index)
        continue
      }

      const question = promptOf(line)
      const strong = question ? undefined : strongClaim(asking, line.text)
      const command = question ?? (strong ? undefined : bareCommand(line, isCommand))
      if (command) {
        growth.ask(command, line, index)
        continue
      }

      const found = strong ?? weakClaim(asking, line.text) ?? unheadedClaim(asking, index)
      // One value is on this line and another only begins: sys.version.
      const begun = found && openedBy(found.m, line.text, spec => !found.claim.specs.includes(spec))
      const rest = begun && wrappedClaim(asking, index)
      if (found && !rest?.claim.specs.some(spec => spec === begun)) {
        growth.add(found.m, line, found.claim, index)
        const { known } = found.claim
        const beneath = lines[index + 1]
        if (known?.tail && beneath && known.tail.test(beneath.text) && !promptOf(beneath) && !strongClaim(asking, beneath.text)) {
          growth.add(found.m, beneath, { specs: [], known }, ++index)
        }
        continue
      }

      const wrapped = rest ?? wrappedClaim(asking, index)
      if (wrapped) {
        growth.add(wrapped.m, wrapped.line, wrapped.claim, wrapped.last, index)
        index = wrapped.last
        continue
      }
      growth.skip(line, noise.find(k => k.line.test(line.text)))
    }
    return { stretches: growth.end().map(one => stretchOf(lines, one)), lines }
  }
}
