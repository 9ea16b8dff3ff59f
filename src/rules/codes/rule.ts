import type { Code, Severity as Grave } from '../../checks/error-log/codes/wsgi.ts'
import { codeMeaning, errorReference } from '../../checks/error-log/meaning.ts'
import { logged, timeOf } from '../../checks/facts/log.ts'
import type { Message } from '../../checks/facts/messages.ts'
import { pythonSince } from '../../checks/facts/since.ts'
import { restart } from '../../checks/platform/commands.ts'
import { platform } from '../../checks/platform/platform.ts'
import { plainly } from '../../core/foreign.ts'
import type { Known } from '../../core/need.ts'
import type { NamedRule, Severity } from '../../core/rule.ts'
import { code, many } from '../../core/say.ts'
import { causesOf } from './because.ts'

const severities: Readonly<Record<Grave, Severity>> = { alert: 'broken', crit: 'broken', err: 'risky', warn: 'notable', retired: 'notable' }

const why: Readonly<Record<Grave, string>> = {
  alert: 'mod_wsgi writes this at level `alert`: a daemon process, or its whole group, cannot go on.',
  crit: 'mod_wsgi writes this at level `crit`: a process, or a part of it, does not work.',
  err: 'mod_wsgi writes this at level `error`: a request or an action failed.',
  warn: 'mod_wsgi writes this at level `warn`: it goes on, but not as configured.',
  retired: 'mod_wsgi keeps this number for what it once said, and uses it no more.',
}

const plain: Readonly<Record<Severity, string>> = {
  broken: 'A process of mod_wsgi, or a part of it, could not go on.',
  risky: 'Something that mod_wsgi was to do failed.',
  notable: 'mod_wsgi goes on all the same; this is to know.',
}

/** A directive or an option is named, whose line would tell more: `WSGIAuthUserScript`, `chroot=`. */
const configured = /`WSGI[A-Z][a-z]\w+|`[a-z-]+=/

const stops = /caught SIGTERM|[Ss]hutdown requested|Stopping process|server is restarting or/
/** What comes with a stop stands so near to it, in lines and in seconds. */
const nearLines = 40
const nearTime = 10

/** Whether the first and the last of these messages come with a stop of Apache or of a daemon process. */
function comesWithStop(known: Known, { first, last }: Message): boolean {
  const notices = logged(known, 'event').filter(field => stops.test(String(field.value)))
  return [first, last].every(field => notices.some(stop => {
    if (stop.paste !== field.paste || Math.abs(stop.line - field.line) > nearLines) return false
    const [one, other] = [timeOf(stop), timeOf(field)]
    return one === undefined || other === undefined || Math.abs(one - other) <= nearTime
  }))
}

const shown = 3
const short = ({ words }: Message) => code(words.length > 160 ? `${words.slice(0, 160)}…` : words.replace(/\.$/, ''))

/** The rule for one of mod_wsgi's numbers; none where its lines are only what every stop brings. */
export function ruleFor(known: Known, number: string, [grave, happened, todo, occasion]: Code, all: readonly Message[]): NamedRule | undefined {
  const ended = occasion === 'start' && all.every(one => pythonSince(known, one) === 'started')
  const live = occasion === 'stop' ? all.filter(one => !comesWithStop(known, one)) : occasion === 'start' && !ended ? all.filter(one => pythonSince(known, one) !== 'started') : all
  const [first] = live
  if (!first) return undefined
  const count = live.reduce((sum, one) => sum + one.count, 0)
  const again = occasion === 'start' && todo !== 'Mostly nothing.'
  const severity = ended || occasion === 'client' || occasion === 'never' ? 'notable' : severities[grave]
  return {
    id: number.toLowerCase(),
    title: `The log has no \`${number}\``,
    fault: `${number}: ${happened.replace(/\.$/, '')}`,
    severity,
    plain: plain[severity],
    why: why[grave],
    speaks: `A line with the number \`${number}\`, or with its words in a release before 6.0, of which no other rule speaks.`,
    docs: [errorReference(number)],
    needs: {},
    because: causesOf(number),
    ...(configured.test(happened + todo) && { next: ['config'] }),
    examine: () => ({
      severity,
      says: `The log says ${short(first)}${count > 1 ? `, ${many(count, 'time')}` : ''}.${ended ? ' Apache started well after that, so this is over.' : ''}`,
      evidence: live.slice(0, shown).map(one => one.first),
      // What is over needs no remedy, and what a client does cannot be seen to have gone.
      ...(!ended && todo !== 'Nothing.' && { fix: again ? `${todo} Then \`${restart(platform.get(known))}\`.` : todo }),
      ...(!ended && (again || severity !== 'notable') && { verify: `The log shows no new \`${number}\`${again ? ' after the next start' : ''}.` }),
    }),
  }
}

/** `[wsgi:info]`: a line that asks for nothing. */
const remark = /\[(?:[\w.-]*:)?(?:notice|info|debug|trace\d)\]/

/** The rule for a number that a newer release gave: it is not passed over, unless its line is a mere remark. */
export function unknownRule(number: string, all: readonly Message[]): NamedRule | undefined {
  const first = all.find(({ first: { paste, span } }) => !remark.test(plainly(paste.text.slice(paste.text.lastIndexOf('\n', span.start) + 1, span.start))))
  const { says, more } = codeMeaning(number)
  return first && {
    id: number.toLowerCase(),
    title: `The log has no \`${number}\``,
    fault: `${number} is not known to this page`,
    severity: 'notable',
    plain: 'mod_wsgi reports something that this page does not know.',
    why: 'Releases of mod_wsgi add numbers to its messages.',
    speaks: `A line with the number \`${number}\`.`,
    docs: ['error-reference'],
    needs: {},
    examine: () => ({ severity: 'notable', says: `${says} The log says ${short(first)}.`, evidence: [first.first], ...(more !== undefined && { fix: more }) }),
  }
}
