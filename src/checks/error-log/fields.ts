import type { FieldShape } from '../../core/output.ts'
import type { Meaning } from '../../core/prose.ts'
import { codeMeaning } from './meaning.ts'
import { stampedInShort } from './prefix.ts'

type Shape = FieldShape<string>

const shape = (label: string, line: RegExp, says: string, more?: Omit<Meaning, 'says'>): Shape => {
  const meaning = { says, ...more }
  // Of several groups, the one that the message has.
  return { label, line, many: true, weak: true, whole: /./, read: match => match.slice(1).find(group => group !== undefined) ?? match[0], meaning: () => meaning }
}

const notice = 'configured -- resuming normal operations'
const mpmOf: Readonly<Record<string, string>> = { AH00163: 'prefork', AH00292: 'worker', AH00489: 'event', AH00455: 'winnt' }

/** What the start notice says of the server that runs. */
export const banner = {
  bannerServer: shape('Apache, running', new RegExp(`\\bApache/(\\d+\\.\\d+(?:\\.\\d+)*)(?=.{0,600}${notice})`), 'The release of the Apache that started here.'),
  bannerPlatform: shape('Platform, running', new RegExp(`\\bApache/\\S+ \\(([^)]*)\\)(?=.{0,600}${notice})`), 'The word of whoever built this Apache.'),
  bannerModWsgi: shape('mod_wsgi, running', new RegExp(`\\bmod_wsgi/(\\d+\\.\\d+(?:\\.\\d+)*)(?=.{0,600}${notice})`), 'The release of mod_wsgi that was loaded.', { docs: ['project-status'] }),
  bannerPython: shape('Python of mod_wsgi', new RegExp(`\\bPython/(\\d+\\.\\d+(?:\\.\\d+)*)(?=.{0,600}${notice})`), 'The release of Python for which this mod_wsgi was built.', { more: 'It is written at build time. The library that runs may have another third number.' }),
  noticeMpm: {
    label: 'MPM, running', many: true, weak: true, whole: /./,
    line: new RegExp(`\\b(AH00163|AH00292|AH00489|AH00455|mpm_\\w+(?=:notice\\]))(?=.{0,600}${notice})`),
    read: match => mpmOf[match[1] ?? ''] ?? match[1]?.replace('mpm_', ''),
    meaning: ({ value }) => ({ says: `The server runs with the ${value} MPM: each MPM has a start notice of its own.` }),
  } satisfies Shape,
} as const

/** The directory of Python in use, and what is wrong with it. */
export const python = {
  // `Python home set to '/opt/python3.12' for embedded mode.`, `Python home /srv/venv.`
  pythonHome: shape('Python home', /\bPython home (?<!stat Python home )(?:(?:set to )?'([^']+)'(?! (?:for .*)?is not)|(?!set to)([^\s'](?:(?! is not | for )[^'])*?)(?= for |\.$))/, 'The directory that this process takes for its Python.', { docs: ['user-guides/virtual-environments'] }),
  // `Python home '/srv/venv/bin/python' for daemon process 'shop' is not a directory; …`, `Unable to stat Python home /srv/venv. Python interpreter …`
  pythonHomeRefused: shape('Python home refused', /\bPython home (?:'([^']+)'(?=(?: for .{1,200}?)?(?: is not |[;.] Python interpreter))|([^\s'].*?)(?=(?: for .{1,200}?)?(?: is not (?:a directory|accessible)|[;.] Python interpreter)))/, 'This directory was named as Python’s home and cannot be used.', { docs: ['configuration-directives/WSGIPythonHome'] }),
  exception: shape('Exception', /(?:^|[\s\]])((?:(?:[A-Za-z_][\w.]*\.)?[A-Z]\w*(?:Error|Exception|Exit|Interrupt|ImproperlyConfigured|AppRegistryNotReady)|(?:[A-Za-z_]\w*\.)+[A-Z]\w*(?:NotFound|DoesNotExist))(?::(?: .*?)?)?)(?:, referer: \S+)?(?:\\r)?$/, 'What went wrong, in Python’s words.'),
  missingModule: shape('Missing module', /\bNo module named '?([\w.]+)'?/, 'Python did not find this module on its path.', { docs: ['user-guides/virtual-environments'] }),
  deniedFile: shape('Refused file', /\[Errno 13\] Permission denied: '([^']*)'/, 'The process may not open this file.', { docs: ['user-guides/application-issues#access-rights-of-apache-user'] }),
} as const

