import { defineFact, type Fact } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'

/** Its directory is `/tmp/mod_wsgi-HOST:PORT:UID`, its daemon group `HOST:PORT` (mod_wsgi src/express). */
const trace = /\/mod_wsgi-[\w.-]+:\d+:\d+\b|\/mod_wsgi(?:_packages)?\/(?:express|server|httpd)\b/

const shows = (field: Field) => trace.test(JSON.stringify(field.value)) || (field.key === 'processGroup' && field.output === 'diagnostic' && /^[\w.-]+:\d+$/.test(String(field.value)))

/** Signs that the script ran in a server that `mod_wsgi-express` started: an Apache of its own, beside the system's. */
export const express = defineFact<true>(['diagnostic'], (known): Fact<true> | undefined => {
  const fields = known.sections.filter(s => s.output.id === 'diagnostic' || s.output.id === 'config').flatMap(s => s.fields)
  const sign = fields.find(shows)
  return sign && { value: true, evidence: [sign] }
})
