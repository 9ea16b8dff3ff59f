import { defineFact, type Fact } from '../../core/need.ts'
import { bannerPython } from './log.ts'

/** The release of mod_wsgi that runs: from the script, else from the last start notice in the log. */
export const modWsgiVersion = defineFact<string>(['diagnostic', 'error-log'], (known): Fact<string> | undefined => {
  const told = known.field('diagnostic', 'modWsgiVersion') ?? known.field('error-log', 'bannerModWsgi')
  return told && { value: String(told.value), evidence: [told] }
})

/** The Python for which mod_wsgi was compiled (mod_wsgi.c:877): from the last start notice, else from the script's `SERVER_SOFTWARE`. */
export const compiledPython = defineFact<string>(['error-log', 'diagnostic'], (known): Fact<string> | undefined => {
  const logged = bannerPython.get(known)
  if (logged) return logged
  const software = known.field('diagnostic', 'serverSoftware')
  const version = /\bPython\/(\d+\.\d+(?:\.\d+)?)/.exec(String(software?.value ?? ''))?.[1]
  return software && version !== undefined ? { value: version, evidence: [software] } : undefined
})
