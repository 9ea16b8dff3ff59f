import { exceptionPattern } from './meaning.ts'
import { about, logPrefix } from './prefix.ts'

const prefix = new RegExp(`^${logPrefix}`)
const asides = new RegExp(about, 'y')
const exception = new RegExp(exceptionPattern.source.replace(/^\^/, ''), 'y')

const common = ['level', 'event'] as const
const coded = ['level', 'event', 'code'] as const
const notice = ['level', 'event', 'code', 'bannerServer', 'bannerPlatform', 'bannerModWsgi', 'bannerPython', 'noticeMpm'] as const
const raised = ['level', 'event', 'exception', 'missingModule', 'deniedFile', 'missingLibrary'] as const
const spoken = ['level', 'event', 'code', 'pythonHome', 'pythonHomeRefused', 'daemonGroup', 'daemonSocket'] as const
const starting = ['level', 'event', 'code', 'loadError', 'loadReason', 'missingLibrary', 'syntaxErrorAt', 'unknownCommand', 'envVariable', 'serverNameGuess', 'deniedPath', 'childSignal', 'commandLine'] as const

type Key = (typeof common | typeof notice | typeof raised | typeof spoken | typeof starting)[number]

const byCode: Readonly<Record<string, readonly Key[]>> = {
  AH00163: notice, AH00292: notice, AH00489: notice, AH00455: notice,
  AH00526: starting, AH00111: starting, AH00558: starting, AH00035: starting, AH00132: starting, AH01630: starting, AH01797: starting, AH00051: starting, AH00052: starting, AH00094: starting, AH00036: starting,
  WSGI0100: spoken, WSGI0101: spoken, WSGI0102: spoken, WSGI0116: spoken, WSGI0117: spoken,
}

const byWord: Readonly<Record<string, readonly Key[]>> = {
  Python: spoken, Starting: spoken, Unable: spoken, mod_wsgi: spoken, WSGI: spoken,
  child: starting, client: starting, Cannot: starting, Syntax: starting, Invalid: starting, 'httpd:': starting, 'apache2:': starting, 'Could': starting, file: starting,
}

/** Of a line with a prefix: the fields that can be on it, told from the first word of its message. Other lines may hold any. */
export function candidates(text: string): readonly Key[] | undefined {
  const begin = prefix.exec(text)?.[0].length
  if (begin === undefined) return undefined
  let at = begin
  const first = text.charCodeAt(at)
  if (first === 0x28 || first === 0x5b) {
    asides.lastIndex = at
    asides.exec(text)
    at = Math.max(at, asides.lastIndex)
  }
  let end = text.indexOf(' ', at)
  if (end < 0) end = text.length
  const word = text.slice(at, end)
  if (/^(?:AH|WSGI)\d/.test(word)) return byCode[word.slice(0, -1)] ?? (text.includes('aemon process ', end) ? spoken : coded)
  // Apache 2.2's start notice has no number: `Apache/2.2.15 (Unix) mod_wsgi/3.2 … configured`.
  const known = word.startsWith('Apache/') ? notice : Object.hasOwn(byWord, word) ? byWord[word] : undefined
  if (known) return known
  exception.lastIndex = at
  return exception.test(text) ? raised : common
}
