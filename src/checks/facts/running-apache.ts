import { defineFact, type Fact } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { logged } from './log.ts'

/** How the server that runs names itself. */
export interface Running {
  /** As much of it as `ServerTokens` lets through: `2.4.71`, `2.4`. */
  readonly version: string
  /** The packager's word, `Debian`. */
  readonly word: string | undefined
  readonly field: Field
}

/** From the script's `SERVER_SOFTWARE`, else from the last start notice. The `Server` header of an answer may be that of a proxy. */
export const runningApache = defineFact<Running>(['diagnostic', 'error-log'], (known): Fact<Running> | undefined => {
  const software = known.field('diagnostic', 'serverSoftware')
  // Apache/2.4.71 (Debian) mod_wsgi/6.0.5 Python/3.11
  const [, version, word] = /^Apache\/(\d+(?:\.\d+)*)(?: \(([^)]*)\))?/.exec(String(software?.value ?? '')) ?? []
  if (software && version !== undefined) return { value: { version, word, field: software }, evidence: [software] }
  const start = logged(known, 'bannerServer').at(-1)
  if (!start) return undefined
  const platform = logged(known, 'bannerPlatform').findLast(field => field.paste === start.paste && field.line === start.line)
  return { value: { version: String(start.value), word: platform && String(platform.value), field: start }, evidence: [start, ...(platform ? [platform] : [])] }
})
