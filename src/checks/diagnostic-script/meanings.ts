import type { Meaning } from '../../core/prose.ts'
import { code } from '../../core/say.ts'

const threads = ['user-guides/processes-and-threading']
const modes = ['user-guides/embedded-and-daemon-mode']
const groups = ['configuration-directives/WSGIApplicationGroup']

/** Meanings of the script's seven lines. Facts: mod_wsgi src/server/wsgi_config.c, wsgi_daemon.c, mod_wsgi.c. */
export const processGroupMeaning = (value: string): Meaning => value === ''
  ? { says: 'Embedded mode: the application runs inside Apache’s own child processes.', more: 'No `WSGIProcessGroup` applies, or `%{GLOBAL}`. On Windows there is nothing else.', docs: modes }
  : { says: `Daemon mode: a process of the group ${code(value)} answered.`, more: 'A `WSGIDaemonProcess` line has this name. Apache’s MPM has no influence on the lines about threads and processes then.', docs: modes }

export function applicationGroupMeaning(value: string): Meaning {
  if (value === '') return { says: 'The main interpreter of the process, as `WSGIApplicationGroup %{GLOBAL}` asks for.', more: 'It is the safe choice for packages with compiled parts.', docs: groups }
  const parts = /^(\[[^\]]*\]|[^|:]*)(?::(\d+))?\|(.*)$/.exec(value)
  if (!parts) return { says: 'A sub-interpreter with a name of your own, from `WSGIApplicationGroup`.', docs: groups }
  const [, host = '', port, mount = ''] = parts
  return {
    says: `A sub-interpreter with the default name: server ${code(host)}${port ? `, port ${port}` : ''}, ${mount ? `mount point ${code(mount)}` : 'the root of the site'}.`,
    more: `Ports 80 and 443 are left out. Packages with compiled parts may not work in a sub-interpreter; \`WSGIApplicationGroup %{GLOBAL}\` avoids it.`,
    guide: 'The guide calls it the connection’s port. It is the port of the request’s address, so each spelling of the address may get an interpreter of its own, unless `UseCanonicalName` or `UseCanonicalPhysicalPort` say otherwise.',
    docs: groups,
  }
}

export const multithreadMeaning = (value: boolean): Meaning => ({
  says: value ? 'Several requests may run in this process at once, so the application must be safe for threads.' : 'A process works on one request at a time.',
  more: 'In embedded mode it follows Apache’s MPM and `ThreadsPerChild`; in daemon mode the option `threads=`, whose default is 15.',
  docs: threads,
})

export const multiprocessMeaning = (value: boolean): Meaning => ({
  says: value ? 'Other processes may serve the same application, so nothing kept in memory is shared by all requests.' : 'One process serves this application.',
  more: 'In embedded mode it is `True` unless Apache is limited to one child, or runs on Windows; in daemon mode it is `True` exactly where `processes=` is written, even `processes=1`.',
  guide: 'The guide says that daemon mode is multiprocess for more than one process only, and embedded mode always. mod_wsgi goes by whether `processes=` is written, and by Apache’s limits.',
  docs: threads,
})

export const versionMeaning = (value: string): Meaning => ({
  says: `Python ${value}, from the library that is loaded into the server.`,
  more: 'Its first two numbers must be those of `libpython` in the output of `ldd`, and of the directory with the standard library.',
})

export const prefixMeaning = (): Meaning => ({
  says: 'The installation, or the virtual environment, whose files this Python uses.',
  more: 'In a virtual environment the standard library still comes from the installation beneath it.',
  docs: ['user-guides/virtual-environments'],
})

export const pathMeaning = (entries: readonly string[]): Meaning => ({
  says: `Where modules are looked for, in this order: ${entries.length} places.`,
  guide: 'The page of `WSGIPythonPath` says that its entries come last; they come first.',
  docs: ['configuration-directives/WSGIPythonPath'],
})

export function pathEntryMeaning(entry: string): Meaning {
  if (/python\d+\.zip$/.test(entry)) return { says: 'The standard library as an archive. It usually does not exist, which is fine.' }
  if (/lib-dynload$|[\\/]DLLs$/.test(entry)) return { says: 'The compiled part of the standard library.' }
  if (entry.endsWith('site-packages')) return { says: 'Packages of the installation or the environment above this directory.' }
  if (entry.endsWith('dist-packages')) return { says: 'Packages that Debian or Ubuntu installed, or `pip` as the system’s administrator.' }
  if (/[\\/]lib(?:64)?[\\/]python\d\.\d+t?$|\\Lib$/.test(entry)) return { says: 'The standard library. Its parent tells which installation is used.' }
  if (entry === '') return { says: 'The working directory of the process.' }
  return { says: 'Added by `python-path`, `WSGIPythonPath`, a `.pth` file or the application.' }
}

const errorPages: Readonly<Record<string, string>> = {
  403: 'No `Require` line lets this caller in (`Require local` serves this machine only), or Apache may not enter the directory.',
  404: 'The address is not the one that `WSGIScriptAlias` names, or mod_wsgi is not loaded.',
}

/** What came in place of the page: its source, or the title of an error page. */
export const insteadMeaning = (value: string): Meaning =>
  value.startsWith('def')
    ? { says: 'This is the source of the script, not its page: it was shown instead of being run.', more: 'mod_wsgi is not loaded, or no `WSGIScriptAlias` covers this address.' }
    : { says: `Apache answered with an error page, ${value}, in place of the script’s output.`, more: errorPages[value.slice(0, 3)] ?? 'The reason stands in Apache’s error log at the time of the request.' }
