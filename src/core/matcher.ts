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
}

/** An output made ready to be asked about many lines. */
export interface Matcher {
  readonly place: Place
  /** The output's command at the very start of a line. */
  readonly command: RegExp | undefined
  possible(text: string): Possible
}

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
      const possible = { specs: specsAt(code), known: knownAt(code), opens: opensAt(code) }
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

/** The fields on a line; without `weak` only where one of them is known out of the blue, and the plain ones then count as well. */
function specsOn({ place: { output }, possible }: Matcher, text: string, weak: boolean): readonly FieldSpec[] {
  const keys = output.candidates?.(text)
  if (keys) {
    const specs = specsNamed(output, keys).filter(spec => spec.line.test(text))
    return weak || specs.some(spec => !spec.weak) ? specs : []
  }
  const { specs } = possible(text)
  const held = lettersOf(text)
  if (!weak && !specs.some(asked => !asked.one.weak && isPossible(asked, text, held))) return []
  return specs.flatMap(asked => (isPossible(asked, text, held) ? asked.one : []))
}

/** What an output sees in a line, if anything; with `weak` also what it would not claim out of the blue. */
export function claimOf(matcher: Matcher, text: string, weak: boolean): Claim | undefined {
  const specs = specsOn(matcher, text, weak)
  if (specs.length) return { specs, known: undefined }
  const held = lettersOf(text)
  const known = matcher.possible(text).known.find(asked => (weak || !asked.one.weak) && isPossible(asked, text, held))
  return known && { specs, known: known.one }
}

/** The field of which a line is the beginning, where its value was wrapped. */
export function openedBy({ possible }: Matcher, text: string, wanted: (spec: FieldSpec) => boolean): FieldSpec | undefined {
  const { opens } = possible(text)
  return opens.length ? opens.find(asked => isPossible(asked, text, lettersOf(text)) && wanted(asked.one))?.one : undefined
}
