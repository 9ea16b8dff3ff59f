import type { Field, Section, Value } from './output.ts'

/** Something a rule can ask for. `from` names the outputs that could answer it, the likeliest first. */
export interface Need<T> {
  readonly from: readonly string[]
  get(known: Known): T | undefined
}

/** What the sections say, asked by output: of several sections of one output the last whole one speaks. */
export interface Known {
  readonly sections: readonly Section[]
  /** One section for each output: the one that speaks for it. A try that failed before or after a good one does not count. */
  readonly speakers: readonly Section[]
  section(output: string): Section | undefined
  field(output: string, key: string): Field | undefined
  fields(output: string, key: string): readonly Field[]
  /** Each fact is derived once. */
  once<T>(fact: object, derive: () => T): T
}

/** A conclusion drawn from fields, with the fields that it rests on. */
export interface Fact<T> {
  readonly value: T
  readonly evidence: readonly Field[]
}

export type Given<N> = { readonly [K in keyof N]: N[K] extends Need<infer T> ? T : never }

/** Defines a conclusion that several rules and the summary share; derived at most once for a report. */
export function defineFact<T>(from: readonly string[], derive: (known: Known) => Fact<T> | undefined): Need<Fact<T>> {
  const fact: Need<Fact<T>> = { from, get: known => known.once(fact, () => derive(known)) }
  return fact
}

/** The same need, which does not stop a rule where it is not met. */
export const optional = <T>(need: Need<T>): Need<T | undefined> & { readonly optional: true } => ({ optional: true, from: need.from, get: known => need.get(known) })

/** Every field of a kind in the section that speaks for its output; met only where there is at least one. */
export const every = <T extends Value>(spec: Need<Field<T>> & { readonly output: string; readonly key: string }): Need<readonly Field<T>[]> => ({
  from: spec.from,
  get: known => {
    const fields = known.fields(spec.output, spec.key) as readonly Field<T>[]
    return fields.length ? fields : undefined
  },
})

/** The section that speaks for an output. */
export const section = (output: string): Need<Section> => ({ from: [output], get: known => known.section(output) })

/** Everything: for rules about the pastes themselves. */
export const everything: Need<Known> = { from: ['httpd-V'], get: known => (known.sections.length ? known : undefined) }

const none: readonly Field[] = []
const indexes = new WeakMap<Section, Map<string, readonly Field[]>>()

/** The fields of a section by their key: a long log has a hundred thousand, and many ask. */
export function fieldsIn(within: Section, key: string): readonly Field[] {
  let index = indexes.get(within)
  if (!index) {
    const lists = new Map<string, Field[]>()
    for (const field of within.fields) {
      const list = lists.get(field.key)
      if (list) list.push(field)
      else lists.set(field.key, [field])
    }
    index = lists
    indexes.set(within, index)
  }
  return index.get(key) ?? none
}

const rank = { whole: 2, part: 1, cut: 1, failed: 0 } as const

function speaker(sections: readonly Section[]): Section | undefined {
  let best: Section | undefined
  for (const one of sections) {
    if (!best || rank[one.extent] > rank[best.extent]) best = one
    else if (rank[one.extent] === rank[best.extent] && (one.extent === 'whole' || one.fields.length >= best.fields.length)) best = one
  }
  return best
}

/** True where two sections of one output say nothing that excludes the other. */
function agree(a: Section, b: Section): boolean {
  return a.output.specs.every(({ key, many, weak }) => {
    // What may come several times, and only among other lines, is no trait of the whole: where a message points to.
    if (many && weak) return true
    const [one, more] = fieldsIn(a, key)
    const [other, others] = fieldsIn(b, key)
    return !one || !other || more !== undefined || others !== undefined || JSON.stringify(one.value) === JSON.stringify(other.value)
  })
}

export function knownOf(sections: readonly Section[]): Known {
  const byOutput = groups(sections.filter(({ output, command }) => command === undefined || output.beside?.test(command) !== true))
  const speakers = new Map([...byOutput].flatMap(([id, all]) => { const best = speaker(all); return best ? [[id, best] as const] : [] }))
  const derived = new Map<object, unknown>()
  const agreeing = new Map<string, readonly Section[]>()
  /** The other sections of an output that agree with the one that speaks for it, the last first. */
  const fellows = (first: Section): readonly Section[] => {
    const { id } = first.output
    const found = agreeing.get(id) ?? (byOutput.get(id) ?? []).filter(other => other !== first && agree(first, other)).toReversed()
    agreeing.set(id, found)
    return found
  }
  const lookUp = (output: string, key: string): readonly Field[] => {
    const first = speakers.get(output)
    if (!first) return none
    const own = fieldsIn(first, key)
    if (own.length || (first.extent === 'whole' && first.output.specs.some(spec => spec.key === key && spec.settled))) return own
    return fellows(first).map(other => fieldsIn(other, key)).find(({ length }) => length) ?? none
  }
  // Many rules ask for the same values.
  const asked = new Map<string, Map<string, readonly Field[]>>()
  const fieldsOf = (output: string, key: string): readonly Field[] => {
    const answers = asked.get(output) ?? new Map<string, readonly Field[]>()
    const before = answers.get(key)
    if (before) return before
    const answer = lookUp(output, key)
    asked.set(output, answers.set(key, answer))
    return answer
  }
  return {
    sections,
    speakers: [...speakers.values()],
    section: output => speakers.get(output),
    field: (output, key) => fieldsOf(output, key).at(-1),
    fields: fieldsOf,
    once: <T>(fact: object, derive: () => T): T => {
      const before = derived.get(fact)
      if (before !== undefined || derived.has(fact)) return before as T
      const value = derive()
      derived.set(fact, value)
      return value
    },
  }
}

function groups(sections: readonly Section[]): Map<string, Section[]> {
  const map = new Map<string, Section[]>()
  for (const one of sections) {
    const same = map.get(one.output.id)
    if (same) same.push(one)
    else map.set(one.output.id, [one])
  }
  return map
}
