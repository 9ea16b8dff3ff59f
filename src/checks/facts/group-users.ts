import { defineFact } from '../../core/need.ts'
import { configTexts, type Directive } from './config-texts.ts'
import { all, constant, optionIn } from './expectation.ts'

/** A line that sends something to a daemon group. */
export interface User {
  /** Undefined where Apache finds it out at each request. */
  readonly name: string | undefined
  readonly line: Directive
  /** `process-group=` of a script that is loaded at the start, where the group must be known by then. */
  readonly atOnce: boolean
}

const mounting = /^WSGI(?:ScriptAlias(?:Match)?|ImportScript|HandlerScript)$/i

/** Every line that uses a daemon group; embedded mode is none. */
export const groupUsers = defineFact<readonly User[]>(['config'], known => {
  const texts = configTexts.get(known)?.value
  const value = (texts ?? []).flatMap(text => text.directives.flatMap((line): User[] => {
    const written = /^WSGIProcessGroup$/i.test(line.name) ? line.words[0] : mounting.test(line.name) ? optionIn(line.words, 'process-group') : undefined
    if (written === undefined) return []
    const name = constant(written)
    const interpreter = optionIn(line.words, 'application-group')
    // %{GLOBAL} is no placeholder any more when it is looked at (wsgi_config.c).
    const atOnce = !/^WSGI(?:ProcessGroup|HandlerScript)$/i.test(line.name) && interpreter !== undefined && constant(interpreter) !== undefined
    return name === '' ? [] : [{ name, line, atOnce }]
  }))
  return texts && { value, evidence: value.map(user => user.line.field) }
})

/** Every line that makes a daemon group. */
export const groupLines = defineFact<readonly Directive[]>(['config'], known => {
  const texts = configTexts.get(known)?.value
  const value = all(texts ?? [], 'WSGIDaemonProcess')
  return texts && { value, evidence: value.map(line => line.field) }
})
