import type { Line, Paste, Span } from './source.ts'
import type { Known, Need } from './need.ts'
import type { Meaning } from './prose.ts'

export type Value = string | number | boolean | readonly string[]

/** One item of a value that is a list, with its own place and meaning. */
export interface Part {
  readonly value: string
  readonly span: Span
  readonly meaning: Meaning | undefined
}

/** One value in a section: what was printed (`raw`, at `span`) and what it says (`value`). */
export interface Field<T extends Value = Value> {
  readonly output: string
  readonly key: string
  readonly label: string
  readonly value: T
  readonly raw: string
  readonly span: Span
  /** 1-based line of the paste on which the value begins. */
  readonly line: number
  readonly paste: Paste
  readonly meaning: Meaning
  readonly parts: readonly Part[]
}

/** The few things an explanation may look at. */
export interface Said<T extends Value = Value> {
  readonly value: T
  readonly raw: string
  /** The whole match of the field's line. */
  readonly match: RegExpExecArray
}

/** What is known of a line beyond its text. */
export interface About {
  /** The command line that it answers, where one was pasted. */
  readonly command: string | undefined
  /** It was pasted on the tab of its own check. */
  readonly hinted: boolean
  /** It is a paragraph of its own. */
  readonly alone: boolean
  /** What was taken off the front of its line: a comment sign tells that the line is out of force. */
  readonly dress?: string
}

/** How one field of an output looks, is read, is called and is explained. */
export interface FieldShape<T extends Value> {
  readonly label: string
  /** Matched against a line without its dress. The first group (else the whole match) is what was printed of the value. */
  readonly line: RegExp
  /** A plainer form of the line, which counts only inside an output already known. */
  readonly within?: RegExp
  /** `undefined` where the value is none that we know: the line then stays unread. */
  read?(match: RegExpExecArray, about: About): T | undefined
  /** May stand several times in one output. */
  readonly many?: true
  /** Too plain to open a section or to be claimed out of the blue: read only inside an output already known. */
  readonly weak?: true
  /** The beginning of such a line, where the value was wrapped onto the next ones. */
  readonly open?: RegExp
  /** Over how many lines it may be wrapped at most; 4 without it. */
  readonly reach?: number
  /** A whole output shows every one that there is: an earlier one, as before a repair, adds none. */
  readonly settled?: true
  /** Trusted at the very end of a text where it is the whole text. */
  readonly lone?: true
  /** Values that are whole even where the text ends right behind them. Without it, such a value is not trusted. */
  readonly whole?: RegExp
  /** Cuts `raw` into items with a place of their own; each item's meaning. */
  readonly parts?: RegExp
  partMeaning?(item: string): Meaning | undefined
  meaning(said: Said<T>): Meaning
}

export interface FieldSpec<T extends Value = Value> extends FieldShape<T>, Need<Field<T>> {
  readonly output: string
  readonly key: string
}

/** A line that is expected and carries no value: a heading, a frame, a harmless word. */
export interface KnownLine {
  readonly label: string
  readonly line: RegExp
  readonly says: string
  readonly weak?: true
  /** Stands once, before everything else: a second one begins a second section. */
  readonly heading?: true
  /** What the next line must look like to belong to this one, where nothing else claims it: the source line beneath a traceback's frame. */
  readonly tail?: RegExp
}

/** whole: everything this output prints is there; part: a smaller form of it; cut: it was shortened; failed: an error came in its place. */
export type Extent = 'whole' | 'part' | 'cut' | 'failed'

export interface Breaks {
  /** A plain word or two that must be in the line. */
  readonly when: RegExp
  readonly at: RegExp
  /** So many places there must be; 1 without it. */
  readonly least?: number
}

/** What of an output is there, for judging whether it is whole. */
export interface Seen<K extends string> {
  has(key: K): boolean
  count(key: K): number
  /** One of the values of this field. */
  value(key: K, value: string): boolean
  /** One of the values begins so. */
  begins(key: K, text: string): boolean
  /** One of the values is empty. */
  blank(key: K): boolean
  heading(label: string): boolean
}

