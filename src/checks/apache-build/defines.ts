/**
 * The `-D` lines that `httpd -V` of Apache 2.0, 2.2 and 2.4 can print, and what each says.
 * From httpd server/main.c (2.2.x and 2.4.x) and include/httpd.h; apr configure.in and locks/unix/proc_mutex.c;
 * mod_wsgi src/server/wsgi_server.c and wsgi_daemon.c.
 */

import type { DocsLink, Meaning } from '../../core/prose.ts'
import { table } from '../apache-modules/modules-2.4.ts'

export interface DefineMeaning extends Meaning {
  /** The generation of Apache that prints it; 2.0 counts as 2.2. */
  readonly in: '2.2' | '2.4' | 'both'
  readonly value: 'none' | 'text' | 'path' | 'number'
}

const build = 'user-guides/checking-your-installation#apache-build-information'
const mutex = 'user-guides/checking-your-installation#cross-process-mutex'

const flag = { in: 'both', value: 'none', docs: [build] } as const
const path = { in: 'both', value: 'path', docs: [build] } as const
const number = { in: 'both', value: 'number', docs: [build] } as const
const old = { in: '2.2', value: 'none', docs: [build, 'requirements'] } as const
const lock = {
  ...flag,
  docs: [mutex, 'configuration-directives/WSGIAcceptMutex', 'httpd:mod/core#mutex'],
  more: 'APR picks this kind wherever a lock between processes is left at `default`. For mod_wsgi that is only so with `WSGIAcceptMutex default` and a group of several daemon processes.',
  guide: 'The guide says that these lines are read in order and that mod_wsgi uses the same default. Neither is right: APR settles on one kind when it is built and only its line is printed, '
    + '`APR_USE_PTHREAD_SERIALIZE` is no candidate, and mod_wsgi without `WSGIAcceptMutex` uses `fcntl`, whatever stands here.',
} as const

/** Where else to read about it. */
const further: Readonly<Record<string, DocsLink>> = {
  BIG_SECURITY_HOLE: 'httpd:mod/mod_unixd#user',
  SECURITY_HOLE_PASS_AUTHORIZATION: 'configuration-directives/WSGIPassAuthorization',
  APR_HAS_SENDFILE: 'configuration-directives/WSGIEnableSendfile',
  APR_HAVE_IPV6: 'httpd:bind#ipv6',
  SINGLE_LISTEN_UNSERIALIZED_ACCEPT: mutex,
  APR_HAS_OTHER_CHILD: 'user-guides/embedded-and-daemon-mode',
  DYNAMIC_MODULE_LIMIT: 'httpd:mod/mod_so#loadmodule',
  HTTPD_ROOT: 'httpd:mod/core#serverroot',
  SUEXEC_BIN: 'configuration-directives/WSGIDaemonProcess',
  DEFAULT_ERRORLOG: 'httpd:mod/core#errorlog',
  SERVER_CONFIG_FILE: 'httpd:programs/httpd#options',
}

