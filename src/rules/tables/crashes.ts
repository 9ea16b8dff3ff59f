import { logged } from '../../checks/facts/log.ts'
import { plainly } from '../../core/foreign.ts'
import { defineFact, everything, type Fact, type Known } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { defineRule, type Finding, type Rule } from '../../core/rule.ts'
import { code, many } from '../../core/say.ts'
import { mainInterpreter } from './main-interpreter.ts'

interface Death {
  readonly field: Field
  readonly signal: number
  /** The daemon group, where the log tells that the process belongs to one. */
  readonly group: string | undefined
}

/** The numbers that all systems share; `SIGBUS` and others have not the same everywhere. */
const names: Readonly<Record<number, string>> = { 4: 'SIGILL', 6: 'SIGABRT', 8: 'SIGFPE', 9: 'SIGKILL', 11: 'SIGSEGV' }
/** Hang-up, interrupt, termination: somebody asked the process to end. */
const asked = new Set([1, 2, 15])
/** What a fault in the code brings about; 7 and 10 are `SIGBUS` on one system or the other. */
const faults = new Set([3, 4, 5, 6, 7, 8, 10, 11])

// `mod_wsgi (pid=812): Process 'site' terminated by signal 11`, `Process 'site' (pid=812) terminated by signal 11`
const daemonDeath = /Process '([^']*)'(?: \(pid=(\d+)\))? terminated by signal (\d+)/
// `AH00052: child pid 812 exit signal Segmentation fault (11), possible coredump in /etc/apache2`
const childDeath = /child pid (\d+) exit signal [^(]*\((\d+)\)/
// `[pid 812:tid 812] mod_wsgi (pid=812): Starting process 'site' with uid=33`
const daemonStart = /Starting (?:daemon )?process '([^']*)' with/
const pidOf = (line: string) => /\(pid=(\d+)/.exec(line)?.[1] ?? /\[pid (\d+)/.exec(line)?.[1]
const lineOf = ({ paste, span }: Field) => plainly(paste.text.slice(paste.text.lastIndexOf('\n', span.start) + 1, span.end))

function deathsIn(known: Known): readonly Death[] {
  const groups = new Map<string, string>()
  const deaths: Death[] = []
  const told = new Set<string>()
  const children: { field: Field; pid: string; signal: number }[] = []
  for (const field of logged(known, 'event')) {
    const text = String(field.value)
    const start = daemonStart.exec(text)
    const daemon = daemonDeath.exec(text)
    const child = childDeath.exec(text)
    const pid = start || daemon ? (daemon?.[2] ?? pidOf(lineOf(field))) : undefined
    if (pid !== undefined && start?.[1] !== undefined) groups.set(pid, start[1])
    if (daemon) deaths.push({ field, signal: Number(daemon[3]), group: daemon[1] ?? '' })
    if (daemon && pid !== undefined) told.add(pid)
    if (child) children.push({ field, pid: child[1] ?? '', signal: Number(child[2]) })
  }
  // Apache reports the death of a daemon process like that of its own children; mod_wsgi’s own line says more.
  const others = children.filter(({ pid }) => !told.has(pid)).map(({ field, pid, signal }): Death => ({ field, signal, group: groups.get(pid) }))
  return [...deaths, ...others].filter(({ signal }) => !asked.has(signal))
}

/** Processes that a signal ended; met by any log. */
export const deaths = defineFact<readonly Death[]>(['error-log'], (known): Fact<readonly Death[]> | undefined => {
  const events = logged(known, 'event')
  return events.length ? { value: deathsIn(known), evidence: events.slice(-1) } : undefined
})

const kill = 'Look in the kernel’s log of that time (`journalctl -k` or `dmesg`) for the out-of-memory killer. If it was that, run fewer processes, give the machine more memory, or find what grows. If not, somebody or something used `kill -9`.'

const isExpress = (known: Known) => logged(known, 'commandLine').some(field => String(field.value).includes('mod_wsgi-express'))
const crash = (known: Known, more: string) =>
  `Find out which request or package does it; a package with C code is the usual one. ${isExpress(known) ? '`mod_wsgi-express` uses the main interpreter already, so it is not that.' : mainInterpreter}${more}`

/** Two Pythons in one process end in crashes. Before mod_wsgi 5.0.1, one that could not start ended its process by `SIGABRT`. */
const mixed = ['several-libpython', 'banner-python']

/** One finding for each signal. */
function findings(all: readonly Death[], who: (group: string | undefined) => string, fix: string): readonly Finding[] {
  return [...new Set(all.map(one => one.signal))].flatMap(signal => {
    const [first, ...more] = all.filter(one => one.signal === signal)
    if (!first) return []
    const name = names[signal]
    const what = signal === 9 ? 'was killed from outside' : faults.has(signal) ? 'crashed' : 'was ended'
    return {
      severity: 'broken',
      says: `${who(first.group)} ${what}: signal ${signal}${name === undefined ? '' : `, ${code(name)}`}.${more.length ? ` ${many(more.length + 1, 'line')} say so.` : ''}`,
      evidence: [first, ...more].slice(0, 5).map(one => one.field),
      fix: signal === 9 ? kill : faults.has(signal) ? fix : 'Find out who sends this signal; a limit of the system may be it.',
      verify: 'Under the same requests, the log shows no such line.',
      ...(faults.has(signal) && { because: signal === 6 ? [...mixed, 'python-init-log'] : mixed }),
    }
  })
}

const gdb = 'user-guides/debugging-techniques#debugging-crashes-with-gdb'
const faq = 'user-guides/frequently-asked-questions#apache-process-crashes'

export const rules: Readonly<Record<string, Rule>> = {
  'd15-daemon-crashed': defineRule({
    title: 'No signal ends daemon processes',
    fault: 'A signal ended a daemon process',
    severity: 'broken',
    plain: 'A process of the application died in the middle of its work, and the requests in it were lost.',
    why: 'Python code alone does not end in a signal: a fault in C code does, or the system. The requests of that moment end in truncated answers. mod_wsgi tells it at level `info` only.',
    speaks: "A line such as `Process 'site' (pid=812) terminated by signal 11`; a normal end, or a restart, is none.",
    docs: [faq, gdb],
    needs: { known: everything, deaths },
    next: ['diagnostic', 'config'],
    examine({ known, deaths: { value } }) {
      return findings(value.filter(one => one.group !== undefined), group => `A process of the daemon group ${code(group ?? '')}`, crash(known, ''))
    },
  }),
  'r16-process-crashed': defineRule({
    title: 'No signal ends Apache’s processes',
    fault: 'A signal ended one of Apache’s processes',
    severity: 'broken',
    plain: 'A process of the server died in the middle of its work, and the requests in it were lost.',
    why: 'A fault in C code ends the whole process: of Python, of a package, of a module of Apache, or of two libraries that do not fit together. Daemon processes are reported in the same words as Apache’s own.',
    speaks: 'A line such as `AH00052: child pid 812 exit signal Segmentation fault (11)`, whose process is not known as a daemon process.',
    docs: [faq, gdb, 'user-guides/application-issues#multiple-python-sub-interpreters'],
    needs: { known: everything, deaths },
    next: ['diagnostic', 'config', 'ldd'],
    examine({ known, deaths: { value } }) {
      const more = ' In embedded mode, move the application to a daemon group: a crash then takes only that with it.'
      return findings(value.filter(one => one.group === undefined), () => 'A process of the server', crash(known, isExpress(known) ? '' : more))
    },
  }),
}
