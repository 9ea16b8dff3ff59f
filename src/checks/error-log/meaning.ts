import type { Meaning } from '../../core/prose.ts'
import { apacheCodes } from './codes/apache.ts'
import { plainMeaning } from './codes/plain.ts'
import { firstWord, numberOf } from './codes/texts.ts'
import { wsgiCodes, type Severity } from './codes/wsgi.ts'
import { wordsOf } from './prefix.ts'

const grave: Readonly<Record<Severity, string>> = { alert: 'Alert', crit: 'Critical', err: 'Error', warn: 'Warning', retired: 'Retired' }

export const errorReference = (code: string) => `error-reference#${code.toLowerCase()}`

function ownCode(code: string): Meaning {
  const known = wsgiCodes[code]
  if (known) return { says: `${grave[known[0]]}: ${known[1]}`, more: known[2], docs: [errorReference(code)] }
  return { says: `\`${code}\` is not known to this page, whose numbers end with \`WSGI0210\` of mod_wsgi 6.0.`, more: 'A newer release gave it. The words behind it say what happened; look the number up in the [Error Reference](error-reference) of that release.', docs: ['error-reference'] }
}

const apacheCode = (code: string): Meaning =>
  apacheCodes[code] ?? { says: `\`${code}\` is the number of this message in Apache, the same in every release. This page does not know it; the words behind it say what happened.` }

const remembered = new Map<string, Meaning>()

function once(key: string, make: () => Meaning): Meaning {
  const before = remembered.get(key)
  if (before) return before
  const meaning = make()
  if (remembered.size < 2000) remembered.set(key, meaning)
  return meaning
}

/** What the number of a message means: `AH00526`, `WSGI0117`. */
export const codeMeaning = (code: string): Meaning => once(code, () => (code.startsWith('AH') ? apacheCode(code) : ownCode(code)))

/** The same for a message from before it had its number. */
const olderMeaning = (code: string): Meaning =>
  once(`before ${code}`, () => {
    const { says, more, docs } = codeMeaning(code)
    const since = code.startsWith('AH') ? `In Apache 2.4 this message has the number \`${code}\`.` : `mod_wsgi 6.0 gave this message the number \`${code}\`.`
    return { says, more: more === undefined ? since : `${more} ${since}`, ...(docs && { docs }) }
  })

const application: Meaning = { says: 'From mod_wsgi, or from the application: Python’s error stream goes to this log.', docs: ['user-guides/logging-from-applications'] }
const frame: Meaning = { says: 'One step on the way to the exception: the file, the line, the function. The last step is the nearest to the fault.' }
const source: Meaning = { says: 'The source line of the step above, or the continuation of the line before.' }
const other: Meaning = { says: 'A message of another part of Apache.' }
const exception: Meaning = { says: 'The exception that ended the traceback: what went wrong, in Python’s words. Read it first.', docs: ['user-guides/debugging-techniques'] }

/** Python 2.4 puts a blank before ` SyntaxError: invalid syntax`. */
export const exceptionPattern = /^ ?(?:[A-Za-z_][\w.]*\.)?(?:[A-Z]\w*(?:Error|Exception|Exit|Interrupt|NotFound|Timeout|Denied|Failure)|ImproperlyConfigured|AppRegistryNotReady|DoesNotExist)(?::(?: |$)|$)/

/** `httpd: `, which Apache 2.2 puts in front on a terminal. */
const program = /^\S*(?:httpd|apache2?)(?:\.exe)?: (?=\w)/i

/** What a message means; `line` is the whole line, from which a module may be told. */
export function messageMeaning(message: string, line: string): Meaning {
  const said = wordsOf(message)
  const words = firstWord(said).endsWith(':') ? said.replace(program, '') : said
  const code = numberOf(words, message)
  if (code !== undefined) return words.startsWith(code) ? codeMeaning(code) : olderMeaning(code)
  const plain = plainMeaning(words)
  if (plain) return plain
  if (exceptionPattern.test(words)) return exception
  if (/^\s*File "/.test(words)) return frame
  if (/\bwsgi:|mod_wsgi/.test(line.slice(0, 120))) return /^\s{2,}/.test(words) ? source : application
  return other
}
