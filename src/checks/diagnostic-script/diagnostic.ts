import { defineOutput, type FieldShape } from '../../core/output.ts'
import { applicationGroupMeaning, multiprocessMeaning, multithreadMeaning, pathEntryMeaning, pathMeaning, prefixMeaning, processGroupMeaning, versionMeaning } from './meanings.ts'
import { fromRepr, listFromRepr, quoted } from './repr.ts'

const string = (name: string, label: string, meaning: (value: string) => ReturnType<typeof processGroupMeaning>): FieldShape<string> => ({
  label,
  line: new RegExp(`^${name}\\s*[=:]\\s*(${quoted})`),
  open: new RegExp(`^${name}\\s*[=:]\\s*(?:[ub]?(?:'(?:[^'\\\\]|\\\\.)*|"(?:[^"\\\\]|\\\\.)*))?$`),
  whole: /['"]$/,
  read: match => fromRepr(match[1] ?? ''),
  meaning: ({ value }) => meaning(value),
})

const bool = (name: string, label: string, meaning: (value: boolean) => ReturnType<typeof processGroupMeaning>): FieldShape<boolean> => ({
  label,
  line: new RegExp(`^${name}\\s*[=:]\\s*(True|False|[01])(?=\\s|$)`),
  whole: /^(?:True|False)$/,
  read: match => match[1] === 'True' || match[1] === '1',
  meaning: ({ value }) => meaning(value),
})

/** The page of the diagnostic WSGI script: seven lines `name = value`, in Python's notation. */
export const diagnostic = defineOutput<{
  processGroup: string; applicationGroup: string; multithread: boolean; multiprocess: boolean
  pythonVersion: string; versionText: string; prefix: string; path: readonly string[]
  basePrefix: string; modWsgiVersion: string; apacheVersion: string; mpmName: string; runOnce: boolean; serverSoftware: string; extra: string; instead: string
}>({
  id: 'diagnostic',
  title: 'the page of the diagnostic script',
  breaks: { when: /(?:wsgi\.multi|sys\.|_group)\w+\s{0,30}(?:= |: ['"[TFbu])/, at: /(?<=\s)(?=(?:mod_wsgi|wsgi|sys|apache)\.\w{1,30}\s{0,30}(?:= |: ['"[TFbu]))/ },
  command: /(?:^|[\s/;&])(?:curl|wget|lynx|http)(?:\.exe)?\s/,
  lead: /^<(?:!DOCTYPE|html)/i,
  fields: {
    processGroup: string('mod_wsgi\\.process_group', 'mod_wsgi.process_group', processGroupMeaning),
    applicationGroup: string('mod_wsgi\\.application_group', 'mod_wsgi.application_group', applicationGroupMeaning),
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
      line: /^mod_wsgi\.version\s*[=:]\s*(\(\d+, ?\d+, ?\d+\))/,
      whole: /\)$/,
      read: match => match[1]?.replace(/[() ]/g, '').replaceAll(',', '.'),
      meaning: ({ value }) => ({ says: `mod_wsgi ${value} runs in the server.`, docs: ['project-status'] }),
    },
    apacheVersion: { label: 'apache.version', line: /^apache\.version\s*[=:]\s*(\(\d+, ?\d+, ?\d+\))/, whole: /\)$/, read: match => match[1]?.replace(/[() ]/g, '').replaceAll(',', '.'), meaning: () => ({ says: 'The Apache for which mod_wsgi was compiled, not the one that runs.' }) },
    mpmName: { label: 'apache.mpm_name', line: /^apache\.mpm_name\s*[=:]\s*['"](\w+)['"]/, read: match => match[1]?.toLowerCase(), meaning: () => ({ says: 'The MPM of the server that answered: the best witness of all.' }) },
    runOnce: bool('wsgi\\.run_once', 'wsgi.run_once', value => ({ says: value ? 'The process ends after each request.' : 'The process goes on after a request, as usual.' })),
    serverSoftware: string('SERVER_SOFTWARE', 'SERVER_SOFTWARE', () => ({ says: 'How the running server names itself.' })),
    extra: {
      label: 'Another line', many: true, weak: true,
      line: /^((?:mod_wsgi|apache|sys|wsgi)\.(?!process_group|application_group|multithread|multiprocess|version\b|prefix\b|path\b|base_prefix|mpm_name|run_once)\w+\s*= ?\S.*)$/,
      meaning: () => ({ says: 'A line that the guide’s script does not print; your script was extended.' }),
    },
    instead: {
      label: 'Something else came', many: true,
      line: /<title>\s*(\d{3} [^<]*?)\s*<\/title>|^(def application\(environ, ?start_response\):)/i,
      read: match => match[1] ?? match[2],
      meaning: ({ value }) => ({
        says: value.startsWith('def') ? 'This is the source of the script, not its page: it was shown instead of being run.' : `Apache answered with an error page, ${value}, in place of the script’s output.`,
        more: value.startsWith('403') ? 'Usually `Require all granted` is missing for the script’s directory, or the directory may not be entered.'
          : value.startsWith('404') ? 'The address is not the one that `WSGIScriptAlias` names, or mod_wsgi is not loaded.'
            : value.startsWith('def') ? 'mod_wsgi is not loaded, or no `WSGIScriptAlias` covers this address.' : 'The reason stands in Apache’s error log at the time of the request.',
      }),
    },
  },
  known: [{ label: 'HTTP header', weak: true, line: /^(?:HTTP\/[\d.]+ \d{3}\b|[A-Z][A-Za-z]*(?:-[A-Za-z]+)*: \S|[% ]*Total\s+% Received|Dload\s+Upload)/, says: 'A line of the answer’s header, not of the script’s page.' }, { label: 'error page', weak: true, line: /^<\/?(?:!DOCTYPE|html|head|body|title|address|p|h1|hr)\b|^(?:Forbidden|Not Found|Internal Server Error|Service Unavailable|You don't have permission|The requested URL|The server encountered)/i, says: 'Part of Apache’s error page.' }],
  extent: ({ has }) => {
    if (has('instead') && !has('processGroup')) return 'failed'
    return has('processGroup') && has('applicationGroup') && has('multithread') && has('multiprocess') && has('pythonVersion') && has('prefix') && has('path') ? 'whole' : 'cut'
  },
})
