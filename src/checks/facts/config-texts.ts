import { readAs } from '../../core/dress.ts'
import { defineFact, type Fact, type Known } from '../../core/need.ts'
import type { Field, Section } from '../../core/output.ts'
import { elision } from '../../core/read.ts'
import type { Paste } from '../../core/source.ts'

/** `<VirtualHost *:80>` with what encloses it. */
export interface Container {
  /** In small letters. */
  readonly name: string
  readonly argument: string
  readonly within: readonly Container[]
  /** The end of it stands in the same text. */
  readonly ended: boolean
  readonly field: Field
}

/** One directive of the pasted configuration. */
export interface Directive {
  readonly name: string
  readonly words: readonly string[]
  /** It stands inside an `<IfDefine …>`, `<IfModule …>` or the like. */
  readonly conditional: boolean
  /** The containers around it, the outermost first. */
  readonly within: readonly Container[]
  readonly field: Field
}

/** A stretch of configuration: a file, the answer of a command, a snippet. */
export interface Text {
  readonly directives: readonly Directive[]
  readonly containers: readonly Container[]
  /** `grep` or its like chose the lines, perhaps of several files. */
  readonly chosen: boolean
  /** It left out what encloses them. */
  readonly filtered: boolean
  /** It takes in files that are not seen. */
  readonly includes: boolean
  /** Something is missing for certain: a container without its end or beginning, or a mark of omission. */
  readonly torn: boolean
  /** It is the main file of a server, or has the same paste: `Listen` stands there as a rule. */
  readonly main: boolean
}

const marks = /([\w-]+=)?(?:"((?:[^"\\]|\\.)*)"|'([^']*)')|(\S+)/g

/** Arguments of a directive: words, texts in quotes, options `name="text"`. */
const wordsOf = (text: string): readonly string[] => [...text.matchAll(marks)].map(m => m[4] ?? `${m[1] ?? ''}${m[2] ?? m[3] ?? ''}`)

// /etc/apache2/sites-enabled/shop.conf:3:    WSGIProcessGroup shop
const shape = /^(?:((?:[\w.~/:\\-]*[/\\])?[\w.-]+):(?:\d+[:-])?\s*)?(<\/?)?([A-Za-z]\w+)(?:\s+([^\s>][^>]*|\S.*))?>?$/

const isCondition = (name: string) => /^(?:if(?:define|module|version|file)?|else(?:if)?|macro)$/.test(name)

/** What `apachectl -S` prints is no configuration, a comment neither. */
const noDirective = new Set(['comment', 'virtualHost', 'virtualHostAlias', 'runSetting', 'includedFile'])

const filter = /\b(?:[ez]?grep|rg|findstr|awk)\b/
const includeLine = /^Include(?:Optional)?[ \t]+["']?[^\s"']*[./*]/i
const listenLine = /^Listen[ \t]+\S/i
/** Only lines with the word are looked at as they are read: a paste may be long. */
const has = ({ text }: Paste, word: RegExp, line: RegExp) => [...text.matchAll(word)].some(([raw]) => line.test(readAs(raw)))

interface Whole {
  readonly includes: boolean
  readonly main: boolean
}

const wholes = new WeakMap<Paste, Whole>()

/** What a paste shows anywhere, be it read or not; a long one has many sections. */
function wholeOf(paste: Paste): Whole {
  const whole = wholes.get(paste) ?? { includes: has(paste, /^.*Include.*$/gim, includeLine), main: has(paste, /^.*Listen.*$/gim, listenLine) }
  wholes.set(paste, whole)
  return whole
}

interface Open {
  readonly container: { -readonly [K in keyof Container]: Container[K] }
}

interface Growing {
  readonly directives: Directive[]
  readonly containers: Container[]
  readonly section: Section
  /** The file that `grep` named, if any. */
  readonly file: string | undefined
  torn: boolean
  open: Open[]
}

/** A mark of omission is short. */
const reach = 60

/** `…` right before or behind a section. */
const isElided = ({ paste: { text }, span: { start, end } }: Section) => [text.slice(Math.max(0, start - reach), start).trimEnd().split('\n').at(-1), text.slice(end, end + reach).trimStart().split('\n')[0]].some(line => elision.test(readAs(line ?? '')))

/** What was typed above it; another output may have been expected of a `cat` or `grep`. */
const commandOf = ({ command, readings, fields }: Section): string | undefined =>
  command ?? readings.findLast(({ line, note }) => note?.label === 'prompt' && line.first <= (fields[0]?.line ?? 0))?.line.text

const finished = ({ directives, containers, section, file, torn, open }: Growing): Text => {
  const command = commandOf(section) ?? ''
  const grepped = filter.test(command) || file !== undefined
  const recursive = grepped && /\s(?:-[a-zA-Z]*[rR]|\/S\b)/.test(command)
  return {
    directives, containers,
    chosen: grepped,
    filtered: grepped && !containers.some(({ name }) => /^(?:virtualhost|directory|location|files)/.test(name)),
    includes: !recursive && (directives.some(({ name }) => /^include/i.test(name)) || wholeOf(section.paste).includes),
    torn: torn || open.length > 0 || isElided(section),
    main: wholeOf(section.paste).main,
  }
}

/** The stretches of configuration in the order of the pastes. */
export const configTexts = defineFact<readonly Text[]>(['config'], (known: Known): Fact<readonly Text[]> | undefined => {
  const texts: Text[] = []
  let now: Growing | undefined
  const end = () => {
    if (now && (now.directives.length || now.containers.length)) texts.push(finished(now))
    now = undefined
  }
  for (const section of known.sections) {
    if (section.output.id !== 'config') continue
    // A comment of many lines ends a section, but no container.
    if (now && (now.section.paste !== section.paste || commandOf(section) !== undefined || !now.open.length)) end()
    for (const { line, fields: [field], kind } of section.readings) {
      if (line.dress.includes('#') || (field && noDirective.has(field.key))) continue
      const [, file, tag, name = '', rest = ''] = shape.exec(line.text) ?? []
      if (now && file !== now.file && (field || tag)) end()
      now ??= { directives: [], containers: [], section, file, torn: false, open: [] }
      const { open } = now
      if (kind !== 'fields' && elision.test(line.text)) now.torn = true
      const small = name.toLowerCase()
      if (tag === '</') {
        const at = open.findLastIndex(({ container }) => container.name === small)
        const ended = at < 0 ? undefined : open[at]
        if (!ended || at < open.length - 1) now.torn = true
        if (ended) {
          ended.container.ended = true
          open.length = at
        }
      } else if (tag === '<' && field) {
        const container = { name: small, argument: wordsOf(rest.replace(/>$/, '')).join(' '), within: open.map(one => one.container), ended: false, field }
        now.containers.push(container)
        open.push({ container })
      } else if (field && name !== '' && rest !== '') {
        const within = open.map(one => one.container)
        now.directives.push({ name, words: wordsOf(rest), conditional: within.some(one => isCondition(one.name)), within, field })
      }
    }
  }
  end()
  return texts.length ? { value: texts, evidence: texts.flatMap(text => text.directives.map(one => one.field)) } : undefined
})

/** What decides whether a line counts at all. */
export const conditionsOf = ({ within }: Pick<Directive, 'within'>): readonly Container[] => within.filter(({ name }) => isCondition(name))
