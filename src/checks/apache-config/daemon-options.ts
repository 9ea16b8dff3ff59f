/**
 * The options of WSGIDaemonProcess and of the directives that name a script. Defaults and limits from
 * `wsgi_add_daemon_process` in src/server/wsgi_daemon.c (6.0) and docs/configuration-directives/WSGIDaemonProcess;
 * `since` from docs/release-notes. An option is written in small letters, exactly so.
 */

import type { Meaning } from '../../core/prose.ts'
import { detailsOf, type Entry } from './wsgi-directives.ts'

export interface Option extends Entry {
  /** What it was called in this release. */
  readonly now?: string
}

const seconds = 'seconds'
const bytes = 'bytes'

export const daemonOptions: Readonly<Record<string, Option>> = {
  processes: { says: 'How many processes the group has. Writing it at all, even `processes=1`, makes `wsgi.multiprocess` true.', default: '1', values: '1 or more' },
  threads: { says: 'How many threads each process has for requests. `threads=1` makes `wsgi.multithread` false.', default: '15', values: '1 or more; 0, since 4.6.0, is for a service script and takes no requests' },
  'display-name': { says: 'What `ps` shows.', default: 'Apache’s own name', values: 'a text; `%{GROUP}` gives `(wsgi:name)`', since: '2.0' },
  home: { says: 'The working directory of the processes. It is not Python’s home, which is `python-home=`.', values: 'an absolute directory', since: '2.0' },
  user: { says: 'As whom the processes run, where Apache is started as root.', default: 'that of Apache’s `User`', values: 'a name or `#uid`, never root' },
  group: { says: 'With which group’s rights the processes run, where Apache is started as root.', default: 'that of Apache’s `Group`', values: 'a name or `#gid`' },
  'supplementary-groups': { says: 'More groups to which the processes belong.', values: 'names, with `,` between them', since: '3.4' },
  umask: { says: 'Which rights new files lack.', default: 'that of Apache', values: 'an octal number' },
  lang: { says: 'The variable `LANG` of the processes; without it they have Apache’s, often `C`, which is ASCII.', since: '3.4' },
  locale: { says: 'The variable `LC_ALL` of the processes.', since: '3.4' },
  chroot: { says: 'The directory in which the processes are locked up.', values: 'an absolute directory; needs root', since: '3.0' },
  'script-user': { says: 'Whose the script must be; other scripts are refused.', values: 'a name or `#uid`; not together with `script-group=`' },
  'script-group': { says: 'Of which group the script must be; other scripts are refused.', values: 'a name or `#gid`; not together with `script-user=`' },
  'python-home': { says: 'The Python installation or virtual environment of this group: its `sys.prefix`.', default: 'that of `WSGIPythonHome`', values: 'a directory, never `bin/python`; of the Python version that mod_wsgi was built for', since: '3.4' },
  'python-path': { says: 'More directories for `sys.path`. For a virtual environment `python-home=` is the right one.', values: 'directories, with `:` between them', since: '2.0' },
  'python-eggs': { says: 'The directory in which Python eggs are unpacked.', since: '2.0' },
  'switch-interval': { says: 'Python’s switch interval.', values: `${seconds}, such as \`0.002\``, since: '6.0.0' },
  'restart-interval': { says: 'After what time a process restarts.', default: '0, never', values: seconds, since: '4.5.12' },
  'maximum-requests': { says: 'After how many requests a process restarts.', default: '0, never' },
  'inactivity-timeout': { says: 'After what time without requests a process restarts.', default: '0, never', values: seconds, since: '2.0' },
  'request-timeout': { says: 'After what time a stuck request makes its process restart. With more threads it waits longer.', default: '0, never', values: seconds, since: '4.1.0' },
  'interrupt-timeout': { says: 'How long a stuck request may take to give way to an exception before its process restarts.', default: '0, no exception', values: seconds, since: '6.0.0' },
  'deadlock-timeout': { says: 'After what time without the GIL a process restarts.', default: '300', values: seconds, since: '2.0' },
  'startup-timeout': { says: 'After what time a process restarts whose script could not be loaded.', default: '0, never', values: seconds, since: '4.5.6' },
  'graceful-timeout': { says: 'How long requests may go on when a process is to restart.', default: '15', values: seconds, since: '4.1.0' },
  'eviction-timeout': { says: 'The same for a restart by signal.', default: '0, as `graceful-timeout`', values: seconds, since: '4.4.7' },
  'shutdown-timeout': { says: 'How long a process may take to end before it is killed.', default: '5', values: seconds },
  'connect-timeout': { says: 'How long Apache tries to reach the group.', default: '15', values: seconds, since: '4.1.0' },
  'socket-timeout': { says: 'How long one read or write between Apache and the group may take.', default: '0, as Apache’s `Timeout`', values: seconds, since: '4.1.0' },
  'queue-timeout': { says: 'How long a request may wait for a free thread before it gets status 504.', default: '0, for ever', values: seconds, since: '4.1.0' },
  'listen-backlog': { says: 'How many requests may wait at the socket.', default: '100', since: '4.1.0' },
  'socket-user': { says: 'Whose the socket is, for MPMs that change the user of Apache’s children.', values: 'a name or `#uid`', since: '4.4.1' },
  'cpu-time-limit': { says: 'After how much processor time a process restarts.', default: '0, never', values: seconds, since: '3.0' },
  'cpu-priority': { says: 'The priority of the processes.', default: '0', values: '-20 to 20; lower is more', since: '3.0' },
  'memory-limit': { says: 'How much memory a process may have; not every system heeds it.', values: bytes, since: '3.4' },
  'virtual-memory-limit': { says: 'How much virtual memory a process may have; not every system heeds it.', values: bytes, since: '3.4' },
  'stack-size': { says: 'The stack of each thread.', default: 'that of the system', values: bytes, since: '2.0' },
  'receive-buffer-size': { says: 'The buffer of the socket towards the group.', default: '0, that of the system', values: `${bytes}, at least 512`, since: '2.0' },
  'send-buffer-size': { says: 'The buffer of the socket from the group.', default: '0, that of the system', values: `${bytes}, at least 512`, since: '2.0' },
  'header-buffer-size': { says: 'How long a header of an answer may be.', default: '32768', values: `${bytes}, at least 8192` },
  'response-buffer-size': { says: 'How much of an answer Apache holds back.', default: '65536', values: `${bytes}, at least 65536`, since: '4.4.7' },
  'response-socket-timeout': { says: 'How long one write to the browser may take when the buffer is full.', default: '0, as `socket-timeout`', values: seconds, since: '4.5.13' },
  'server-metrics': { says: 'Lets Python code in the group read Apache’s scoreboard.', default: 'off', values: '`on` or `off`' },
  'proxy-buffer-size': { says: 'What `response-buffer-size` was called before mod_wsgi 4.4.7.', now: 'response-buffer-size', since: '4.3.1' },
  'newrelic-config-file': { says: 'The configuration of the New Relic agent. Gone since mod_wsgi 6.0.0.' },
  'newrelic-environment': { says: 'The environment of the New Relic agent. Gone since mod_wsgi 6.0.0.' },
}

