import { messages, isOver, type Message } from '../../checks/facts/messages.ts'
import { restart } from '../../checks/platform/commands.ts'
import { platform } from '../../checks/platform/platform.ts'
import { everything, optional } from '../../core/need.ts'
import type { DocsLink, Prose } from '../../core/prose.ts'
import { defineRule, type Rule, type Severity } from '../../core/rule.ts'
import { code, many } from '../../core/say.ts'

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
  /** Messages that look alike and mean something else. */
  readonly unless?: RegExp
  /** An example of such a line, as the catalogue shows it. */
  readonly like: string
  /** `{name}` stands for the first group, `{restart}` for the platform's command. */
  readonly says: Prose
  readonly fix: Prose
  readonly verify: Prose
  readonly because?: readonly string[]
  /** It happens while Apache starts: a start that went well below it makes it an old one. */
  readonly atStart?: true
}

const most = 5
const nameIn = ({ shows }: Signature, { text }: Message) => shows.exec(text)?.slice(1).find(Boolean)

/** The rule for a row of a table. */
export const signature = (row: Signature): Rule =>
  defineRule({
    title: row.title,
    fault: row.fault,
    severity: row.severity,
    plain: row.plain,
    why: row.why,
    speaks: `A line such as ${code(row.like)}.`,
    docs: row.docs,
    needs: { known: everything, messages, where: optional(platform) },
    ...(row.because && { because: row.because }),
    examine({ known, messages: { value }, where }) {
      const all = value.filter(({ text }) => row.shows.test(text) && !row.unless?.test(text))
      const fresh = row.atStart ? all.filter(one => !isOver(known, one)) : all
      const [first] = fresh.length ? fresh : all
      if (!first) return undefined
      const fill = (text: Prose) => text.replaceAll('{name}', code(nameIn(row, first) ?? '')).replaceAll('{restart}', restart(where))
      const count = all.reduce((sum, one) => sum + one.count, 0)
      const old = !fresh.length
      return {
        severity: old ? 'notable' : row.severity,
        says: `${fill(row.says)}${count > 1 ? ` ${many(count, 'line')} say so.` : ''}${old ? ' Apache started well after that, so this is over.' : ''}`,
        evidence: (fresh.length ? fresh : all).slice(0, most).map(one => one.first),
        fix: fill(row.fix),
        verify: fill(row.verify),
      }
    },
  })

/** A table of them by their ids. */
export const signatures = (rows: Readonly<Record<string, Signature>>): Readonly<Record<string, Rule>> =>
  Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, signature(row)]))
