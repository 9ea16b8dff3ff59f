import type { Known } from '../../core/need.ts'
import { diagnostic } from '../diagnostic-script/diagnostic.ts'
import { logged, timeOf } from './log.ts'
import { isOver, type Message } from './messages.ts'
import { answered } from './python.ts'

/** `elsewhere`: Python does not start in Apache’s own processes, but a daemon group answers. */
export type Since = 'fails' | 'elsewhere' | 'started' | 'answered'

/** What became of a message that keeps Apache from starting. */
export const apacheSince = (known: Known, message: Message): Since =>
  isOver(known, message) ? 'started' : answered.get(known) ? 'answered' : 'fails'

/** Processes come up around the notice of their start, so only a notice as much later, in seconds, is that of another one. */
const anotherStart = 60

/** What became of a message of a Python that does not start. */
export function pythonSince(known: Known, { last, text }: Message): Since {
  const at = timeOf(last)
  const later = logged(known, 'bannerServer').filter(start => start.paste === last.paste && start.line > last.line)
  if (at !== undefined && later.some(start => (timeOf(start) ?? at) > at + anotherStart)) return 'started'
  const group = diagnostic.fields.processGroup.get(known)
  if (!group) return 'fails'
  // WSGI0028: Python initialisation failed in daemon process 'site'; …
  const daemon = /\bprocess[ =]'([^']+)'/.exec(text)?.[1]
  if (group.value === '') return daemon === undefined ? 'answered' : 'fails'
  if (daemon === undefined) return 'elsewhere'
  return daemon === group.value ? 'answered' : 'fails'
}