const groupOption = { says: 'The daemon group that runs it; `%{GLOBAL}` is embedded mode. Goes before `WSGIProcessGroup`.', values: 'the name of a group' }
const interpreterOption = { says: 'The interpreter that runs it; `%{GLOBAL}` is the main one. Goes before `WSGIApplicationGroup`.', values: 'a name' }

/** The options of each directive that has any; WSGIScriptAlias has them since 3.0, WSGIScriptAliasMatch since 4.6.0. */
const mountOptions: Readonly<Record<string, Option>> = {
  'process-group': groupOption,
  'application-group': interpreterOption,
  'callable-object': { says: 'What the application is called in its script.', default: 'application' },
  'pass-authorization': { says: 'Hands the `Authorization` header to the application.', default: 'Off', values: '`On` or `Off`' },
}
const interpreterOnly = { 'application-group': interpreterOption }

export const optionsOf: Readonly<Record<string, Readonly<Record<string, Option>>>> = {
  WSGIDaemonProcess: daemonOptions,
  WSGIScriptAlias: mountOptions,
  WSGIScriptAliasMatch: mountOptions,
  WSGIImportScript: { 'process-group': groupOption, 'application-group': interpreterOption },
  WSGIHandlerScript: { 'process-group': groupOption, 'application-group': interpreterOption, 'pass-authorization': { says: 'Hands the `Authorization` header to the handler.', default: 'Off' } },
  WSGIDispatchScript: interpreterOnly,
  WSGIAccessScript: interpreterOnly,
  WSGIAuthUserScript: interpreterOnly,
  WSGIAuthGroupScript: interpreterOnly,
  WSGITelemetryService: { interval: { says: 'How often it sends.', default: '1.0', values: 'seconds, at least 0.5' } },
}

const entryOf = (options: Readonly<Record<string, Option>>, name: string) => (Object.hasOwn(options, name) ? options[name] : undefined)

/** What one option means, as it is written: `threads=5`. */
export const optionMeaning = (directive: string) => (item: string): Meaning | undefined => {
  const [name = ''] = item.split('=')
  const entry = entryOf(optionsOf[directive] ?? {}, name)
  if (!entry) return { says: `Not an option of \`${directive}\` that is known here.` }
  const more = detailsOf(entry)
  return { says: entry.says, ...(more && { more }) }
}

/** An option of whatever directive names a script: where two have it, it means the same. */
export const scriptOptionMeaning = (item: string): Meaning | undefined =>
  ['WSGIImportScript', 'WSGIHandlerScript', 'WSGITelemetryService'].filter(name => entryOf(optionsOf[name] ?? {}, item.split('=')[0] ?? '')).map(name => optionMeaning(name)(item))[0]
