/**
 * The directives of mod_wsgi. Defaults, values and places are those of docs/configuration-directives/<name> (6.0) and of
 * `wsgi_commands` in src/server/mod_wsgi.c; `since` and `until` those of docs/release-notes. Accept mutex: mutex.md §0.3.
 */

import type { Meaning, Prose } from '../../core/prose.ts'

/** Where it may stand: outside of everything, also in a virtual host, also in the containers of directories and addresses, also in `.htaccess`. */
export type Place = 'server' | 'host' | 'directory' | 'htaccess'

export interface Entry {
  readonly says: Prose
  readonly default?: string
  readonly values?: Prose
  /** The first release that has it, where the release notes tell. */
  readonly since?: string
}

export interface WsgiDirective extends Entry {
  readonly where: Place
  /** It is gone, or without effect, from this release on; what to write in its place. */
  readonly until?: string
  readonly instead?: Prose
  /** It has no page of its own. */
  readonly page?: false
}

const onOff = '`On` or `Off`'

export const wsgiDirectives: Readonly<Record<string, WsgiDirective>> = {
  WSGIAcceptMutex: { says: 'The lock with which the processes of one daemon group take turns. Groups of one process have none.', default: 'fcntl', values: '`default`, `flock`, `fcntl`, `sysvsem`, `posixsem` or `pthread`, as the platform has them', where: 'server' },
  WSGIAccessScript: { says: 'A script that decides which hosts may ask. It runs in Apache’s own processes.', since: '2.0', where: 'htaccess' },
  WSGIApplicationGroup: { says: 'In which interpreter of the process the application runs.', default: '%{RESOURCE}', values: 'a name; `%{GLOBAL}` is the main interpreter', where: 'directory' },
  WSGIAuthGroupScript: { says: 'A script that tells to which groups a user belongs. It runs in Apache’s own processes.', since: '2.0', where: 'htaccess' },
  WSGIAuthUserScript: { says: 'A script that checks passwords. It runs in Apache’s own processes.', since: '2.0', where: 'htaccess' },
  WSGICallableObject: { says: 'What the application is called in its script.', default: 'application', values: 'a name at the top level of the script, no dotted path', where: 'htaccess' },
  WSGICaseSensitivity: { says: 'Whether file names that differ only in case are different files.', default: 'Off on Windows and macOS, else On', values: onOff, where: 'server' },
  WSGIChunkedRequest: { says: 'Admits requests whose body comes in chunks, without a length.', default: 'Off', values: onOff, since: '3.0', where: 'htaccess' },
  WSGIDaemonProcess: { says: 'A group of daemon processes: its name, then its options.', where: 'host' },
  WSGIDestroyInterpreter: { says: 'Whether Python is taken down when a process ends. `Off` helps where that hangs; `atexit` functions then do not run.', default: 'On', values: onOff, since: '4.9.1', where: 'server' },
  WSGIDispatchScript: { says: 'A script that chooses process group, application group or callable anew for each request.', since: '2.0', where: 'htaccess' },
  WSGIDontWriteBytecode: { says: 'Keeps Python from writing `.pyc` files.', default: 'Off', values: onOff, since: '3.4', where: 'server' },
  WSGIEnableSendfile: { says: 'Lets the kernel send files that an application returns.', default: 'Off', values: onOff, since: '3.4', where: 'htaccess' },
  WSGIErrorOverride: { says: 'Shows Apache’s error pages in place of the application’s, in daemon mode only.', default: 'Off', values: onOff, since: '3.0', where: 'htaccess' },
  WSGIFreeThreading: { says: 'Runs a Python that was built without the GIL without it. Other builds ignore it.', default: 'Off', values: onOff, since: '6.0.0', where: 'server' },
  WSGIGroupAuthoritative: { says: 'Whether the answer of `WSGIAuthGroupScript` is final.', default: 'On', values: onOff, where: 'htaccess', page: false },
  WSGIHandlerScript: { says: 'A script as a named handler for `SetHandler` and `AddHandler`: the name, then the file.', since: '3.0', where: 'htaccess' },
  WSGIIgnoreActivity: { says: 'Requests here do not count as activity for `inactivity-timeout=`.', default: 'Off', values: onOff, since: '4.5.8', where: 'htaccess' },
  WSGIImportScript: { says: 'A script that is loaded when a process starts.', values: 'a file, then `process-group=` and `application-group=`, which both must be there', since: '2.0', where: 'host' },
  WSGIMapHEADToGET: { says: 'Whether the application gets a `GET` in place of a `HEAD` request.', default: 'Auto', values: '`On`, `Off` or `Auto`', since: '4.3.0', where: 'htaccess' },
  WSGIPassApacheRequest: { says: 'Hands Apache’s own request structure to the application, in embedded mode only.', default: 'Off', values: onOff, where: 'htaccess' },
  WSGIPassAuthorization: { says: 'Hands the `Authorization` header to the application.', default: 'Off', values: onOff, where: 'htaccess' },
  WSGIPerInterpreterGIL: { says: 'Gives each sub-interpreter a GIL of its own. Needs Python 3.12; packages that do not declare support cannot be imported then.', default: 'Off', values: onOff, since: '6.0.0', where: 'server' },
  WSGIProcessGroup: { says: 'The daemon group that serves the requests here.', default: '%{GLOBAL}', values: 'the name of a group; `%{GLOBAL}` is embedded mode; `%{ENV:NAME}` is looked up for each request', where: 'directory' },
  WSGIPythonEggs: { says: 'The directory in which embedded mode unpacks Python eggs.', since: '2.0', where: 'server' },
  WSGIPythonHashSeed: { says: 'Where Python’s hash values start.', default: 'random', values: '`random` or a number up to 4294967295', since: '4.1.0', where: 'server' },
  WSGIPythonHome: { says: 'The Python of embedded mode, and of daemon groups without `python-home=`: the `sys.prefix` of an installation or a virtual environment.', values: 'a directory, never `bin/python`; of the Python version that mod_wsgi was built for', where: 'server' },
  WSGIPythonOptimize: { says: 'How far Python optimises, as `python -O` does.', default: '0', values: '`0`, `1` or `2`', where: 'server' },
  WSGIPythonPath: { says: 'More directories for `sys.path`, in embedded mode only; daemon groups have `python-path=`.', values: 'directories, with `:` between them, on Windows `;`', where: 'server' },
  WSGIPythonWarnings: { says: 'A filter for Python’s warnings, as `python -W` takes it.', since: '3.0', where: 'server' },
  WSGIRestrictEmbedded: { says: '`On` refuses to run applications in Apache’s own processes, and Python is not started there.', default: 'Off', values: onOff, since: '2.0', where: 'server' },
  WSGIRestrictProcess: { says: 'The only daemon groups that may be chosen here.', values: 'names of groups', where: 'directory' },
  WSGIRestrictSignal: { says: 'Ignores signal handlers that an application registers.', default: 'On', values: onOff, where: 'server' },
  WSGIRestrictStdin: { says: 'Forbids reading from `sys.stdin`.', default: 'Off', values: onOff, where: 'server' },
  WSGIRestrictStdout: { says: 'Forbids writing to `sys.stdout`; otherwise it goes to the error log.', default: 'Off', values: onOff, where: 'server' },
  WSGIScriptAlias: { says: 'Which addresses lead to which script: the address first, then the file. The first line that fits counts.', where: 'host' },
  WSGIScriptAliasMatch: { says: 'Which addresses lead to which script, by a regular expression.', where: 'host' },
  WSGIScriptReloading: { says: 'Whether a change of the script loads it anew; in daemon mode the process restarts.', default: 'On', values: onOff, where: 'htaccess' },
  WSGIServerMetrics: { says: 'Lets Python code in embedded mode read Apache’s scoreboard.', default: 'Off', values: onOff, where: 'server' },
  WSGISlowRequests: { says: 'After how many seconds a request is reported as slow to the telemetry service.', since: '6.0.0', where: 'server' },
  WSGISocketPrefix: { says: 'Where the sockets and locks of daemon groups are made. Apache’s children must be able to enter the directory.', values: 'directory and beginning of the names; not in `/tmp`', where: 'server' },
  WSGISocketRotation: { says: '`Off` keeps the names of the sockets over a graceful restart.', default: 'On', values: onOff, since: '4.6.0', where: 'server' },
  WSGISwitchInterval: { says: 'Python’s switch interval, in embedded mode.', values: 'seconds, such as `0.002`', since: '6.0.0', where: 'server' },
  WSGITelemetryOptions: { says: 'What more goes to the telemetry service.', values: '`+CaptureUserAgent`, `None` or `All`', since: '6.0.0', where: 'server' },
  WSGITelemetryService: { says: 'Sends measurements to a socket on this machine.', values: '`unix:/path`, then perhaps `interval=`', since: '6.0.0', where: 'server' },
  WSGITrustedProxies: { says: 'The proxies whose headers are believed.', values: 'addresses or ranges', since: '4.4.10', where: 'htaccess' },
  WSGITrustedProxyHeaders: { says: 'The headers that are believed when a trusted proxy sends them.', since: '4.4.9', where: 'htaccess' },
  // Gone, each with the release notes that say so.
  WSGILazyInitialization: { says: 'When Python was started.', since: '3.0', until: '6.0.0', where: 'server', page: false },
  WSGINewRelicConfigFile: { says: 'The configuration of the New Relic agent.', until: '6.0.0', where: 'server', page: false },
  WSGINewRelicEnvironment: { says: 'The environment of the New Relic agent.', until: '6.0.0', where: 'server', page: false },
  WSGIOutputBuffering: { says: 'Collected the output of an application.', until: '2.0', where: 'htaccess', page: false },
  WSGIPythonExecutable: { says: 'The Python program.', until: '2.0', instead: '`WSGIPythonHome` with the directory that `sys.prefix` names', where: 'server', page: false },
  WSGIReloadMechanism: { says: 'How a changed script was loaded.', until: '3.0', instead: '`WSGIScriptReloading On`', where: 'htaccess', page: false },
  WSGIVerboseDebugging: { says: 'More messages in the log. From 6.0.0 on without effect.', instead: '`LogLevel wsgi:debug`', where: 'server', page: false },
}

