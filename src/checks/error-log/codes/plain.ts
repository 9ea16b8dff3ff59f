import type { Meaning, Prose } from '../../../core/prose.ts'
import { byFirstWord } from './texts.ts'

/** How a message begins that never had a number, what it means, and what else must be in it. */
type Plain = readonly [begins: string, meaning: Meaning, holds?: string]

const issues = 'user-guides/configuration-issues'
const installing = 'user-guides/installation-issues'
const life = (says: Prose): Meaning => ({ says: `${says} No fault.` })
const groups = (says: Prose, more: Prose): Meaning => ({ says, more, docs: [`${issues}#wsgidaemonprocess-scoping`] })
const loader = (says: Prose, more?: Prose): Meaning => ({ says, ...(more !== undefined && { more }), docs: [installing, 'httpd:mod/mod_so#loadmodule'] })
const home = (says: Prose, more: Prose): Meaning => ({ says, more, docs: ['configuration-directives/WSGIPythonHome', `${installing}#multiple-python-versions`] })

const begins = life('Python starts in this process.')
const ends = life('Python ends in this process.')
const runs = life('A daemon process starts.')
const stops = life('A daemon process ends, as it was told to.')
const loads = life('A script is loaded.')
const anew = life('A script changed and is loaded again, or its daemon process is restarted for it.')
const made = life('An interpreter is made, for an application group that is used for the first time.')
const unlocked: Meaning = { says: 'The lock of Python (GIL) was held for too long; the daemon process is stopped.', more: 'Mostly a C extension holds it: try `WSGIApplicationGroup %{GLOBAL}`.', docs: ['user-guides/application-issues#multiple-python-sub-interpreters'] }
const signals: Meaning = { says: 'The application wanted to handle a signal; mod_wsgi does not let it.', more: 'Mostly harmless. `WSGIRestrictSignal Off` lets it, where it must.', docs: ['user-guides/application-issues#registration-of-signal-handlers'] }
const died: Meaning = { says: 'A daemon process was ended by a signal.', more: 'A crash, or somebody killed it.', docs: ['user-guides/frequently-asked-questions#apache-process-crashes'] }
const headless: Meaning = { says: 'A program ended without an answer.', more: 'A CGI module says so of what it ran, and an older mod_wsgi of a daemon process that ended in the middle of a request.', docs: ['user-guides/frequently-asked-questions'] }
const generation = loader('The module was built for another generation of Apache.', 'Build it again, for this one.')

