import { messages, type Message } from '../../checks/facts/messages.ts'
import { refusedAt } from '../../checks/facts/refused-at.ts'
import { apacheSince, pythonSince, type Since } from '../../checks/facts/since.ts'
import { triedOut } from '../../checks/facts/tried-out.ts'
import { command, freshStart, restart } from '../../checks/platform/commands.ts'
import { placesOn } from '../../checks/platform/places.ts'
import { platform } from '../../checks/platform/platform.ts'
import { demandsOf, lettersOf } from '../../core/demands.ts'
import { defineFact, everything, optional, type Fact, type Known } from '../../core/need.ts'
import type { DocsLink, Prose } from '../../core/prose.ts'
import { defineRule, type Rule, type Severity } from '../../core/rule.ts'
import { code, many } from '../../core/say.ts'

/** Our words, as they are or made for the message at hand. */
export type Words = Prose | ((message: Message, known: Known) => Prose)

/** One known failure: how its message looks, what it means, what to do. */
export interface Signature {
  readonly title: Prose
  readonly fault: Prose
  readonly severity: Severity
  readonly plain: Prose
  readonly why: Prose
  readonly docs: readonly DocsLink[]
  /** The message, without the line's prefix; the first group, where there is one, is the name that the finding says. */
  readonly shows: RegExp
  /** Where the name stands, if `shows` would be slow with it: a pattern that begins with a literal is quick to rule out. */
  readonly name?: RegExp
  /** Messages that look alike and mean something else. */
  readonly unless?: RegExp
  /** Fields of other outputs that hold such messages, too: `mutex.misplaced`. */
  readonly also?: readonly `${string}.${string}`[]
  /** An example of such a line, as the catalogue shows it. */
  readonly like: string
  /**
   * `{name}` stands for the first group, `{message}` for the message, `{at}` for the line of the configuration in brackets, where one is
   * named; `{restart}`, `{fresh}` (the loaded Python goes, too), `{ldd}`, `{httpd}`, `{log}` and the like for the platform's commands and places.
   */
  readonly says: Words
  /** None where the finding that this one follows from has it. */
  readonly fix?: Prose | ((message: Message, known: Known) => Prose | undefined)
  readonly verify?: Prose
  readonly because?: readonly string[]
  /** Outputs that would confirm it, the likeliest first. */
  readonly next?: readonly string[]
  /** It keeps Apache from starting: a start that went well below it, or an answer of the script, makes it an old one. */
  readonly atStart?: true
  /** It keeps Python from starting in Apache's processes: only another start makes it an old one, or an answer from such a process. */
  readonly inProcess?: true
}

/** A number's entry in mod_wsgi's Error Reference. */
export const reference = (number: number): DocsLink => `error-reference#wsgi${String(number).padStart(4, '0')}`

/** How to see that Apache starts again. */
export const tested: Prose = '`{httpd} -t` says `Syntax OK`.'

const most = 5
/** The words of a message, as code. */
export const quoted = ({ words }: Message) => code(words.length > 160 ? `${words.slice(0, 160)}…` : words)
const nameIn = ({ shows, name = shows }: Signature, { text }: Message) => name.exec(text)?.slice(1).find(Boolean)

const endings: Readonly<Record<Since, Prose>> = {
  fails: '',
  elsewhere: ' The daemon group that answered is not concerned.',
  started: ' Apache started well after that, so this is over.',
  answered: ' The script answered, so this is over.',
}

/** The messages, and the fields of other outputs that a row takes for messages, but for what was only tried out. */
const messagesWith = (also: readonly string[]) =>
  defineFact<readonly Message[]>(['error-log', ...also.map(name => name.replace(/\..*/, ''))], (known): Fact<readonly Message[]> | undefined => {
    const own = messages.get(known)
    const names = also.map(name => name.split('.')).filter(([output = '']) => known.section(output))
    if (!own && !names.length) return undefined
    const others = names.flatMap(([output = '', key = '']) => known.fields(output, key)).filter(field => !triedOut(known, field)).map((field): Message => ({ words: String(field.value), text: String(field.value), first: field, last: field, count: 1 }))
    return { value: [...(own?.value ?? []), ...others], evidence: own?.evidence ?? [] }
  })