/** Directives that some releases or branches have and of which nothing more is known here. */
export const alsoKnown: readonly string[] = ['WSGIApacheExtensions', 'WSGIMetricsOptions', 'WSGIMetricsService', 'WSGIPy3kWarningFlag', 'WSGIServerGroup', 'WSGIUserAuthoritative']

const byLowerCase = new Map(Object.keys(wsgiDirectives).map(name => [name.toLowerCase(), name]))

/** The entry of a directive; Apache does not mind its case. */
export function wsgiDirective(name: string): (WsgiDirective & { readonly name: string }) | undefined {
  const proper = byLowerCase.get(name.toLowerCase())
  const entry = proper === undefined ? undefined : wsgiDirectives[proper]
  return proper !== undefined && entry ? { ...entry, name: proper } : undefined
}

/** Default, values and age in one line. */
export const detailsOf = ({ default: usual, values, since }: Entry): Prose =>
  [usual === undefined ? '' : `Default: ${/\s/.test(usual) ? usual : `\`${usual}\``}.`, values === undefined ? '' : `Values: ${values}.`, since === undefined ? '' : `Since mod_wsgi ${since}.`].filter(Boolean).join(' ')

const places: Readonly<Record<Place, Prose>> = {
  server: 'Only outside of virtual hosts.', host: 'Not in `<Directory>`, `<Location>` or `.htaccess`.', directory: 'Not in `.htaccess`.', htaccess: 'Also in `.htaccess`.',
}

export function wsgiDirectiveMeaning(name: string): Meaning {
  const entry = wsgiDirective(name)
  if (!entry) return { says: 'Not a directive of mod_wsgi that is known here.', docs: ['configuration'] }
  const gone = entry.until === undefined ? '' : ` Gone since mod_wsgi ${entry.until}.`
  const more = [detailsOf(entry), places[entry.where]].filter(Boolean).join(' ')
  return { says: `${entry.says}${gone}`, more, docs: [entry.page === false ? 'configuration' : `configuration-directives/${entry.name}`] }
}
