import type { Known } from '../../core/need.ts'
import { code } from '../../core/say.ts'
import { conditionsOf, type Directive, type Text } from './config-texts.ts'
import { all, open, optionIn, type Expectations, type Expected } from './expectation.ts'
import { mpm } from './mpm.ts'

type Flags = Pick<Expectations, 'multithread' | 'multiprocess'>

/** wsgi_daemon.c:247,3864: more threads than one, 15 without the option; `processes=` written at all. */
function ofDaemon(daemon: Directive): Flags {
  const threads = optionIn(daemon.words, 'threads')
  const evidence = [daemon.field]
  if (threads !== undefined && !/^[1-9]\d*$/.test(threads)) {
    const none = open(threads === '0' ? '`threads=0` takes no requests.' : `${code(`threads=${threads}`)} is no number that holds.`, daemon)
    return { multithread: none, multiprocess: none }
  }
  const multiprocess = optionIn(daemon.words, 'processes') !== undefined
  return {
    multithread: { value: threads !== '1', because: threads === undefined ? 'Without `threads=` the group has 15 threads.' : `The group has ${code(`threads=${threads}`)}.`, evidence },
    multiprocess: { value: multiprocess, because: multiprocess ? 'The group has `processes=`; its number does not matter.' : 'The group has no `processes=`.', evidence },
  }
}

/** The number that a limit has under this MPM; undefined where none is written, or where it depends. */
function limit(texts: readonly Text[], model: string, ...names: readonly string[]): { readonly line: Directive; readonly value: number } | undefined {
  const lines = names.flatMap(name => all(texts, name)).filter(line => conditionsOf(line).every(({ name, argument }) => name === 'ifmodule' && new RegExp(`^(?:mpm_${model}_module|${model}\\.c|mpm_${model}\\.c)$`, 'i').test(argument)))
  const line = lines.at(-1)
  return line && { line, value: Number(line.words[0]) }
}

/** mod_wsgi.c:888-902; the numbers are those of the MPM's answers, wsgi-environ.md §1. */
function ofEmbedded(texts: readonly Text[], known: Known): Flags {
  const named = mpm.get(known)
  if (!named) {
    const unknown = open('It depends on Apache’s MPM; paste `httpd -V`.')
    return { multithread: unknown, multiprocess: unknown }
  }
  const model = named.value
  const threads = limit(texts, model, 'ThreadsPerChild')
  const children = limit(texts, model, 'ServerLimit')
  const workers = limit(texts, model, 'MaxRequestWorkers', 'MaxClients')
  const of = (value: boolean, because: string, ...lines: readonly (Directive | undefined)[]): Expected<boolean> => ({ value, because, evidence: [...named.evidence, ...lines.flatMap(line => line?.field ?? [])] })
  if (model === 'prefork') {
    const one = [children, workers].find(found => found?.value === 1)
    return { multithread: of(false, 'Prefork has one thread in each process.'), multiprocess: one ? of(false, 'Apache is limited to one child process.', one.line) : of(true, 'Prefork has many processes, unless one is the limit.') }
  }
  if (model !== 'worker' && model !== 'event' && model !== 'winnt') {
    const unknown = open(`It is not known for the MPM ${code(model)}.`)
    return { multithread: unknown, multiprocess: unknown }
  }
  const multithread = threads?.value === 1 ? of(false, '`ThreadsPerChild` is 1.', threads.line) : of(true, `The MPM ${code(model)} has many threads, unless \`ThreadsPerChild\` is 1.`, threads?.line)
  if (model === 'winnt') return { multithread, multiprocess: of(false, 'On Windows Apache has one child process.') }
  const single = children?.value === 1 ? children.line : workers && threads && workers.value <= threads.value ? workers.line : undefined
  return { multithread, multiprocess: single ? of(false, 'Apache is limited to one child process.', single) : of(true, `The MPM ${code(model)} has many processes, unless one is the limit.`) }
}

/** `wsgi.multithread` and `wsgi.multiprocess` as the page should show them. */
export function expectedFlags(group: Expected<string>, daemon: Directive | undefined, texts: readonly Text[], known: Known): Flags {
  if (group.value === '') return ofEmbedded(texts, known)
  if (daemon) return ofDaemon(daemon)
  const unknown = open(group.value === undefined ? 'It depends on the process group.' : 'The line of the daemon group is not seen.')
  return { multithread: unknown, multiprocess: unknown }
}
