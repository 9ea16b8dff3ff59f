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

/** A pattern that a line may match, with the letters that the line must then hold: all of `letters`, and those of one of the `ways`. */
interface Asked<T> {
  readonly one: T
  readonly pattern: RegExp
  readonly letters: number
  readonly ways: readonly number[]
  /** What is seen where it is all that matches: most lines have one value, so it is made once. */
  readonly alone: Claim
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
const nothing: Claim = { specs: none, known: undefined }

/** All characters beyond this are taken for one, and where there is none everything is asked. */
const beyond = 128
const codeOf = (text: string) => (text === '' ? beyond : Math.min(text.charCodeAt(0), beyond))

function isPossible({ pattern, letters, ways }: Asked<unknown>, text: string, held: number): boolean {
  if ((letters & ~held) !== 0) return false
  for (const way of ways) if ((way & ~held) === 0) return pattern.test(text)
  return false
}

/** Sorts what is asked by the first character of a line, as such lines come. */
function sorting<T>(all: readonly T[], patternOf: (one: T) => RegExp | undefined, claimed: (one: T) => Claim): (code: number) => readonly Asked<T>[] {
  let demanded: readonly { readonly one: T; readonly pattern: RegExp; readonly demands: ReturnType<typeof demandsOf> }[] | undefined
  return code => {
    demanded ??= all.flatMap(one => {
      const pattern = patternOf(one)
      return pattern ? [{ one, pattern, demands: demandsOf(pattern) }] : []
    })
    return demanded.flatMap(({ one, pattern, demands }) => {
      const ways = [...new Set(demands.flatMap(({ first, letters }) => (code >= beyond || first & (1n << BigInt(code)) ? letters : [])))]
      return ways.length ? [{ one, pattern, ways, alone: claimed(one), letters: ways.reduce((shared, letters) => shared & letters, -1) }] : []
    })
  }
}

/** Whether a pattern matches, for one that matches few of the lines of which it is asked. */
export function quickly(pattern: RegExp): (text: string) => boolean {
  const at = sorting([pattern], one => one, () => nothing)
  const sorted: (readonly Asked<RegExp>[])[] = []
  return text => {
    const code = codeOf(text)
    const asked = sorted[code] ?? at(code)
    sorted[code] = asked
    for (const one of asked) if (isPossible(one, text, lettersOf(text))) return true
    return false
  }
}

const ofSpec = (spec: FieldSpec): Claim => ({ specs: [spec], known: undefined })

export function matcherOf(place: Place): Matcher {
  const { command, specs, known } = place.output
  const specsAt = sorting(specs, spec => spec.line, ofSpec)
  const knownAt = sorting(known, line => line.line, line => ({ specs: none, known: line }))
  const opensAt = sorting(specs, spec => spec.open, ofSpec)
  const sorted: Possible[] = []
  return {
    place,
    // The directory in front: with its last slash, or with the slash left to a pattern that wants to see one.
    command: command && new RegExp(`^(?:\\S*(?:[/\\\\]|(?=[/\\\\])))?(?:${command.source})`),
    possible(text) {
      const code = codeOf(text)
      const before = sorted[code]
      if (before) return before
      const [specsHere, knownHere] = [specsAt(code), knownAt(code)]
      const possible = { specs: specsHere, known: knownHere, opens: opensAt(code), strong: [...specsHere, ...knownHere].filter(({ one }) => !one.weak) }
      sorted[code] = possible
      return possible
    },
  }
}

/** The fields by their names, remembered for each list of names that an output gives as candidates. */
const named = new WeakMap<readonly string[], Claim>()

function claimNamed(output: Output, keys: readonly string[]): Claim {
  const known = named.get(keys)
  if (known) return known
  const claim = { specs: output.specs.filter(spec => keys.includes(spec.key)), known: undefined }
  named.set(keys, claim)
  return claim
}

/** All fields that match, of those that may be on a line. */
function matching(asked: readonly Asked<FieldSpec>[], text: string, held: number): Claim {
  let first: Asked<FieldSpec> | undefined
  let several: FieldSpec[] | undefined
  for (const one of asked) {
    if (!isPossible(one, text, held)) continue
    if (several) several.push(one.one)
    else if (first) several = [first.one, one.one]
    else first = one
  }
  return several ? { specs: several, known: undefined } : (first?.alone ?? nothing)
}

function claimBy({ place: { output } }: Matcher, { specs, known }: Possible, text: string, weak: boolean): Claim | undefined {
  const keys = output.candidates?.(text)
  const held = lettersOf(text)
  const found = keys ? { specs: claimNamed(output, keys).specs.filter(spec => spec.line.test(text)), known: undefined } : matching(specs, text, held)
  // A plain field counts on a line that is known by another one.
  if (found.specs.length && (weak || found.specs.some(spec => !spec.weak))) return found
  for (const asked of known) if ((weak || !asked.one.weak) && isPossible(asked, text, held)) return asked.alone
  return undefined
}

/** What an output sees in a line, if anything; with `weak` also what it would not claim out of the blue. */
export function claimOf(matcher: Matcher, text: string, weak: boolean): Claim | undefined {
  const possible = matcher.possible(text)
  if (weak) return possible.specs.length || possible.known.length ? claimBy(matcher, possible, text, true) : undefined
  const held = possible.strong.length ? lettersOf(text) : 0
  for (const asked of possible.strong) if (isPossible(asked, text, held)) return claimBy(matcher, possible, text, false)
  return undefined
}

/** An output, and what it sees in a line. */
export interface Found {
  readonly m: Matcher
  readonly claim: Claim
}

/** Asks many outputs at once, for the first that claims a line out of the blue. */
export function strongOf(matchers: readonly Matcher[]): (text: string) => Found | undefined {
  const sorted: (readonly { readonly m: Matcher; readonly asked: Asked<unknown> }[])[] = []
  return text => {
    const code = codeOf(text)
    const all = (sorted[code] ??= matchers.flatMap(m => m.possible(text).strong.map(asked => ({ m, asked }))))
    const held = all.length ? lettersOf(text) : 0
    for (const { m, asked } of all) {
      if (!isPossible(asked, text, held)) continue
      const claim = claimBy(m, m.possible(text), text, false)
      if (claim) return { m, claim }
    }
    return undefined
  }
}

/** What an output may see in a line that is its own beyond doubt: which of its candidates are there shows when they are read. */
export function sureClaim(matcher: Matcher, text: string): Claim | undefined {
  const keys = matcher.place.output.candidates?.(text)
  return keys ? claimNamed(matcher.place.output, keys) : claimOf(matcher, text, true)
}

/** The field of which a line is the beginning, where its value was wrapped. */
export function openedBy({ possible }: Matcher, text: string, wanted: (spec: FieldSpec) => boolean): FieldSpec | undefined {
  const { opens } = possible(text)
  return opens.length ? opens.find(asked => isPossible(asked, text, lettersOf(text)) && wanted(asked.one))?.one : undefined
}
