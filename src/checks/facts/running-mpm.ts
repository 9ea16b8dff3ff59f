import { defineFact, type Fact } from '../../core/need.ts'
import { diagnostic } from '../diagnostic-script/diagnostic.ts'
import { logged } from './log.ts'
import { mpm } from './mpm.ts'

/** What Apache logs when it goes down or starts anew: between two notices without such a line, two servers write into one log. */
const leaves = /caught SIG|SIG(?:HUP|USR1|WINCH|TERM) received|raceful (?:restart|shutdown)|-- shutting down|Received shutdown signal/

/** The MPM of the last start notice; of two servers in one log, that of the one whose MPM the program that was asked names. */
export const noticeMpm = defineFact<string>(['error-log'], (known): Fact<string> | undefined => {
  const notices = logged(known, 'noticeMpm')
  const last = notices.at(-1)
  if (!last) return undefined
  const asked = mpm.get(known)?.value
  const own = notices.findLast(notice => notice.value === asked && notice.paste === last.paste)
  const left = own && own !== last && logged(known, 'event').some(({ paste, line, value }) => paste === own.paste && line > own.line && line < last.line && leaves.test(String(value)))
  const notice = own && !left ? own : last
  return { value: String(notice.value), evidence: [notice] }
})

/** The MPM of the server that answered: the script asked Apache itself, or the log tells how it was started. */
export const runningMpm = defineFact<string>(['diagnostic', 'error-log'], (known): Fact<string> | undefined => {
  const told = diagnostic.fields.mpmName.get(known)
  return told ? { value: told.value, evidence: [told] } : noticeMpm.get(known)
})

const threads: Readonly<Record<string, boolean>> = { prefork: false, worker: true, event: true, winnt: true, netware: true, mpmt_os2: true }

/** Whether an MPM has several threads in a process, `ThreadsPerChild 1` aside (httpd server/mpm); undefined for one that we do not know. */
export const hasThreads = (name: string): boolean | undefined => (Object.hasOwn(threads, name) ? threads[name] : undefined)