export const plain: readonly Plain[] = [
  // On the way to a start.
  ['Syntax error on line ', { says: 'Apache refused a line of its configuration; behind it stands why. It does not start until that is put right.' }],
  ['Invalid command \'', { says: 'No module that is loaded so far knows this directive.', more: 'For one that begins with `WSGI`: mod_wsgi is not loaded above this line, or this release or system does not have the directive.' }],
  ['Cannot load ', loader('Apache could not load this file; the loader’s reason stands at the end.')],
  ['Can\'t locate API module structure', loader('The file holds no module of the name that the `LoadModule` line says.', 'For mod_wsgi the name is `wsgi_module`.')],
  ['API module structure ', generation],
  ['Module "', generation],
  ['module ', loader('The module is part of the program; it cannot be loaded as well.', 'Take the `LoadModule` line out.'), ' is built-in and can'],
  ['WSGI process group not yet configured', groups('A daemon group is used above the line that defines it.', 'Move its `WSGIDaemonProcess` up.')],
  ['WSGI process group not ', groups('The daemon group belongs to another virtual host.', 'Define it outside of the virtual hosts.')],
  ['WSGI process blocked from running as root', { says: 'A daemon group would run as root, which mod_wsgi refuses.', more: 'Write `user=` and `group=`.', docs: ['user-guides/security-hardening'] }],
  ['Name duplicates previous WSGI daemon definition', groups('Two `WSGIDaemonProcess` lines have one name.', 'Give each its own; see whether a file is included twice.')],
  ['Invalid option to WSGI ', { says: 'An option is misspelled, or this release of mod_wsgi does not have it.', docs: ['configuration-directives/WSGIDaemonProcess'] }],
  ['Invalid ', { says: 'The value of an option is out of its range.', docs: ['configuration-directives/WSGIDaemonProcess'] }, ' for WSGI daemon process'],
  ['DocumentRoot ', { says: 'The directory of `DocumentRoot` is not there, or may not be read; Apache does not start.' }, 'is not a directory'],
  ['DefaultRuntimeDir must be a valid directory', { says: 'Debian’s Apache was called without its variables.', more: 'Call it through `apache2ctl`.', docs: ['httpd:programs/apachectl'] }],
  ['no listening sockets available', { says: 'Apache got no address to listen on, and stops; the lines above tell why.', docs: ['httpd:bind'] }],
  ['SELinux policy enabled', { says: 'SELinux is in force: its labels count, beside the rights of files.', docs: [`${issues}#selinux-on-rhel-and-fedora`] }],
  ['Code signing absent', { says: 'macOS’ own Apache loads only modules that are signed.', docs: ['user-guides/installation-on-macosx'] }],
  // Python’s own words.
  ['Fatal Python error:', home('Python gave up; the reason stands behind the colon.', 'If it is about `encodings` or the file system’s codec, Python’s home is wrong, not readable, or of another version.')],
  ['Could not find platform ', home('Python does not find its library beneath its home.', 'The home is wrong, or of another version.')],
  ['Consider setting $PYTHONHOME', home('Python’s advice where it does not find its library.', 'In Apache that is `WSGIPythonHome`, or `python-home=` of a daemon group.')],
  ['\'import site\' failed', home('Python could not set up its path.', 'Mostly the standard library that it found is of another version.')],
  ['Python path configuration:', home('Python shows where it looked, because it could not start.', 'Its last directories, `stdlib dir` and `sys.path`, must hold the library of this very version.')],
  ['Traceback (most recent call last):', { says: 'Python’s account of an exception begins; its last line names the exception.' }],
  ['During handling of the above exception', { says: 'A second exception came up while the first was dealt with; both are shown.' }],
  ['The above exception was the direct cause', { says: 'The exception above led to the one below; both are shown.' }],
  // mod_wsgi without a number.
  ['mod_wsgi: Compiled for Python/', { says: 'The Python for which this old mod_wsgi was built; the next line says which one runs.' }],
  ['mod_wsgi: Runtime using Python/', { says: 'The Python that runs. It has to be of the same `3.X` as the one above.' }],
  ['Compiled for Python/', { says: 'The Python for which this old mod_wsgi was built, beside the one that runs.' }],
  ['Target WSGI script \'', { says: 'The script could not be loaded; the traceback below tells why.', docs: ['user-guides/debugging-techniques'] }, 'cannot be loaded as Python module'],
  ['Cannot acquire interpreter \'', { says: 'An interpreter could not be entered.', more: 'Look further up for a start of Python that failed.', docs: ['error-reference#wsgi0087'] }],
  ['Location of WSGI user authentication script not provided', { says: 'A login was asked of mod_wsgi, and no `WSGIAuthUserScript` is set here.', docs: ['error-reference#wsgi0041'] }],
  ['The mod_python module can not be used', { says: 'mod_python is loaded; mod_wsgi does not run beside it.', more: 'Take its `LoadModule` line out.' }],
  ['Callback registration for signal ', signals],
  ['Ignoring Python signal handler registration', signals],
  ['Daemon process deadlock timer expired', unlocked],
  ['Process \'', died, ' terminated by signal '],
  ['Process \'', died, ' has died'],
  ['Premature end of script headers', headless],
  ['End of script output before headers', headless],
  // mod_wsgi’s life, at level info.
  ['Initializing Python', begins],
  ['Attach interpreter ', begins],
  ['Attaching to Python main interpreter', begins],
  ['Adding \'', life('A directory is added to Python’s path.'), ' to path'],
  ['Create interpreter ', made],
  ['Creating sub-interpreter ', made],
  ['Python home ', life('The directory that this process takes for its Python.')],
  ['Loading Python script file ', loads],
  ['Loading WSGI script ', loads],
  ['Reloading WSGI script ', anew],
  ['Force restart of process ', anew],
  ['Starting process \'', runs],
  ['Starting daemon process \'', runs],
  ['Stopping process \'', stops],
  ['Shutdown requested', stops],
  ['Exiting process \'', stops],
  ['Exiting daemon process \'', stops],
  ['Process \'', stops, ' terminated normally'],
  ['Process \'', stops, ' deregistered'],
  ['Deregistering daemon process \'', stops],
  ['Maximum requests reached', life('A daemon process has done as many requests as `maximum-requests=` allows, and is replaced.')],
  ['Daemon process idle inactivity timer expired', life('A daemon process had nothing to do for `inactivity-timeout=`, and is replaced.')],
  ['Client closed connection', life('A client went away.')],
  ['Destroying ', ends],
  ['Destroy interpreter ', ends],
  ['End interpreter ', ends],
  ['Cleanup interpreter ', ends],
  ['Releasing Python main interpreter', ends],
  ['Terminating Python', ends],
  ['Python has shutdown', ends],
  ['Python runtime has shut down', ends],
]

const likely = byFirstWord(plain)

/** The meaning of a message without a number. */
export const plainMeaning = (words: string): Meaning | undefined => likely(words).find(([start, , holds]) => words.startsWith(start) && (holds === undefined || words.includes(holds)))?.[1]