/** What kept Apache from starting. */
export const start = {
  loadError: shape('Could not be loaded', /\bCannot load (\S.*?) into server\b/, 'The module or library that Apache could not load.', { docs: ['user-guides/installation-issues'] }),
  loadReason: shape('Reason', /\bCannot load .*? into server: (.*\S)/, 'Why, in the loader’s words.', { docs: ['user-guides/installation-issues'] }),
  missingLibrary: shape('Missing library', /(?:^|[\s:(])(lib[\w.+-]+\.(?:so|dylib)[\w.]*): cannot open shared object file/, 'The loader knows no place where this library is.', { docs: ['user-guides/installation-issues'] }),
  syntaxErrorAt: shape('Refused at', /\b(?:Syntax error on )?(line \d+ of (?:file )?\S.*?)(?::(?: |$)|$)/, 'The line of the configuration that was refused.'),
  unknownCommand: shape('Unknown directive', /\bInvalid command '([^']+)'/, 'No loaded module knows this directive.'),
  envVariable: shape('Variable without a value', /\bConfig variable \$\{(\w+)\} is not defined/, 'The configuration uses this variable, and it has no value.', { more: 'A name that begins with `APACHE_` points to Debian’s `envvars`.' }),
  serverNameGuess: shape('Server name, guessed', /domain name, using (\S+?)(?:\.? Set | for ServerName)/, 'The name that Apache gives itself because no `ServerName` is set.', { docs: ['user-guides/configuration-issues#apache-server-name-warning'] }),
  deniedPath: shape('Refused path', /(?:filesystem path '([^']+)'|client denied by server configuration: (\S+?)(?:, referer|$)|file permissions deny server access: (\S+))/, 'The path to which access was refused.', { docs: ['user-guides/configuration-issues#file-permissions-on-application-files'] }),
} as const

/** How processes fared. */
export const processes = {
  childSignal: shape('Ended by signal', /\bchild pid \d+ exit signal (.+? \(\d+\))/, 'The signal that ended the process. “Segmentation fault” and “Aborted” are crashes.', { docs: ['user-guides/frequently-asked-questions#apache-process-crashes'] }),
  daemonGroup: shape('Daemon group', /\b(?:Starting process|[Dd]aemon process(?: group)?(?: called)?) '([^']*)'/, 'The daemon process group that is spoken of.', { docs: ['configuration-directives/WSGIDaemonProcess'] }),
  daemonSocket: shape('Daemon socket', /\bUnable to connect to WSGI daemon process '[^']*' on '([^']*)'/, 'The socket on which Apache tried to reach the daemon processes.', { docs: ['configuration-directives/WSGISocketPrefix'] }),
  commandLine: shape('Command line', /\bCommand line: '(.*?)'?$/, 'How this server was started.'),
} as const

const dumped = (label: string, name: string, says: string): Shape => shape(label, new RegExp(`^${stampedInShort}\\s*${name} = (?:'(.*)'|(\\(not set\\)))$`), says)

/** The lines of Python’s dump of its paths. */
export const dump = {
  dumpHome: dumped('PYTHONHOME, in force', 'PYTHONHOME', 'The home directory that Python was given: by `WSGIPythonHome`, `python-home=` or the environment.'),
  dumpPrefix: dumped('sys.prefix, tried', 'sys\\.prefix', 'Where Python looked for its own library.'),
  dumpBasePrefix: dumped('sys.base_prefix, tried', 'sys\\.base_prefix', 'Where Python looked for the installation beneath an environment.'),
  dumpStdlib: dumped('Standard library, tried', 'stdlib dir', 'The directory in which Python expected its standard library. Its last part names the release of the Python library that runs.'),
  dumpProgram: dumped('sys.executable, guessed', 'sys\\.executable', 'The program that Python takes for itself; in a server it is a guess.'),
} as const

export const codeField: Shape = {
  label: 'Code', many: true, weak: true, whole: /./,
  line: /(?:^|[\]:)Z] ?|:\d\d )(AH\d{5}|WSGI\d{4})(?=:)/,
  meaning: ({ value }) => codeMeaning(value),
}
