import { defineFact, type Fact } from '../../core/need.ts'

/** Order in which APR would choose if several were forced (apr locks/unix/proc_mutex.c); PTHREAD is no lock between processes. */
const order = [['FLOCK', 'flock'], ['SYSVSEM', 'sysvsem'], ['FCNTL', 'fcntl'], ['PROC_PTHREAD', 'pthread'], ['POSIXSEM', 'posixsem']] as const

/** Every lock between processes that the `APR_USE_*_SERIALIZE` lines of `httpd -V` name; a usual build names one. */
export const aprLocks = defineFact<readonly string[]>(['httpd-V'], (known): Fact<readonly string[]> | undefined => {
  const lines = known.fields('httpd-V', 'define')
  const found = order.flatMap(([macro, name]) => {
    const field = lines.find(f => f.value === `APR_USE_${macro}_SERIALIZE`)
    return field ? [{ name, field }] : []
  })
  return found.length ? { value: found.map(f => f.name), evidence: found.map(f => f.field) } : undefined
})

/** APR's default lock between processes. */
export const mutexDefault = defineFact<string>(['httpd-V'], (known): Fact<string> | undefined => {
  const all = aprLocks.get(known)
  const [name] = all?.value ?? []
  return all && name !== undefined ? { value: name, evidence: all.evidence.slice(0, 1) } : undefined
})
