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

/** An output made ready to be asked about many lines. */
export interface Matcher {
  readonly place: Place
  /** Any line that it claims out of the blue. */
  readonly strong: RegExp | undefined
  /** Any line that it claims at all. */
  readonly any: RegExp | undefined
  /** The output's command at the very start of a line. */
  readonly command: RegExp | undefined
}

const union = (patterns: readonly RegExp[]) => (patterns.length ? new RegExp(patterns.map(p => `(?:${p.source})`).join('|'), 'i') : undefined)

export function matcherOf(place: Place): Matcher {
  const { command, specs, known } = place.output
  const all = [...specs, ...known]
  return {
    place,
    strong: union(all.filter(x => !x.weak).map(x => x.line)),
    any: union(all.map(x => x.line)),
    command: command && new RegExp(`^(?:[^\\s/]*/)*(?:${command.source})`),
  }
}

/** The specs by their names, remembered for each list of names that an output gives as candidates. */
const named = new WeakMap<readonly string[], readonly FieldSpec[]>()

function specsFor(output: Output, text: string): readonly FieldSpec[] {
  const keys = output.candidates?.(text)
  if (!keys) return output.specs
  const known = named.get(keys)
  if (known) return known
  const specs = output.specs.filter(spec => keys.includes(spec.key))
  named.set(keys, specs)
  return specs
}

/** What an output sees in a line of which it is certain, or which stands among its own. */
export function claimBy(output: Output, text: string, weak: boolean): Claim | undefined {
  const specs: FieldSpec[] = []
  // A plain field counts on a line that is known by another one.
  let sure = weak
  for (const spec of specsFor(output, text)) {
    if (!spec.line.test(text)) continue
    if (!spec.weak) sure = true
    specs.push(spec)
  }
  if (specs.length && sure) return { specs, known: undefined }
  const known = output.known.find(k => (weak || !k.weak) && k.line.test(text))
  return known && { specs: [], known }
}

/** What an output sees in a line, if anything; with `weak` also what it would not claim out of the blue. */
export function claimOf({ place, strong, any }: Matcher, text: string, weak: boolean): Claim | undefined {
  const quick = weak ? any : strong
  return quick?.test(text) ? claimBy(place.output, text, weak) : undefined
}
