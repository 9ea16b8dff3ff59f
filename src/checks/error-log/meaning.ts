import type { Meaning } from '../../core/prose.ts'
import { wordsOf } from './prefix.ts'

const apacheCode = (code: string): Meaning => ({ says: `\`${code}\` is the number of this message in Apache; it is the same in every release.` })
const ownCode = (code: string): Meaning => ({ says: `\`${code}\` is mod_wsgi’s own number for this message; releases before 6.0 have none.`, more: 'The page Error Reference of mod_wsgi’s documentation says what to do.', docs: [`error-reference#${code.toLowerCase()}`] })

/** What the number of a message means: `AH00526`, `WSGI0117`. */
export const codeMeaning = (code: string): Meaning => (code.startsWith('AH') ? apacheCode(code) : ownCode(code))

const application: Meaning = { says: 'From mod_wsgi, or from the application: Python’s error stream goes to this log.', docs: ['user-guides/logging-from-applications'] }
const frame: Meaning = { says: 'One step on the way to the exception: the file, the line, the function. The last step is the nearest to the fault.' }
const source: Meaning = { says: 'The source line of the step above, or the continuation of the line before.' }
const other: Meaning = { says: 'A message of another part of Apache.' }
const exception: Meaning = { says: 'The exception that ended the traceback: what went wrong, in Python’s words. Read it first.', docs: ['user-guides/debugging-techniques'] }

export const exceptionPattern = /^(?:[A-Za-z_][\w.]*\.)?(?:[A-Z]\w*(?:Error|Exception|Exit|Interrupt|NotFound|Timeout|Denied|Failure)|ImproperlyConfigured|AppRegistryNotReady|DoesNotExist)(?::(?: |$)|$)/

/** What a message means; `line` is the whole line, from which a module may be told. */
export function messageMeaning(message: string, line: string): Meaning {
  const words = wordsOf(message)
  const code = /^(?:AH\d{5}|WSGI\d{4})(?=:)/.exec(words)?.[0]
  if (code !== undefined) return codeMeaning(code)
  if (exceptionPattern.test(words)) return exception
  if (/^\s*File "/.test(words)) return frame
  if (/\bwsgi:|mod_wsgi/.test(line.slice(0, 120))) return /^\s{2,}/.test(words) ? source : application
  return other
}