const written: Readonly<Record<string, DefineMeaning>> = {
  ...table(`
    BIG_SECURITY_HOLE: Child processes of this Apache may run as root. | Without it, Apache refuses to start when \`User\` names root. With it, Python code in embedded mode may run as root. Packages never set it.
    SECURITY_HOLE_PASS_AUTHORIZATION: Every CGI program gets the login headers. | \`WSGIPassAuthorization On\` does the same for one application under mod_wsgi alone.
    HAVE_SHMGET: The system has System V shared memory. | No effect on mod_wsgi.
    APR_FILE_BASED_SHM: Memory that processes share is kept in a file. | No effect on mod_wsgi.
    APR_HAS_SENDFILE: Files can be sent without copying them through Apache. | mod_wsgi does so for \`wsgi.file_wrapper\` only when \`WSGIEnableSendfile\` is on.
    APR_HAS_MMAP: Files can be mapped into memory. | No effect on mod_wsgi.
    NO_WRITEV: Apache cannot write several pieces of data in one call. | It costs a little speed.
    NO_LINGCLOSE: Apache closes connections without waiting for the client. | Clients may lose the end of an answer, also of an application under mod_wsgi.
    APR_HAVE_IPV6: Apache can serve IPv6; the brackets say whether an IPv6 socket also takes IPv4 callers. | With \`disabled\`, the default on the BSDs and Windows, a port needs a \`Listen\` line for each.
    APR_PROCESS_LOCK_IS_GLOBAL: The lock between processes also keeps out threads of the same process. | No effect on mod_wsgi.
    SINGLE_LISTEN_UNSERIALIZED_ACCEPT: With a single \`Listen\`, Apache's processes wait for connections without a lock. | The lock of a mod_wsgi daemon process group is another one.
    APR_HAS_OTHER_CHILD: Apache can watch over processes that are not its own workers. | Daemon mode of mod_wsgi is only compiled in where this is present.
    AP_HAVE_RELIABLE_PIPED_LOGS: A log program behind a pipe is started again when it ends. | No effect on mod_wsgi.
    BUFFERED_LOGS: The access log is written in batches. | The error log, where mod_wsgi writes, is not concerned.
    APR_CHARSET_EBCDIC: Built for a mainframe with EBCDIC. | mod_wsgi is not made for such systems.
    NEED_HASHBANG_EMUL: Apache reads the \`#!\` line of scripts, as the system does not. | It concerns CGI programs only.
  `, flag),
  ...table(`
    APR_USE_FLOCK_SERIALIZE: The default lock between processes is \`flock\`, a lock on a whole file; usual on FreeBSD and in macOS's own Apache.
    APR_USE_SYSVSEM_SERIALIZE: The default lock between processes is \`sysvsem\`, a System V semaphore; usual with Homebrew, and on Linux with APR before 1.7.
    APR_USE_POSIXSEM_SERIALIZE: The default lock between processes is \`posixsem\`, a POSIX semaphore. Somebody asked for it; it is not freed when its holder crashes.
    APR_USE_FCNTL_SERIALIZE: The default lock between processes is \`fcntl\`, a lock on part of a file; mod_wsgi's own default too.
    APR_USE_PROC_PTHREAD_SERIALIZE: The default lock between processes is \`pthread\`, a mutex in shared memory; usual on Linux with APR 1.7 and newer.
    APR_USE_PTHREAD_SERIALIZE: Threads inside one process lock each other out with a POSIX threads mutex. | This is no lock between processes, so it plays no part in the accept lock of Apache or mod_wsgi.
  `, lock),
  ...table(`
    APACHE_MPM_DIR: The source directory of the MPM that is built in; its last part names it. | In Apache 2.2 the configuration cannot change it.
    SHARED_CORE_DIR: The directory of the server's core as a shared library.
    DEFAULT_LOCKFILE: The accept lock of Apache, unless \`LockFile\` names another. | That of mod_wsgi is where \`WSGISocketPrefix\` says.
    DEFAULT_XFERLOG: The default access log.
  `, { ...old, value: 'path' } as const),
  ...table(`
    HAVE_RELIABLE_PIPED_LOGS: A log program behind a pipe is started again when it ends.
    CHARSET_EBCDIC: Built for a mainframe with EBCDIC.
    APACHE_XLATE: Apache can translate character sets.
    SHARED_CORE: The server's core is a shared library.
  `, { ...old, more: 'Current mod_wsgi does not support a release that prints this.' } as const),
  ...table(`
    PIPE_BUF: How many bytes can be written to a pipe in one piece. | No effect on mod_wsgi.
    DYNAMIC_MODULE_LIMIT: How many modules \`LoadModule\` may add. | Usually 256, in Apache 2.2 128. With 0 not even mod_wsgi could be added.
  `, number),
  ...table('OS: The operating system, set by a few ports only. | No effect on mod_wsgi.', { ...flag, value: 'text' } as const),
  ...table(`
    HTTPD_ROOT: The home of this Apache, unless the configuration or \`-d\` names another. | The default of \`ServerRoot\`, from which relative paths count. On Windows it is the place planned at build time, not the real one.
    SUEXEC_BIN: Where Apache looks for suexec, which runs CGI programs as other users. | Printed even where there is none. For mod_wsgi, \`WSGIDaemonProcess\` has \`user=\`.
    DEFAULT_PIDLOG: The file with the id of the main process, unless \`PidFile\` names another. | No effect on mod_wsgi.
    DEFAULT_SCOREBOARD: The file for the table of processes, if it were kept in a file. | Normally it is in memory. No effect on mod_wsgi.
    DEFAULT_ERRORLOG: The file for errors, unless \`ErrorLog\` names another. | mod_wsgi and \`sys.stderr\` write there, so look here first; a virtual host may have its own.
    AP_TYPES_CONFIG_FILE: The list of media types by file ending, unless \`TypesConfig\` names another. | An application under mod_wsgi sets its own types.
    SERVER_CONFIG_FILE: The main configuration file, unless \`-f\` names another. | mod_wsgi lines that this file does not reach through \`Include\` have no effect.
  `, path),
}

export const defines: Readonly<Record<string, DefineMeaning>> = Object.fromEntries(
  Object.entries(written).map(([name, row]) => [name, { ...row, docs: [...(row.docs ?? []), further[name] ?? []].flat() }]),
)
