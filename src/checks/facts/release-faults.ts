import type { Known } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { logged } from './log.ts'
import { messages } from './messages.ts'
import { mode } from './python.ts'
import { isBefore } from './releases.ts'
import { named } from './wsgi-config.ts'

export interface Fault {
  readonly is: string
  /** The release that mended it. */
  readonly since: string
  readonly field: Field
}

const says = (known: Known, pattern: RegExp) => messages.get(known)?.value.find(({ text }) => pattern.test(text))?.first

/** Faults of single releases of mod_wsgi 6 that show in what people paste (release notes 6.0.1 to 6.0.5), each with the line that shows it. */
const faults: readonly { readonly since: string; readonly is: string; shows(known: Known): Field | undefined }[] = [
  {
    since: '6.0.1', is: 'On 32 bit, `WSGI0100` is logged for a Python home that is fine.',
    shows: known => (known.field('httpd-V', 'architecture')?.value === '32-bit' ? says(known, /WSGI0100/) : undefined),
  },
  {
    since: '6.0.2', is: 'Apache crashes where `WSGIRestrictEmbedded Off` follows `On`.',
    shows: known => {
      const lines = named(known, 'WSGIRestrictEmbedded')
      const off = lines.findLastIndex(line => /^off$/i.test(line.words[0] ?? ''))
      return lines.slice(0, Math.max(0, off)).some(line => /^on$/i.test(line.words[0] ?? '')) && logged(known, 'childSignal').length ? lines[off]?.field : undefined
    },
  },
  {
    since: '6.0.2', is: '`ratelimit_module` has no effect on what daemon processes answer.',
    shows: known => (mode.get(known)?.value === 'daemon' ? known.fields('httpd-M', 'module').find(field => field.value === 'ratelimit_module') : undefined),
  },
  { since: '6.0.4', is: 'Django’s command `runmodwsgi` fails.', shows: known => (says(known, /\brunmodwsgi\b/) ? says(known, /^(?:AttributeError|ValueError|NameError):/) : undefined) },
  { since: '6.0.5', is: 'A request’s data may be reported as incomplete although the client sent all of it, where `WSGIScriptReloading` is off and there is no queue timeout.', shows: known => says(known, /request data read error: Partial results are valid but processing is incomplete/) },
]

/** The known faults of a release that the pastes show. */
export const faultsOf = (known: Known, release: string): readonly Fault[] =>
  faults.flatMap(({ since, is, shows }) => {
    const field = isBefore(release, since) ? shows(known) : undefined
    return field ? [{ is, since, field }] : []
  })
