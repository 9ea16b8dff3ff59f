/**
 * What a line must have for a pattern to match it. Hundreds of patterns are asked about each line; nearly all are ruled out
 * by its first character and its letters, which takes no time, and most need then never be compiled.
 */
export interface Demand {
  /** The codes below 128 that the first character may have, one bit each. */
  readonly first: bigint
  /** Letters and signs that the line must hold, as `lettersOf` gives them. */
  readonly letters: number
}

const codes = Array.from({ length: 128 }, (_, code) => code)
const bitOf = codes.map(code => 1n << BigInt(code))
const anything: Demand = { first: (1n << 128n) - 1n, letters: 0 }
const telling = "abcdefghijklmnopqrstuvwxyz:=(/'["

/** The place of a letter or a telling sign among the bits; capitals and small letters share theirs. */
const places = new Int32Array(codes.map(code => {
  const place = telling.indexOf(String.fromCharCode(code).toLowerCase())
  return place < 0 ? 0 : 1 << place
}))

let lastText = ''
let lastLetters = 0

/** The letters and signs of a text. Many ask about the same line in turn. */
export function lettersOf(text: string): number {
  if (text === lastText) return lastLetters
  let letters = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // Asked for a place that it lacks, the array would be slow.
    if (code < 128) letters |= places[code] ?? 0
  }
  lastText = text
  lastLetters = letters
  return letters
}

/** A part of a pattern. `ways` are the demands of its alternatives, one by one; what is `empty` may match nothing. */
interface Piece extends Demand {
  readonly empty: boolean
  readonly ways: readonly Demand[]
  /** It matches at the beginning of a line only. */
  readonly begins: boolean
}

const edge: Piece = { first: 0n, letters: 0, empty: true, ways: [], begins: false }
const start: Piece = { ...edge, begins: true }

const single = (first: bigint, letters: number): Piece => ({ first, letters, empty: false, ways: [{ first, letters }], begins: false })
const none = single(0n, 0)
const signs = codes.map(code => single(bitOf[code] ?? 0n, places[code] ?? 0))
/** The same where case does not count. */
const eitherCase = codes.map(code => {
  const sign = String.fromCharCode(code)
  return single((bitOf[sign.toLowerCase().charCodeAt(0)] ?? 0n) | (bitOf[sign.toUpperCase().charCodeAt(0)] ?? 0n), places[code] ?? 0)
})

const classes = new Map<string, Piece>()

/** A class or an escape: the engine knows its codes. */
function classOf(source: string, flags: string): Piece {
  const key = flags + source
  const before = classes.get(key)
  if (before) return before
  const pattern = new RegExp(source, flags)
  const found = single(codes.reduce((all, code) => (pattern.test(String.fromCharCode(code)) ? all | (bitOf[code] ?? 0n) : all), 0n), 0)
  classes.set(key, found)
  return found
}

/** The length of the escape at a place: `\d`, `\x1b`, `\u2026`; 0 for one that is not understood here. */
function escapeLength(letter: string): number {
  if (letter === 'x') return 4
  if (letter === 'u') return 6
  return 'dDwWsStnrfv'.includes(letter) ? 2 : 0
}

/** Reads a pattern from left to right; undefined where something in it is not understood. */
function read({ source, flags }: RegExp): Piece | undefined {
  const sense = flags.includes('i') ? 'i' : ''
  let at = 0

  const sign = (letter: string): Piece => (sense === '' ? signs : eitherCase)[letter.charCodeAt(0)] ?? none

  const group = (): Piece | undefined => {
    let looks = false
    at++
    if (source.charAt(at) === '?') {
      const named = source.charAt(at + 1) === '<' && !'=!'.includes(source.charAt(at + 2))
      looks = source.charAt(at + 1) !== ':' && !named
      at = named ? source.indexOf('>', at) + 1 : at + (source.charAt(at + 1) === '<' ? 3 : 2)
    }
    const inner = choice()
    if (!inner || source.charAt(at) !== ')') return undefined
    at++
    return looks ? edge : inner
  }

  const piece = (): Piece | undefined => {
    const from = at
    switch (source.charAt(at)) {
      case '(': return group()
      case '^': at++; return start
      case '$': at++; return edge
      case '.': at++; return classOf('.', sense)
      case '[':
        for (at++; at < source.length && source.charAt(at) !== ']'; at++) if (source.charAt(at) === '\\') at++
        return classOf(source.slice(from, ++at), sense)
      case '\\': {
        const letter = source.charAt(at + 1)
        at += 2
        if (letter === 'b' || letter === 'B') return edge
        if (!/\w/.test(letter)) return sign(letter)
        const length = escapeLength(letter)
        at = from + length
        return length ? classOf(source.slice(from, at), sense) : undefined
      }
      default: at++; return sign(source.charAt(from))
    }
  }

  /** Whether what was read may be left out. */
  const optional = (): boolean => {
    const often = source.charAt(at)
    const count = often === '{' ? /^\{(\d+)(?:,\d*)?\}/.exec(source.slice(at, at + 16)) : undefined
    if (!count && !'*+?'.includes(often || ' ')) return false
    at += count ? count[0].length : 1
    if (source.charAt(at) === '?') at++
    return often === '*' || often === '?' || count?.[1] === '0'
  }

  const sequence = (): Piece | undefined => {
    let first = 0n
    let letters = 0
    let empty = true
    let begins = false
    const ways: Demand[] = []
    while (at < source.length && source.charAt(at) !== ')' && source.charAt(at) !== '|') {
      const one = piece()
      if (!one) return undefined
      const skipped = optional()
      if (one.begins && !skipped && empty && !ways.length) begins = true
      const left = skipped || one.empty
      if (empty) {
        first |= one.first
        if (left && one.first !== 0n) ways.push({ first: one.first, letters: one.letters })
        else if (!left) ways.push(...one.ways)
      }
      if (left) continue
      letters |= one.letters
      empty = false
    }
    return { first, letters, empty, ways: empty ? [anything] : ways.map(way => ({ first: way.first, letters: way.letters | letters })), begins }
  }

  const choice = (): Piece | undefined => {
    let first = 0n
    let letters = -1
    let empty = false
    let begins = true
    const ways: Demand[] = []
    for (;;) {
      const one = sequence()
      if (!one) return undefined
      first |= one.first
      letters &= one.letters
      empty ||= one.empty
      begins &&= one.begins
      for (const way of one.ways) ways.push(way)
      if (source.charAt(at) !== '|') return { first, letters, empty, begins, ways }
      at++
    }
  }

  const whole = choice()
  return at === source.length ? whole : undefined
}

/** What a pattern demands of a line: one of these. */
export function demandsOf(pattern: RegExp): readonly Demand[] {
  const whole = read(pattern)
  if (!whole) return [anything]
  // Elsewhere than at the beginning, any character may come first.
  return whole.begins ? whole.ways : whole.ways.map(({ letters }) => ({ first: anything.first, letters }))
}
