import { defineFact, type Fact } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { logged } from './log.ts'

export interface Witness {
  readonly release: string
  readonly field: Field
}

/** Every line that names the mod_wsgi that runs: the script's own values, and the last start notice in the log. */
export const runningModWsgi = defineFact<readonly Witness[]>(['error-log', 'diagnostic'], (known): Fact<readonly Witness[]> | undefined => {
  const software = known.field('diagnostic', 'serverSoftware')
  const value = [known.field('diagnostic', 'modWsgiVersion'), software, logged(known, 'bannerModWsgi').at(-1)].flatMap(field => {
    // Apache/2.4.71 (Debian) mod_wsgi/6.0.5 Python/3.11
    const release = field === software ? /\bmod_wsgi\/(\d+(?:\.\d+)+)/.exec(String(field?.value ?? ''))?.[1] : String(field?.value)
    return field && release !== undefined ? [{ release, field }] : []
  })
  return value.length ? { value, evidence: value.map(one => one.field) } : undefined
})
