import { defineFact, type Fact, type Known } from '../../core/need.ts'
import { mpm } from './mpm.ts'
import { named, type Directive } from './wsgi-config.ts'

/** A line counts where nothing encloses it but `<IfModule mpm_event_module>` and the like, of the MPM in use. */
const counts = (model: string, { within }: Directive) =>
  within.every(({ name, argument }) => {
    // mpm_event_module, mpm_event.c, event.c, !mpm_netware_module
    const [, not, one, other] = /^(!?)(?:mpm_(\w+?)(?:_module|\.c)|(prefork|worker|event)\.c)$/i.exec(name === 'ifmodule' ? argument : '') ?? []
    return not !== undefined && (not === '!') !== ((one ?? other)?.toLowerCase() === model)
  })

/** The last line counts, in whichever file it stands. */
function number(known: Known, ...names: readonly string[]): Fact<number> | undefined {
  const model = mpm.get(known)?.value ?? ''
  const line = names.flatMap(name => named(known, name)).findLast(one => counts(model, one))
  const value = Number(line?.words[0])
  return line && Number.isInteger(value) ? { value, evidence: [line.field] } : undefined
}

/** Threads in each of Apache’s child processes, where the pasted configuration says. */
export const threadsPerChild = defineFact<number>(['config'], known => number(known, 'ThreadsPerChild'))

/** How many children Apache may have, as far as the pasted configuration limits it (httpd server/mpm, `AP_MPMQ_MAX_DAEMONS`). */
export const mostChildren = defineFact<number>(['config'], (known): Fact<number> | undefined => {
  const limit = number(known, 'ServerLimit')
  const workers = number(known, 'MaxClients', 'MaxRequestWorkers')
  const threads = mpm.get(known)?.value === 'prefork' ? undefined : threadsPerChild.get(known)
  const each = mpm.get(known)?.value === 'prefork' ? 1 : (threads?.value ?? 25)
  const served = workers && { value: Math.max(1, Math.floor(workers.value / each)), evidence: [...workers.evidence, ...(threads?.evidence ?? [])] }
  return served && limit ? (served.value < limit.value ? served : limit) : (served ?? limit)
})
