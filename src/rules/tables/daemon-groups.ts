import { mainInterpreter } from './main-interpreter.ts'
import { signatures } from './signature.ts'

const reference = (number: number) => `error-reference#wsgi${String(number).padStart(4, '0')}`
const daemons = 'configuration-directives/WSGIDaemonProcess'
const scoping = 'user-guides/configuration-issues#wsgidaemonprocess-scoping'

export const rules = signatures({
  'd10-queue-timeout': {
    title: 'Requests do not wait too long for a daemon process',
    fault: 'Requests wait too long for a free thread',
    severity: 'risky',
    plain: 'More requests come than the application can serve; some visitors get status 504.',
    why: 'A request that is older than `queue-timeout=` when a thread takes it up is refused, because its visitor has likely gone. All threads of the group were busy until then.',
    docs: [reference(84), daemons],
    shows: /WSGI0084\b|Queue timeout expired for WSGI daemon process(?: '([^']*)')?/,
    like: "WSGI0084: Queue timeout expired for WSGI daemon process 'site'.",
    says: 'A daemon group is overloaded: {message}.',
    fix: 'Find the slow requests first. If the load is honest, raise `threads=` or `processes=` in the `WSGIDaemonProcess` line and `{restart}`.',
    verify: 'Under the same load, the log shows no such line.',
    because: ['d07-daemon-timeout', 'd16-deadlock'],
  },
  'd11-restart-limit': {
    title: 'Requests do not meet one restarting process after the other',
    fault: 'The processes of a daemon group keep restarting',
    severity: 'broken',
    plain: 'The processes of the application restart so often that a request finds none to serve it.',
    why: 'A process that is about to restart sends the request back, and Apache tries again, up to a limit. To reach that limit, process after process has to go.',
    docs: [reference(124)],
    shows: /WSGI0124\b|Maximum number of WSGI daemon process (?:'[^']*' )?restart/,
    like: "WSGI0124: Maximum number of WSGI daemon process 'site' restart attempts reached: 10.",
    says: 'A request met restarting processes only: {message}.',
    fix: 'Look above in the log for why they end: a crash, a start that fails, or a limit of time or requests that is too small.',
    verify: 'The log shows no such line any more.',
    because: ['d15-daemon-crashed', 'd04-daemon-identity', 'd16-deadlock'],
  },
  'd12-unknown-process-group': {
    title: 'Each request’s daemon group exists and may be used',
    fault: 'A daemon group that is asked for does not exist here',
    severity: 'broken',
    plain: 'The configuration sends requests to processes that were never defined for them; visitors get status 500.',
    why: 'A group has the name that its `WSGIDaemonProcess` line gives it. If that line stands in one virtual host, other hosts cannot use the group, unless they have the same `ServerName`.',
    docs: [scoping, 'configuration-directives/WSGIProcessGroup', reference(151)],
    shows: /WSGI01(?:49|5[0-2])\b.*'([^']*)'|No WSGI daemon process called '([^']*)' has been|Daemon process called '([^']*)' cannot be accessed by this WSGI application/,
    // A placeholder that was taken as it stands has a rule of its own.
    unless: /called '(?:%\{|[^']*\$\{)/,
    like: "WSGI0151: No WSGI daemon process called 'site' has been configured.",
    says: ({ text }) =>
      /No WSGI daemon process called/.test(text)
        ? `No \`WSGIDaemonProcess\` line defines {name}.`
        : /WSGI0149|allowed groups/.test(text) ? '`WSGIRestrictProcess` does not let this application use the daemon group {name}.' : 'The daemon group {name} belongs to another virtual host.',
    fix: ({ text }) =>
      /WSGI0149|allowed groups/.test(text)
        ? 'Add the group to `WSGIRestrictProcess`, or name another one. Then `{restart}`.'
        : 'Compare the name in `WSGIProcessGroup` or `process-group=` with the `WSGIDaemonProcess` lines, and write the latter outside of the virtual hosts if several use it. Then `{restart}`.',
    verify: '`mod_wsgi.process_group` of the diagnostic script shows the group.',
  },
  'd13-embedded-disabled': {
    title: 'Every application has a daemon group, or may do without',
    fault: 'An application has no daemon group, and embedded mode is switched off',
    severity: 'broken',
    plain: 'The application has no processes to run in; visitors get status 500.',
    why: 'Without a daemon group, a request runs in Apache’s own processes. `WSGIRestrictEmbedded On`, or a build without embedded mode, forbids that.',
    docs: ['configuration-directives/WSGIRestrictEmbedded', 'configuration-directives/WSGIProcessGroup', reference(143)],
    shows: /WSGI014[23]\b|Embedded mode of mod_wsgi disabled/,
    like: 'WSGI0143: Embedded mode of mod_wsgi disabled by runtime configuration.',
    says: 'A request came to an application without a daemon group: {message}.',
    fix: 'Assign the application to a group with `WSGIProcessGroup`, or with `process-group=` in its `WSGIScriptAlias` line. Then `{restart}`.',
    verify: '`mod_wsgi.process_group` of the diagnostic script shows the group.',
  },
  'd14-request-origin': {
    title: 'Only Apache sends requests to the daemon sockets',
    fault: 'A daemon process got a request that does not come from its Apache',
    severity: 'risky',
    plain: 'Something else than this Apache talks to the application’s processes.',
    why: 'With each request Apache sends a token that it shares with its daemon processes. A request without it, or with another, comes from another program, or from an Apache that was started at another time.',
    docs: [reference(33), reference(34)],
    shows: /WSGI003[34]\b|Request origin could not be validated/,
    like: 'WSGI0034: Request origin could not be validated; magic token mismatch.',
    says: 'A daemon process refused a request: {message}.',
    fix: 'Stop Apache completely and start it again, so that no process of an earlier start or another release remains. If it comes back, find out who may enter the directory of the sockets, and restrict it.',
    verify: 'The log shows no such line any more.',
  },
  'd16-deadlock': {
    title: 'No daemon process hangs in C code',
    fault: 'A daemon process hung, and was stopped',
    severity: 'broken',
    plain: 'The application’s process stood still and had to be replaced.',
    why: 'Python’s global lock was not given back for as long as `deadlock-timeout=`. Python code gives it back all the time, so a C extension held it or waits for it, as happens outside the main interpreter.',
    docs: ['user-guides/debugging-techniques#extracting-python-stack-traces', 'user-guides/application-issues#multiple-python-sub-interpreters'],
    shows: /Daemon process deadlock timer expired, stopping (?:daemon )?process/,
    like: "Daemon process deadlock timer expired, stopping daemon process 'site'.",
    says: 'A daemon process did not give Python’s lock back and was stopped: {message}.',
    fix: mainInterpreter,
    verify: 'Under the same requests, the log shows no such line.',
  },
  'd17-locale': {
    title: 'The locale of each daemon group exists',
    fault: 'The locale of a daemon group does not exist',
    severity: 'risky',
    plain: 'The application runs with another language setting than you asked for, so texts with accents may fail.',
    why: 'The name in `locale=` is not installed on this system; the group goes on with the locale that it inherits.',
    docs: ['user-guides/application-issues#timezone-and-locale-settings', reference(79)],
    shows: /WSGI0079\b|Unsupported locale setting/,
    like: "WSGI0079: Unsupported locale setting 'de_DE.UTF-8' specified for daemon process group 'site'; daemon will run with the inherited locale. Consider 'C.UTF-8' as a fallback.",
    says: 'A locale is not installed: {message}.',
    fix: 'Write `locale=C.UTF-8` in the `WSGIDaemonProcess` line, or a name that `locale -a` lists. Then `{restart}`.',
    verify: 'The log shows no such line at the next start.',
  },
  'd18-script-owner': {
    title: 'Scripts have the owner and rights that their group demands',
    fault: 'A script has not the owner or rights that its daemon group demands',
    severity: 'broken',
    plain: 'The application is refused because others could change its script; visitors get status 500.',
    why: '`script-user=` and `script-group=` let a daemon group run only scripts that belong to this user or group and that nobody else may write. The directory of the script must satisfy the same.',
    docs: ['user-guides/security-hardening', reference(164)],
    shows: /WSGI01(?:5[3-9]|6\d|7[0-3])\b|\b(?:Group|User|World) (?:information|permissions) not available for WSGI script|Unable to determine (?:group|owner) of (?:parent directory of )?WSGI script|WSGI script file (?:group|owner) '|WSGI script file is writable to|arent directory (?:'[^']*' )?of WSGI script/,
    like: 'WSGI0168: WSGI script file is writable to world.',
    says: 'A daemon group refuses a script: {message}.',
    fix: ({ text }) => (/writable to (\w+)/.test(text) ? `Take the right away: \`chmod ${/writable to group/.test(text) ? 'g' : 'o'}-w\` on the ${/arent directory/.test(text) ? 'directory of the script' : 'script'}.` : 'Give the script and its directory the owner and group that `script-user=` and `script-group=` name, or correct these options.'),
    verify: 'The next request is answered.',
  },
})
