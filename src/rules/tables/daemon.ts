import type { Message } from '../../checks/facts/messages.ts'
import { code } from '../../core/say.ts'
import { deaths } from './crashes.ts'
import { mainInterpreter } from './main-interpreter.ts'
import { reference, signatures } from './signature.ts'

/** `WSGI0146: Daemon process 'site' closed …`, `… from daemon process 'site': /srv/www/site.wsgi`. */
const group = ({ text }: Message) => {
  const name = /[Dd]aemon process(?: called)? '([^']+)'/.exec(text)?.[1]
  return name === undefined ? 'a daemon group' : `the daemon group ${code(name)}`
}

/** Releases before 6.0 give their messages no number. */
const isNumbered = ({ text }: Message) => /\bWSGI\d{4}:/.test(text)

const sockets = 'user-guides/configuration-issues#location-of-unix-sockets'
const daemons = 'configuration-directives/WSGIDaemonProcess'
const unusable = ['d04-daemon-identity', 'd05-daemon-socket-not-made', 'd06-accept-lock-not-made']
const crashes = ['d15-daemon-crashed', 'r16-process-crashed']

export const rules = signatures({
  'd01-daemon-socket-permission': {
    title: 'Apache’s children reach the sockets of the daemon groups',
    fault: 'Apache’s children may not reach the socket of a daemon group',
    severity: 'broken',
    plain: 'Apache cannot hand requests to the application, so visitors get status 503.',
    why: 'A daemon group listens on a socket file, and Apache’s children, which run as another user than root, connect to it. For that they need the right to search every directory above it. The default place is Apache’s own run or log directory, which some systems close.',
    docs: [sockets, 'configuration-directives/WSGISocketPrefix', reference(117)],
    shows: /\(13\)[A-Z].*Unable to connect to WSGI daemon process '([^']*)'/,
    like: "(13)Permission denied: WSGI0117: Unable to connect to WSGI daemon process 'site' on '/etc/httpd/logs/wsgi.1959.0.1.sock' as user with uid=48.",
    says: ({ text }) => {
      const [, path, uid] = / on '([^']*)'(?:.* uid=(\d+))?/.exec(text) ?? []
      return `Apache’s children${uid === undefined ? '' : `, with uid ${code(uid)},`} are refused at the socket of the daemon group {name}${path === undefined ? '' : `, ${code(path)}`}.`
    },
    fix: 'Outside of every `<VirtualHost>`, write `WSGISocketPrefix /var/run/wsgi`, or another prefix in a directory that Apache’s user may enter, but not in `/tmp`. Then `{restart}`. If the rights are right and it is refused all the same, SELinux may be the one that refuses.',
    verify: 'The next request is answered, and the log shows no such line.',
    next: ['config'],
  },
  'd02-daemon-not-reached': {
    title: 'The daemon groups take the requests',
    fault: 'A daemon group does not take requests',
    severity: 'broken',
    plain: 'Apache gives requests up because no process of the application takes them; visitors get status 503.',
    why: 'Apache tries several times to connect to the group’s socket. It gives up where the queue is full, where no process of the group runs, or where a reload has replaced the socket and this child still knows the old one.',
    docs: [reference(116), 'user-guides/configuration-issues#restart-versus-graceful-reload', 'configuration-directives/WSGISocketRotation'],
    shows: /Unable to connect to WSGI daemon process '([^']*)'.* after multiple attempts/,
    unless: /\((?:2|13)\)[A-Z]/,
    like: "(11)Resource temporarily unavailable: WSGI0116: Unable to connect to WSGI daemon process 'site' on '/var/run/wsgi.812.0.1.sock' after multiple attempts as listener backlog limit was exceeded or the socket does not exist.",
    says: 'Apache could not connect to the daemon group {name}, however often it tried.',
    fix: 'Look whether processes of the group run. If none does, the main error log says why. If they run and are busy, raise `threads=`, `processes=` or `listen-backlog=` of its `WSGIDaemonProcess` line. If it happens after graceful reloads only, write `WSGISocketRotation Off`, where this release has the directive.',
    verify: 'Under the same load, the log shows no such line.',
    because: [...unusable, 'd15-daemon-crashed'],
    next: ['config'],
  },
  'd03-daemon-socket-missing': {
    title: 'The sockets of the daemon groups are there',
    fault: 'The socket of a daemon group is missing',
    severity: 'broken',
    plain: 'Apache looks for the application where it is not, so visitors get status 503.',
    why: 'The socket file is made when Apache starts. It is missing where its directory does not exist, where the group never started, or where somebody has removed the files since.',
    docs: [reference(117), sockets, 'configuration-directives/WSGISocketPrefix'],
    shows: /\(2\)[A-Z].*Unable to connect to WSGI daemon process '([^']*)'/,
    like: "(2)No such file or directory: WSGI0117: Unable to connect to WSGI daemon process 'site' on '/usr/local/apache/run/wsgi.2344.8.1.sock' as user with uid=2.",
    says: ({ text }) => `The socket of the daemon group {name} is not there: ${code(/ on '([^']*)'/.exec(text)?.[1] ?? 'its file')}.`,
    fix: ({ text }) => {
      const directory = / on '([^']*)\/[^']*'/.exec(text)?.[1]
      return `${directory === undefined ? 'Make the directory' : `Look whether ${code(directory)} exists, and make it`} if it does not; or name another place in \`WSGISocketPrefix\`. Then \`{restart}\`. If the directory is there, look for messages about the start of the group in the main error log.`
    },
    verify: 'After the restart the file is there, and requests are answered.',
    because: unusable,
    next: ['config'],
  },
  'd04-daemon-identity': {
    title: 'Daemon processes take on their user and directories',
    fault: 'A daemon process cannot take on its user, group or directory',
    severity: 'broken',
    plain: 'The processes of the application stop right after they start.',
    why: 'A daemon process starts as root, then changes to the user, the groups and the directories that its options name. If one of them does not exist or may not be entered, it ends rather than run with the wrong rights.',
    docs: [daemons, reference(9), reference(25)],
    shows: /WSGI00(?:0[3-9]|1[01]|25)\b|Unable to (?:change root directory to|set group id to gid=|set supplementary groups for|(?:set|initialise) groups for|change to uid=|change working directory to|determine home directory for)|configure the daemon process correctly|Daemon process configuration failed/,
    like: "(2)No such file or directory: WSGI0009: Unable to change working directory to '/srv/site'. Daemon process will exit.",
    says: 'A daemon process gives up while it changes its identity: {message}.',
    fix: ({ text }) =>
      /directory/.test(text)
        ? 'Make the directory, or let the user of the group enter it and every directory above it; or correct `home=` or `chroot=` in the `WSGIDaemonProcess` line. Then `{restart}`.'
        : 'Correct `user=`, `group=` or `supplementary-groups=` in the `WSGIDaemonProcess` line: `id NAME` must know the name. Apache itself has to be started as root, and the user’s limit of processes (`ulimit -u`) must not be reached. Then `{restart}`.',
    verify: 'After the restart the log shows no such line, and the group answers.',
    next: ['config'],
  },
  'd05-daemon-socket-not-made': {
    title: 'The sockets of the daemon groups can be made',
    fault: 'The socket of a daemon group cannot be made',
    severity: 'broken',
    plain: 'The processes of the application do not start, because nobody could reach them.',
    why: 'Apache makes one socket file for each daemon group. Its directory must exist and be writable, and the whole path must fit into a socket’s address: 107 characters on Linux.',
    docs: ['configuration-directives/WSGISocketPrefix', reference(13), reference(64)],
    shows: /WSGI00(?:1[2-5]|64)\b|(?:Unable to|Couldn't) (?:create|bind|listen on|change owner of) unix domain socket|Length of path for daemon process socket exceeds/,
    like: "(2)No such file or directory: WSGI0013: Unable to bind unix domain socket '/run/wsgi/site.812.0.1.sock'. Daemon group will not start.",
    says: 'Apache cannot make the socket of a daemon group: {message}.',
    fix: ({ text }) =>
      /Length of path|WSGI0064/.test(text)
        ? 'Name a shorter prefix in `WSGISocketPrefix`. Then `{restart}`.'
        : 'Name a short prefix in an existing directory of a local file system in `WSGISocketPrefix`, where root may make files. Then `{restart}`.',
    verify: 'After the restart the log shows no such line, and the group answers.',
    next: ['config'],
  },
  'd06-accept-lock-not-made': {
    title: 'The lock of each daemon group can be made',
    fault: 'The lock between the processes of a daemon group cannot be made',
    severity: 'broken',
    plain: 'The processes of the application do not start.',
    why: 'A group of several processes shares a lock, so that one of them at a time waits for requests. Its file lies beside the socket, or it is a semaphore of the system. A number in brackets at the end of an old message names the mechanism, not an error.',
    docs: ['configuration-directives/WSGIAcceptMutex', reference(30)],
    // Apache 2.2’s own lock has no quotes around its file.
    shows: /WSGI00(?:26|3[0-2])\b|(?:Unable to|Couldn't) create accept lock '|(?:Unable to|Couldn't) set permissions on (?:\w+ )?accept mutex|(?:Unable to|Couldn't) initialise accept mutex/,
    like: "(28)No space left on device: WSGI0030: Unable to create accept lock '/var/run/wsgi.812.0.1.lock'. Daemon group will not start.",
    says: 'The lock of a daemon group fails: {message}.',
    fix: 'Write `WSGIAcceptMutex default`, or another mechanism that an invalid value brings out. Look whether the directory in `WSGISocketPrefix` is on a local file system, and with `ipcs -s` whether semaphores are used up. Then `{restart}`.',
    verify: 'After the restart the log shows no such line, and the group answers.',
    because: ['mutex-unset-fcntl'],
    next: ['config', 'mutex'],
  },
  'd07-daemon-timeout': {
    title: 'The daemon groups answer in time',
    fault: 'A daemon group did not answer in time',
    severity: 'broken',
    plain: 'The application took a request and sent nothing back; the visitor gets status 504.',
    why: 'A thread of the group holds the request until the time limit. The usual reasons: code in a C extension that waits for ever outside Python’s main interpreter, a very slow start or query, or all threads busy.',
    docs: ['user-guides/application-issues#multiple-python-sub-interpreters', 'user-guides/debugging-techniques#extracting-python-stack-traces', reference(145)],
    shows: /WSGI0145\b|Timeout when reading response headers from daemon process/,
    like: "WSGI0145: Timeout when reading response headers from daemon process 'site'.",
    says: message => `A request to ${group(message)} ran into the time limit before any header came back.`,
    fix: `Packages with C code, such as numpy or lxml, can hang outside of the main interpreter. ${mainInterpreter} If the application is slow by nature, raise \`threads=\` or the time limits. A group with \`threads=0\` never answers.`,
    verify: 'The same address is answered. If not, have the threads of the hanging process print where they are.',
    because: [...crashes, 'd16-deadlock'],
    next: ['diagnostic', 'config'],
  },
  'd08-truncated-headers': {
    title: 'The daemon processes finish their answers',
    fault: 'A daemon process ended before it had answered',
    severity: 'broken',
    plain: 'A process of the application broke off in the middle of a request, and the visitor gets an error.',
    why: 'The connection closed before the headers were complete. Nearly always the process crashed, was killed for want of memory, or was ended by a limit.',
    docs: ['user-guides/frequently-asked-questions#apache-process-crashes', 'user-guides/debugging-techniques#debugging-crashes-with-gdb', reference(146)],
    shows: /WSGI014[67]\b|Truncated or oversized response headers received from daemon process|Daemon process '[^']*' closed connection before sending complete/,
    like: "WSGI0146: Daemon process 'site' closed connection before sending complete response headers.",
    says: message =>
      isNumbered(message)
        ? `A process of ${group(message)} closed the connection before its headers were complete. The visitor gets status 502.`
        : `A process of ${group(message)} closed the connection before its headers were complete, or sent headers that are too long. This release answers with status 500 and does not tell the two apart.`,
    fix: (message, known) =>
      deaths.get(known)?.value.length
        ? 'The line about the signal tells what ended a process: begin there.'
        : `Look in the main error log, at \`LogLevel wsgi:info\`, for a signal that ended a process at that time. If there is none, look in the kernel’s log for the out-of-memory killer: Apache writes nothing about it. Against crashes of packages with C code: run the application in the main interpreter, \`WSGIApplicationGroup %{GLOBAL}\`, and no second one in the same processes.${isNumbered(message) ? '' : ' If the application sends very long headers, raise `header-buffer-size=`.'}`,
    verify: 'The same address is answered several times over, and no process of the group is replaced.',
    because: crashes,
    next: ['diagnostic', 'config'],
  },
  'd09-header-too-long': {
    title: 'The response headers fit into the buffer',
    fault: 'A response header is longer than the buffer',
    severity: 'broken',
    plain: 'The application answers with a header that is too long to pass on.',
    why: 'Apache reads the headers of a daemon process into a buffer of fixed size, and one line of them does not fit.',
    docs: [daemons, reference(144)],
    shows: /WSGI0144\b|Response header line too long from daemon process/,
    like: "WSGI0144: Response header line too long from daemon process 'site'.",
    says: message => `A header in an answer of ${group(message)} is longer than the buffer.`,
    fix: 'Make the header shorter; a cookie is often the one. Or raise `header-buffer-size=` in the `WSGIDaemonProcess` line and `{restart}`.',
    verify: 'The same address is answered.',
    next: ['config'],
  },
})
