import { demandsOf, lettersOf } from './demands.ts'
import type { FieldSpec, KnownLine, Output } from './output.ts'

/** An output and the check that reads it. */
export interface Place {
  readonly check: string
  readonly output: Output
}

/** What an output sees in a line. */
export interface Claim {
  /** The fields that are on the line; their values are read later, which keeps a long text light. */
  readonly specs: readonly FieldSpec[]
  readonly known: KnownLine | undefined
}

/** A pattern that a line may match, with the letters that the line must then hold. */
interface Asked<T> {
  readonly one: T
  readonly pattern: RegExp
  readonly letters: number
}

/** What may be on a line that begins with a certain character. */
interface Possible {
  readonly specs: readonly Asked<FieldSpec>[]
  readonly known: readonly Asked<KnownLine>[]
  readonly opens: readonly Asked<FieldSpec>[]
  /** Those that make it the output's out of the blue. */
  readonly strong: readonly Asked<FieldSpec | KnownLine>[]
}

/** An output made ready to be asked about many lines. */
export interface Matcher {
  readonly place: Place
  /** The output's command at the very start of a line. */
  readonly command: RegExp | undefined
  possible(text: string): Possible
}

const none: readonly FieldSpec[] = []

/** All characters beyond this are taken for one. */
const beyond = 128

const isPossible = ({ pattern, letters }: Asked<unknown>, text: string, held: number) => (letters & ~held) === 0 && pattern.test(text)

/** Sorts what is asked by the first character of a line, as such lines come. */
function sorting<T>(all: readonly T[], patternOf: (one: T) => RegExp | undefined): (code: number) => readonly Asked<T>[] {
  let demanded: readonly { readonly one: T; readonly pattern: RegExp; readonly demands: ReturnType<typeof demandsOf> }[] | undefined
  return code => {
    demanded ??= all.flatMap(one => {
      const pattern = patternOf(one)
      return pattern ? [{ one, pattern, demands: demandsOf(pattern) }] : []
    })
    return demanded.flatMap(({ one, pattern, demands }) => {
      const ways = code < beyond ? demands.filter(({ first }) => first & (1n << BigInt(code))) : demands
      return ways.length ? [{ one, pattern, letters: ways.reduce((shared, { letters }) => shared & letters, -1) }] : []
    })
  }
}

export function matcherOf(place: Place): Matcher {
  const { command, specs, known } = place.output
  const specsAt = sorting(specs, spec => spec.line)
  const knownAt = sorting(known, line => line.line)
  const opensAt = sorting(specs, spec => spec.open)
  const sorted: Possible[] = []
  return {
    place,
    // The directory in front: with its last slash, or with the slash left to a pattern that wants to see one.
    command: command && new RegExp(`^(?:\\S*(?:[/\\\\]|(?=[/\\\\])))?(?:${command.source})`),
    possible(text) {
      const code = Math.min(text.charCodeAt(0), beyond)
      const before = sorted[code]
      if (before) return before
      const [specsHere, knownHere] = [specsAt(code), knownAt(code)]
      const possible = { specs: specsHere, known: knownHere, opens: opensAt(code), strong: [...specsHere, ...knownHere].filter(({ one }) => !one.weak) }
      sorted[code] = possible
      return possible
    },
  }
}

/** The specs by their names, remembered for each list of names that an output gives as candidates. */
const named = new WeakMap<readonly string[], readonly FieldSpec[]>()

function specsNamed(output: Output, keys: readonly string[]): readonly FieldSpec[] {
  const known = named.get(keys)
  if (known) return known
  const specs = output.specs.filter(spec => keys.includes(spec.key))
  named.set(keys, specs)
  return specs
}

/** Those that match, of what may be on a line. */
function matching<T>(asked: readonly Asked<T>[], text: string): readonly T[] {
  const held = lettersOf(text)
  const found: T[] = []
  for (const one of asked) if (isPossible(one, text, held)) found.push(one.one)
  return found
}

function claimBy({ place: { output } }: Matcher, { specs, known }: Possible, text: string, weak: boolean): Claim | undefined {
  const keys = output.candidates?.(text)
  const found = keys ? specsNamed(output, keys).filter(spec => spec.line.test(text)) : matching(specs, text)
  // A plain field counts on a line that is known by another one.
  if (found.length && (weak || found.some(spec => !spec.weak))) return { specs: found, known: undefined }
  const held = lettersOf(text)
  const line = known.find(asked => (weak || !asked.one.weak) && isPossible(asked, text, held))
  return line && { specs: none, known: line.one }
}

/** What an output sees in a line, if anything; with `weak` also what it would not claim out of the blue. */
export function claimOf(matcher: Matcher, text: string, weak: boolean): Claim | undefined {
  const possible = matcher.possible(text)
  if (weak) return possible.specs.length || possible.known.length ? claimBy(matcher, possible, text, true) : undefined
  const held = possible.strong.length ? lettersOf(text) : 0
  return possible.strong.some(asked => isPossible(asked, text, held)) ? claimBy(matcher, possible, text, false) : undefined
}

/** The field of which a line is the beginning, where its value was wrapped. */
export function openedBy({ possible }: Matcher, text: string, wanted: (spec: FieldSpec) => boolean): FieldSpec | undefined {
  const { opens } = possible(text)
  return opens.length ? opens.find(asked => isPossible(asked, text, lettersOf(text)) && wanted(asked.one))?.one : undefined
}