/** Every message with its letters: more than a hundred rows ask, and most are answered by these. */
const lettered = defineFact<readonly { readonly message: Message; readonly letters: number }[]>(['error-log'], known => {
  const own = messages.get(known)
  return own && { value: own.value.map(message => ({ message, letters: lettersOf(message.text) })), evidence: own.evidence }
})

/** The messages that show a pattern. */
function showing(pattern: RegExp): (known: Known) => readonly Message[] {
  let ways: readonly number[] | undefined
  let all = 0
  return known => {
    if (!ways) {
      ways = [...new Set(demandsOf(pattern).map(({ letters }) => letters))]
      all = ways.reduce((shared, letters) => shared & letters, -1)
    }
    const found: Message[] = []
    for (const { message, letters } of lettered.get(known)?.value ?? []) {
      if ((all & ~letters) === 0 && ways.some(one => (one & ~letters) === 0) && pattern.test(message.text)) found.push(message)
    }
    return found
  }
}

/** The rule for a row of a table. */
const signature = (row: Signature): Rule => {
  const own = showing(row.shows)
  return defineRule({
    title: row.title,
    fault: row.fault,
    severity: row.severity,
    plain: row.plain,
    why: row.why,
    speaks: `A line such as ${code(row.like)}.`,
    docs: row.docs,
    needs: { known: everything, messages: row.also ? messagesWith(row.also) : messages, where: optional(platform) },
    ...(row.because && { because: row.because }),
    ...(row.next && { next: row.next }),
    examine({ known, messages: { value }, where }) {
      const all = (row.also ? value.filter(({ text }) => row.shows.test(text)) : own(known)).filter(({ text }) => !row.unless?.test(text))
      if (!all.length) return undefined
      const since = (one: Message): Since => (row.atStart ? apacheSince(known, one) : row.inProcess ? pythonSince(known, one) : 'fails')
      const live = all.filter(one => ['fails', 'elsewhere'].includes(since(one)))
      const shown = live.length ? live : all
      const [first] = shown
      if (!first) return undefined
      const state = since(first)
      const at = refusedAt(known, first.first)
      const named: Readonly<Record<string, string>> = {
        ...placesOn(where?.value ?? 'other', where?.own), restart: restart(where), fresh: freshStart(where), ldd: command('ldd', where),
        name: code(nameIn(row, first) ?? ''), message: quoted(first), at: at ? ` (${code(at.place)})` : '',
      }
      const fill = (words: Prose) => words.replace(/\{(\w+)\}/g, (whole, key: string) => named[key] ?? whole)
      const fix = typeof row.fix === 'function' ? row.fix(first, known) : row.fix
      const count = all.reduce((sum, one) => sum + one.count, 0)
      return {
        severity: live.length ? (state === 'elsewhere' && row.severity === 'broken' ? 'risky' : row.severity) : 'notable',
        says: `${fill(typeof row.says === 'function' ? row.says(first, known) : row.says)}${count > 1 ? ` ${many(count, 'line')} say so.` : ''}${endings[state]}`,
        evidence: [...(at && at.field !== first.first ? [at.field] : []), ...shown.slice(0, most).map(one => one.first)],
        // What is over needs no remedy.
        ...(live.length && fix !== undefined && { fix: fill(fix) }),
        ...(live.length && row.verify !== undefined && { verify: fill(row.verify) }),
      }
    },
  })
}

/** A table of them by their ids. */
export const signatures = (rows: Readonly<Record<string, Signature>>): Readonly<Record<string, Rule>> =>
  Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, signature(row)]))
