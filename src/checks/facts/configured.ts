import { defineFact, type Fact } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { quotedLine } from './quoted-line.ts'

export interface Argument {
  readonly value: string
  readonly field: Field
}

/** The arguments of Apache's own call of `configure`, by their names without dashes. */
export type Configured = ReadonlyMap<string, Argument>

// "--enable-mods-shared=most ssl" \
const argument = /"--([a-z][\w-]*)(?:=([^"]*))?"|'--([a-z][\w-]*)(?:=([^']*))?'|(?:^|\s)--([a-z][\w-]*)(?:=(?:["']([^"']*)["']|([^\s"'\\]*)))?/g

/** Words of the calls that build mod_wsgi, PHP or Subversion; their `config.nice` and their calls look the same. */
const others = ['with-apxs', 'with-apxs2', 'with-python']

const own = /^(?:with-(?:mpm|apr|apr-util|included-apr|pcre|program-name|port|suexec-\w+)|enable-(?:mpms-shared|layout|so|mods-\w+|modules|suexec|rewrite|ssl|proxy\S*))$/

/** What Apache was configured with: the last one counts where an argument is given twice. */
export const configured = defineFact<Configured>(['config-nice'], (known): Fact<Configured> | undefined => {
  const section = known.section('config-nice')
  if (section?.extent !== 'whole') return undefined
  const { paste } = section
  const given = new Map<string, Argument>()
  for (const { line, fields: [first] } of section.readings) {
    // The line of the call itself is known, and no field.
    const give = (name: string, value: string) => given.set(name, { value, field: first ?? quotedLine(paste, line.span.start, paste.text.slice(line.span.start, line.span.end), { output: 'config-nice', key: 'call', label: 'Call' }) })
    for (const match of line.text.matchAll(argument)) give(match[1] ?? match[3] ?? match[5] ?? '', (match[2] ?? match[4] ?? match[6] ?? match[7] ?? '').trim())
    // People write `--prefix /opt/apache`, too.
    const prefix = /(?:^|\s)--prefix (\/[^"'\s\\]+)/.exec(line.text)?.[1]
    if (prefix !== undefined) give('prefix', prefix)
  }
  const names = [...given.keys()]
  if (others.some(name => given.has(name))) return undefined
  const isApache = names.some(name => own.test(name)) || /httpd|apache/i.test(given.get('prefix')?.value ?? '')
  return isApache ? { value: given, evidence: section.fields.slice(0, 1) } : undefined
})
