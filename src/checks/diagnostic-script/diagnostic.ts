import { defineOutput, type FieldShape } from '../../core/output.ts'
import { abiFlagsMeaning, gilMeaning, libraryPathMeaning } from './extended-meanings.ts'
import { applicationGroupMeaning, insteadMeaning, multiprocessMeaning, multithreadMeaning, pathEntryMeaning, pathMeaning, prefixMeaning, processGroupMeaning, versionMeaning } from './meanings.ts'
import { fromRepr, listFromRepr, quoted } from './repr.ts'

type Meant = ReturnType<typeof processGroupMeaning>

/** Between a name and its value; Django’s page has them in columns, or one below the other. */
const before = (value: string) => `(?:\\s*[=:]\\s*|\\t\\s*|\\s{2,}|\\s(?=${value}$))`
const is = before(quoted)

/** What stands in quotes as the other lines of a dumped environ do: `'wsgi.multithread': True,`. A program’s source has the like, so only mod_wsgi’s own names are sure. */
const asKey = (name: string) => `['"]${name}['"]${is}`

const string = (name: string, label: string, meaning: (value: string) => Meant): FieldShape<string> => ({
  label,
  line: new RegExp(`^(?:${name}${is}${name.startsWith('mod_wsgi') ? `|${asKey(name)}` : ''})(${quoted})`),
  open: new RegExp(`^['"]?${name}(?:['"]?${is}(?:[ub]?(?:'(?:[^'\\\\]|\\\\.)*|"(?:[^"\\\\]|\\\\.)*))?)?$`),
  whole: /['"]$/,
  read: match => fromRepr(match[1] ?? ''),
  meaning: ({ value }) => meaning(value),
})

/** Of the environ: a dump may have lost its quotes, and then nothing stands behind the colon of an empty value. */
const entry = (name: string, label: string, meaning: (value: string) => Meant): FieldShape<string> => ({
  ...string(name, label, meaning),
  within: new RegExp(`^(?:${name.startsWith('mod_wsgi') ? '' : `${asKey(name)}(${quoted})|`}${name}:(?:\\s*()|\\s+((?![ub]?['"])\\S.*?)),?$)`),
  read: match => {
    const text = match.slice(1).find(group => group !== undefined) ?? ''
    return /^[ub]?['"]/.test(text) ? fromRepr(text) : text
  },
})

const bool = (name: string, label: string, meaning: (value: boolean) => Meant): FieldShape<boolean> => ({
  label,
  line: new RegExp(`^${name}${before('(?:True|False)')}(True|False|[01])(?=[\\s,]|$)`),
  within: new RegExp(`^${asKey(name)}['"]?(True|False)\\b`),
  open: new RegExp(`^${name}$`),
  reach: 2,
  whole: /^(?:True|False)$/,
  read: match => match[1] === 'True' || match[1] === '1',
  meaning: ({ value }) => meaning(value),
})

const number = (name: string, label: string, says: string): FieldShape<number> => ({
  label,
  weak: true,
  line: new RegExp(`^${name}\\s*[=:]\\s*(\\d+)(?=\\s|$)`),
  read: match => Number(match[1]),
  meaning: () => ({ says }),
})

const asksForPage = /(?:^|[\s/;&])(?:curl|wget|lynx|http)(?:\.exe)?\s/

/** The page of the diagnostic WSGI script: seven lines `name = value`, in Python's notation, and those of its extended form. */
export const diagnostic = defineOutput<{
  processGroup: string; applicationGroup: string; multithread: boolean; multiprocess: boolean
  pythonVersion: string; versionText: string; prefix: string; path: readonly string[]
  basePrefix: string; modWsgiVersion: string; apacheVersion: string; mpmName: string; runOnce: boolean; serverSoftware: string
  execPrefix: string; abiFlags: string; gilEnabled: boolean; maximumProcesses: number; threadsPerProcess: number; activeThreads: number; libraryPath: string
  extra: string; instead: string; unreached: string
}>({
  id: 'diagnostic',
  title: 'the page of the diagnostic script',
  breaks: { when: /(?:wsgi\.multi|sys\.|_group)\w*['"]?\s{0,30}(?:= |: ?['"[TFbu])/, at: /(?<=[\s{])(?=['"]?(?:(?:mod_wsgi|wsgi|sys|apache|threading)\.\w{1,30}|SERVER_SOFTWARE|LD_LIBRARY_PATH)['"]?\s{0,30}(?:= |: ?['"[(TFbu]))/ },
  command: asksForPage,
  lead: /^<(?:!DOCTYPE|html)/i,
  // The earlier lines of an environ, in its quotes.
  above: /^['"](?:(?:mod_)?wsgi\.|apache\.|[A-Z][A-Z_]+['"]:)/,
  fields: {
    processGroup: entry('mod_wsgi\\.process_group', 'mod_wsgi.process_group', processGroupMeaning),
    applicationGroup: entry('mod_wsgi\\.application_group', 'mod_wsgi.application_group', applicationGroupMeaning),
    multithread: bool('wsgi\\.multithread', 'wsgi.multithread', multithreadMeaning),
    multiprocess: bool('wsgi\\.multiprocess', 'wsgi.multiprocess', multiprocessMeaning),
    pythonVersion: {
      // sys.version = '3.12.1 (main, …) [GCC 12.2.0]'
      label: 'sys.version',
      line: /^sys\.version\s*[=:]\s*[ub]?['"](\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?\+?)(?=\s|\||\()/,
      meaning: ({ value }) => versionMeaning(value),
    },
    versionText: { ...string('sys\\.version', 'sys.version, in full', () => ({ says: 'The release, the build and the compiler of the Python library that runs in the server.' })) },
    prefix: string('sys\\.prefix', 'sys.prefix', prefixMeaning),
    path: {
      label: 'sys.path',
      // Python’s own dump in the log puts a line break or a blank behind the bracket; this line never has one.
      line: new RegExp(`^sys\\.path\\s*[=:]\\s*(\\[(?!\\s)(?:${quoted}\\s*,?\\s*)*\\])`),
      open: /^sys\.path\s*[=:]\s*(?:\[(?=['"u\]])(?!.*\]$).*)?$/,
      reach: 80,
      whole: /\]$/,
      read: match => listFromRepr(match[1] ?? ''),
      parts: new RegExp(`(${quoted})`),
      partMeaning: item => pathEntryMeaning(fromRepr(item) ?? item),
      meaning: ({ value }) => pathMeaning(value),
    },
    basePrefix: { weak: true, ...string('sys\\.base_prefix', 'sys.base_prefix', () => ({ says: 'The installation beneath a virtual environment; the same as `sys.prefix` where there is no environment.' })) },
    modWsgiVersion: {
      label: 'mod_wsgi.version',
      // Before release 4 two numbers were all: (3, 5).
      line: /^['"]?mod_wsgi\.version['"]?(?:\s*[=:]\s*|\s+(?=\())['"]?(\(\d+, ?\d+(?:, ?\d+)?\))/,
      open: /^mod_wsgi\.version$/,
      reach: 2,
      whole: /\)$/,
      read: match => match[1]?.replace(/[() ]/g, '').replaceAll(',', '.'),
      meaning: ({ value }) => ({ says: `mod_wsgi ${value} runs in the server.`, docs: ['project-status'] }),
    },
    apacheVersion: { label: 'apache.version', line: /^['"]?apache\.version['"]?\s*[=:]\s*['"]?(\(\d+, ?\d+, ?\d+\))/, whole: /\)$/, read: match => match[1]?.replace(/[() ]/g, '').replaceAll(',', '.'), meaning: () => ({ says: 'The Apache for which mod_wsgi was compiled, not the one that runs.' }) },
    mpmName: { label: 'apache.mpm_name', line: /^apache\.mpm_name\s*[=:]\s*['"](\w+)['"]/, read: match => match[1]?.toLowerCase(), meaning: () => ({ says: 'The MPM of the server that answered: the best witness of all.' }) },
    runOnce: bool('wsgi\\.run_once', 'wsgi.run_once', value => ({ says: value ? 'The process ends after each request.' : 'The process goes on after a request, as usual.' })),
    serverSoftware: entry('SERVER_SOFTWARE', 'SERVER_SOFTWARE', () => ({ says: 'How the running server names itself.' })),
    // mod_wsgi.maximum_processes = 2
    maximumProcesses: number('mod_wsgi\\.maximum_processes', 'mod_wsgi.maximum_processes', 'In daemon mode, how many processes the group has. In embedded mode only how many children Apache had when this interpreter began.'),
    threadsPerProcess: number('mod_wsgi\\.threads_per_process', 'mod_wsgi.threads_per_process', 'So many requests one process takes at once.'),
    execPrefix: { weak: true, ...string('sys\\.exec_prefix', 'sys.exec_prefix', () => ({ says: 'Where the compiled part of this Python is; usually the same as `sys.prefix`.' })) },
    abiFlags: { weak: true, ...string('sys\\.abiflags', 'sys.abiflags', abiFlagsMeaning) },
    gilEnabled: bool('sys\\._is_gil_enabled', 'sys._is_gil_enabled', gilMeaning),
    activeThreads: number('threading\\.active_count', 'threading.active_count', 'So many threads are known to Python in this interpreter.'),
    libraryPath: { weak: true, ...string('LD_LIBRARY_PATH', 'LD_LIBRARY_PATH', libraryPathMeaning) },
    extra: {
      label: 'Another line', many: true, weak: true,
      line: /^((?:mod_wsgi|apache|sys|wsgi)\.(?!process_group|application_group|multithread|multiprocess|version\b|prefix\b|path\b|base_prefix|exec_prefix|abiflags|_is_gil_enabled|maximum_processes|threads_per_process|mpm_name|run_once)\w+\s*= ?(?!None$)\S.*)$/,
      meaning: () => ({ says: 'A line that the guide’s script does not print; your script was extended.' }),
    },
    instead: {
      label: 'Something else came', many: true,
      line: /<title>\s*(\d{3} [^<]*?)\s*<\/title>|^(def application\(environ, ?start_response\):)/i,
      // People show their own scripts as well: it came in place of the page only where the page was asked for.
      read: (match, { command, hinted }) => match[1] ?? (hinted || asksForPage.test(command ?? '') ? match[2] : undefined),
      meaning: ({ value }) => insteadMeaning(value),
    },
    unreached: {
      // curl: (7) Failed to connect to localhost port 80 after 0 ms: Couldn't connect to server
      label: 'No page came', weak: true, whole: /./,
      line: /^((?:curl: \(\d+\)|wget:) \S.*)/,
      // Other downloads fail in the same words.
      read: (match, { command }) => (/--max-time 10 |-T 10 |wsgi-checkup|diag|localhost|127\.0\.0\.1/.test(command ?? '') ? match[1] : undefined),
      meaning: () => ({ says: 'Nothing answers at this address, or not in time.', more: 'Look whether Apache runs, and at which port and for which name it serves the script.' }),
    },
  },
  known: [
    { label: 'environ', weak: true, line: /^['"]?(?:(?:mod_wsgi|wsgi|apache)\.\w+|(?:HTTP|SERVER|REMOTE|REQUEST|SCRIPT|CONTEXT|CONTENT|SSL|PATH|CSRF|GATEWAY|DOCUMENT|QUERY|AUTH|UNIQUE)_\w+|HTTPS|PATH)(?:['"]?\s*:|\t|$)/, says: 'Another entry of the request’s environ.' },
    // apache.mpm_name = None
    { label: 'not told', weak: true, line: /^(?:(?:mod_wsgi|wsgi|sys|apache)\.\w+|SERVER_SOFTWARE|LD_LIBRARY_PATH)\s*[=:]\s*None$/, says: 'This release does not have it, or it is not set.' },
    { label: 'HTTP header', weak: true, line: /^(?:HTTP\/[\d.]+ \d{3}\b|[A-Z][A-Za-z]*(?:-[A-Za-z]+)*: \S|[% ]*Total\s+% Received|Dload\s+Upload)/, says: 'A line of the answer’s header, not of the script’s page.' },
    { label: 'error page', weak: true, line: /^<\/?(?:!DOCTYPE|html|head|body|title|address|p|h1|hr)\b|^(?:Forbidden|Not Found|Internal Server Error|Service Unavailable|You don't have permission|The requested URL|The server encountered)/i, says: 'Part of Apache’s error page.' },
  ],
  extent: ({ has, heading }) => {
    if ((has('instead') || has('unreached')) && !has('processGroup')) return 'failed'
    const flags = has('processGroup') && has('applicationGroup') && has('multithread') && has('multiprocess')
    if (flags && has('pythonVersion') && has('prefix') && has('path')) return 'whole'
    // Each earlier script of the guide printed one value, and an environ has no line about Python: only the script that prints the flags goes on.
    return has('multithread') && (has('processGroup') || has('multiprocess')) && !heading('environ') ? 'cut' : 'part'
  },
})