export interface OutputShape<F extends Readonly<Record<string, Value>>> {
  readonly id: string
  readonly title: string
  readonly fields: { readonly [K in keyof F]: FieldShape<F[K]> }
  readonly known?: readonly KnownLine[]
  /** A command line that prints this output. */
  readonly command?: RegExp
  /** For a text whose line breaks got lost: `when` several of its lines stand in one, part it `at` (zero-width). */
  readonly breaks?: Breaks
  /** A line that is this output where it is a paragraph of its own. */
  readonly paragraph?: RegExp
  /** A command that prints the like of something else: what it shows is read, and speaks for nobody. */
  readonly beside?: RegExp
  /** What a line is in the middle of this output whose first sign, taken off as dress, makes it a comment. */
  readonly comment?: { readonly dress: RegExp; readonly known: KnownLine }
  /** Lines right above the output that belong to it although nobody, or another output, would claim them. */
  readonly lead?: RegExp
  /** Weak lines in a row right above the first certain one are its beginning where they look so. */
  readonly above?: RegExp
  /** Weak lines open a section where at least this many follow one another. Absent: never. */
  readonly run?: number
  /** A stretch that this output owns whole once its first line was seen, whatever else its lines look like. */
  readonly block?: { readonly from: RegExp; readonly within: RegExp }
  /** Lines that are this output's beyond doubt; asked before everything else, which makes outputs of very many lines quick to read. */
  readonly sure?: RegExp
  /** The fields that alone can be on a line; `undefined` where it may be any. For outputs of very many lines. */
  candidates?(text: string): readonly (keyof F & string)[] | undefined
  extent(seen: Seen<keyof F & string>): Extent
}

export interface Output {
  readonly id: string
  readonly title: string
  readonly specs: readonly FieldSpec[]
  readonly known: readonly KnownLine[]
  readonly command: RegExp | undefined
  readonly breaks: Breaks | undefined
  readonly run: number | undefined
  readonly block: { readonly from: RegExp; readonly within: RegExp } | undefined
  readonly paragraph: RegExp | undefined
  readonly beside: RegExp | undefined
  readonly comment: { readonly dress: RegExp; readonly known: KnownLine } | undefined
  readonly lead: RegExp | undefined
  readonly above: RegExp | undefined
  readonly sure: RegExp | undefined
  candidates?(text: string): readonly string[] | undefined
  extent(seen: Seen<string>): Extent
}

/** What became of one line (or of several that are read as one). */
export interface Reading {
  readonly line: Line
  readonly kind: 'fields' | 'known' | 'unread'
  readonly fields: readonly Field[]
  /** For a known line: what it is. */
  readonly note?: { readonly label: string; readonly says: string }
}

/** The stretch of a paste that was recognised as one output. */
export interface Section {
  readonly output: Output
  readonly check: string
  readonly paste: Paste
  readonly span: Span
  /** 1-based, inside the paste. */
  readonly lines: readonly [first: number, last: number]
  readonly readings: readonly Reading[]
  readonly fields: readonly Field[]
  readonly unread: readonly Span[]
  readonly extent: Extent
  /** The text goes on behind it in a way that shows its end: a prompt, a blank line, a heading, or nothing at all. */
  readonly closed: boolean
  /** The command line above it, where one was pasted. */
  readonly command: string | undefined
  /** What stood before the command: who asked, on which machine. */
  readonly prompt: string | undefined
}

export type FieldsOf<F extends Readonly<Record<string, Value>>> = { readonly [K in keyof F]: FieldSpec<F[K]> }
export type DefinedOutput<F extends Readonly<Record<string, Value>>> = Output & { readonly fields: FieldsOf<F> }

function specOf<T extends Value>(output: string, key: string, shape: FieldShape<T>): FieldSpec<T> {
  return {
    ...shape,
    output,
    key,
    from: [output],
    get: (known: Known) => known.field(output, key) as Field<T> | undefined,
  }
}

/** Keeps the types of the fields, so that a rule that needs one knows what it gets. */
export function defineOutput<F extends Readonly<Record<string, Value>>>(shape: OutputShape<F>): DefinedOutput<F> {
  const fields = Object.fromEntries(Object.entries(shape.fields).map(([key, field]) => [key, specOf(shape.id, key, field as FieldShape<Value>)]))
  return {
    id: shape.id,
    title: shape.title,
    fields: fields as unknown as FieldsOf<F>,
    specs: Object.values(fields).flatMap(spec => (spec.within ? [spec, { ...spec, weak: true as const, line: spec.within }] : [spec])),
    known: shape.known ?? [],
    command: shape.command,
    breaks: shape.breaks,
    run: shape.run,
    block: shape.block,
    paragraph: shape.paragraph,
    beside: shape.beside,
    comment: shape.comment,
    lead: shape.lead,
    above: shape.above,
    sure: shape.sure,
    ...(shape.candidates && { candidates: shape.candidates }),
    extent: seen => shape.extent(seen as Seen<keyof F & string>),
  }
}
