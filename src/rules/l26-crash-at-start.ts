import { logged, timeOf } from '../checks/facts/log.ts'
import { messages } from '../checks/facts/messages.ts'
import { platform } from '../checks/platform/platform.ts'
import { freshStart } from '../checks/platform/commands.ts'
import { everything, optional, type Known } from '../core/need.ts'
import type { Field } from '../core/output.ts'
import { defineRule } from '../core/rule.ts'
import { many } from '../core/say.ts'

/** A crash so many seconds after a start or a reload belongs to it. */
const soon = 10

const isCrash = ({ value }: Field) => /AH0005[12]: child pid \d+ exit signal Segmentation fault/.test(String(value))
/** AH00493: SIGUSR1 received.  Doing graceful restart */
const isStart = ({ value }: Field) => /configured -- resuming normal operations$|[Gg]raceful restart/.test(String(value))
/** Once a script is loaded or an exception was raised, the crash may be the application's: the R rows. */
const isWork = ({ value }: Field) => /Loading (?:Python script file|WSGI script)|Create interpreter|Creating sub-interpreter|Traceback|Fatal Python error|\[(?:client|remote) |WSGI00(?:01|28|36)\b/.test(String(value))

interface Crash {
  readonly start: Field
  readonly crash: Field
}

/** Crashes of children with nothing but the start above them. */
function crashesIn(known: Known): readonly Crash[] {
  if (!messages.get(known)?.value.some(({ first }) => isCrash(first))) return []
  const found: Crash[] = []
  let start: Field | undefined
  for (const event of logged(known, 'event')) {
    if (isStart(event)) start = event
    else if (start && (start.paste !== event.paste || isWork(event))) start = undefined
    else if (start && isCrash(event)) {
      const [from, to] = [timeOf(start), timeOf(event)]
      if (from !== undefined && to !== undefined && to - from <= soon) found.push({ start, crash: event })
    }
  }
  return found
}

/** On a terminal the shell reports the crash of the program that it called. */
const bare = (known: Known): Field | undefined =>
  known.sections.filter(one => one.output.id === 'error-log' && /httpd|apache/.test(one.command ?? '')).flatMap(one => one.fields).find(({ key, value }) => key === 'event' && String(value).startsWith('Segmentation fault'))

export const rule = defineRule({
  title: 'No process crashes right at the start',
  fault: 'A process crashes right at the start',
  severity: 'broken',
  plain: 'Apache’s processes crash as soon as they are started.',
  why: 'Usually Python was upgraded while Apache ran, for a reload keeps the old library and meets the new files, or there are two Pythons in one process.',
  speaks: `\`exit signal Segmentation fault\` within ${soon} seconds of a start or a reload, and no script in the log between.`,
  docs: ['user-guides/configuration-issues#restart-versus-graceful-reload', 'user-guides/frequently-asked-questions#apache-process-crashes'],
  needs: { known: everything, where: optional(platform) },
  because: ['r16-process-crashed', 'd15-daemon-crashed', 'several-libpython', 'banner-python'],
  next: ['ldd', 'otool', 'diagnostic'],
  examine({ known, where }) {
    const crashes = crashesIn(known)
    const [first] = crashes
    const shell = bare(known)
    if (!first && !shell) return known.section('error-log') ? undefined : { lacks: ['error-log'] }
    return {
      severity: 'broken',
      says: first ? `${many(crashes.length, 'process', 'processes')} crashed within ${soon} seconds of a start, and the log names no script before.` : 'Apache crashed on the terminal as soon as it was called.',
      evidence: first ? [first.start, ...crashes.slice(0, 3).map(one => one.crash)] : shell ? [shell] : [],
      fix: `${first ? `Stop Apache and start it, instead of a reload: \`${freshStart(where)}\`. If it crashes again, leave` : 'Leave'} out modules that bring their own Python or C libraries, one after the other, and rebuild mod_wsgi.`,
      verify: 'The log goes on for a minute after `resuming normal operations` without `exit signal`.',
    }
  },
})
