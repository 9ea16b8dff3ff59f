import { fieldsIn, type Known } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'

/** The parts of an interpreter's default name, `www.example.com:8080|/app` (mod_wsgi src/server/wsgi_config.c:2049). */
export interface DefaultName {
  readonly host: string
  /** Undefined for 80 and 443, which are left out. */
  readonly port: string | undefined
  readonly mount: string
}

export function defaultName(group: string): DefaultName | undefined {
  const [, host, port, mount] = /^(\[[^\]]*\]|[^|:]+)(?::(\d+))?\|(.*)$/.exec(group) ?? []
  return host === undefined || mount === undefined ? undefined : { host, port, mount }
}

/** One page of the diagnostic script. */
export interface Page {
  readonly process: string
  readonly name: DefaultName
  readonly group: Field
  /** The port of the socket, from a script that prints `mod_wsgi.listener_port`. */
  readonly listener: { readonly value: string; readonly field: Field } | undefined
  /** The command line that asked for the page. */
  readonly command: string | undefined
}

/** Every page with a default name that was pasted. */
export const pagesOf = (known: Known): readonly Page[] =>
  known.sections.flatMap(section => {
    const group = section.output.id === 'diagnostic' ? fieldsIn(section, 'applicationGroup').at(-1) : undefined
    const name = group && defaultName(String(group.value))
    if (!name) return []
    // mod_wsgi.listener_port = '8080'
    const [listener] = fieldsIn(section, 'extra').flatMap(field => {
      const value = /^mod_wsgi\.listener_port\s*=\s*['"](\d+)['"]/.exec(String(field.value))?.[1]
      return value === undefined ? [] : [{ value, field }]
    })
    return [{ process: String(fieldsIn(section, 'processGroup').at(-1)?.value ?? ''), name, group, listener, command: section.command }]
  })
