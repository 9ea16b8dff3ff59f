import { defineFact, type Fact } from '../../core/need.ts'
import { httpdV } from '../apache-build/httpd-V.ts'
import { loadFailure } from './log.ts'

/** `2.4.66`, or as much of it as is told: by the program that was asked, else by the server that runs, else by words that only 2.2 has. */
export const apacheVersion = defineFact<string>(['httpd-V', 'error-log'], (known): Fact<string> | undefined => {
  const asked = httpdV.fields.serverVersion.get(known)
  if (asked) return { value: asked.value, evidence: [asked] }
  for (const [output, key] of [['error-log', 'bannerServer'], ['diagnostic', 'serverSoftware']] as const) {
    const field = known.field(output, key)
    const version = /(?:^|Apache\/)(\d+\.\d+(?:\.\d+)?)/.exec(String(field?.value ?? ''))?.[1]
    if (field && version !== undefined) return { value: version, evidence: [field] }
  }
  // The function came with 2.4 (httpd include/scoreboard.h): where it is missing, the program is an older one.
  const failure = loadFailure.get(known)
  if (failure && /undefined symbol: \W*ap_get_scoreboard_worker_from_indexes/.test(failure.value.reason)) return { value: '2.2', evidence: failure.evidence }
  const old = known.field('mutex', 'mechanisms22')
  return old && { value: '2.2', evidence: [old] }
})
