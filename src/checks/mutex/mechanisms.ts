/**
 * Kinds of locks between processes, by the names that directives and messages use.
 * From httpd include/util_mutex.h and server/util_mutex.c, httpd docs/manual/mod/core.xml (Mutex), httpd 2.2 server/mpm_common.c
 * (AcceptMutex), apr locks/unix/proc_mutex.c, and mod_wsgi src/server/wsgi_daemon.c (WSGIAcceptMutex).
 */

import type { Meaning } from '../../core/prose.ts'

const mutex = 'user-guides/checking-your-installation#cross-process-mutex'
const acceptMutex = 'configuration-directives/WSGIAcceptMutex'
const docs = [mutex, acceptMutex, 'httpd:mod/core#mutex']

const allThree = 'Valid for `Mutex`, `WSGIAcceptMutex`, and `AcceptMutex` of Apache 2.2, where the system offers it.'
const onlyMutex = 'Valid for `Mutex` of Apache 2.4 only; `WSGIAcceptMutex` and `AcceptMutex` refuse it.'

/** The directive page of WSGIAcceptMutex and the guide both say that unset means Apache's default. */
const unsetIsFcntl =
  'The guide says that mod_wsgi uses the same default as Apache. It does so only when `WSGIAcceptMutex default` is written out; without the directive it uses `fcntl`.'

export const mechanisms: Readonly<Record<string, Meaning>> = {
  none: {
    says: 'No lock at all.',
    more: 'Without a lock there is nothing to hold when a process crashes. '
      + `${onlyMutex} Most locks cannot do without one: \`Mutex none default\` is always refused, although the message offers the word.`,
    docs: [mutex, 'httpd:mod/core#mutex'],
  },
  no: {
    says: 'Another word for `none`: no lock at all.',
    more: onlyMutex,
    docs: [mutex, 'httpd:mod/core#mutex'],
  },
  default: {
    says: 'The choice is left to APR, the library below Apache.',
    more: 'What it chooses is named by the `APR_USE_…_SERIALIZE` line of `httpd -V`, and so is what happens when the holder crashes. Valid for `Mutex`, `WSGIAcceptMutex` and `AcceptMutex`.',
    guide: unsetIsFcntl,
    docs,
  },
  yes: {
    says: 'Another word for `default`: the choice is left to APR.',
    more: onlyMutex,
    docs: [mutex, 'httpd:mod/core#mutex'],
  },
  flock: {
    says: 'A lock on a whole file, kept by the system for as long as the file stays open.',
    more: 'When its holder crashes, the system drops the lock and the others go on. The file has to be on a file system that supports it, best a local one; '
      + `for mod_wsgi \`WSGISocketPrefix\` decides where it is. ${allThree}`,
    docs: [mutex, acceptMutex, 'configuration-directives/WSGISocketPrefix', 'httpd:mod/core#mutex'],
  },
  fcntl: {
    says: 'A lock on a part of a file that belongs to the process; it is what mod_wsgi uses unless told otherwise.',
    more: 'When its holder crashes, the system drops the lock and the others go on. The file has to be on a file system that supports it, best a local one; '
      + `for mod_wsgi \`WSGISocketPrefix\` decides where it is. ${allThree}`,
    guide: unsetIsFcntl,
    docs: [mutex, acceptMutex, 'configuration-directives/WSGISocketPrefix', 'httpd:mod/core#mutex'],
  },
  file: {
    says: 'A lock on a file of whichever kind the system has: `fcntl` if there is one, else `flock`.',
    more: `When its holder crashes, the system drops the lock. ${onlyMutex}`,
    docs: [mutex, 'httpd:mod/core#mutex'],
  },
  sysvsem: {
    says: 'A System V semaphore, kept by the system and not in a file.',
    more: 'When its holder crashes, the system undoes the lock and the others go on. '
      + `Semaphores are limited in number (\`ipcs -ls\`), can be left over after a hard kill (\`ipcs -s\`), and removing one that is in use breaks the lock. ${allThree}`,
    docs,
  },
  posixsem: {
    says: 'A POSIX semaphore, kept by the system under a name.',
    more: `When its holder crashes, the lock stays taken and everything that waits for it stalls until a restart. Choose another kind if that would hurt. ${allThree}`,
    docs,
  },
  sem: {
    says: 'A semaphore of whichever kind the system has: `posixsem` if there is one, else `sysvsem`.',
    more: `What happens when its holder crashes depends on the kind: \`sysvsem\` recovers, \`posixsem\` does not. ${onlyMutex}`,
    docs: [mutex, 'httpd:mod/core#mutex'],
  },
  pthread: {
    says: 'A POSIX threads mutex in memory that the processes share.',
    more: 'Where the system has robust mutexes, as Linux does, the next process takes over when the holder crashes; elsewhere the lock stays taken. APR 1.7 and newer prefer it where it is robust. '
      + `${allThree}`,
    docs,
  },
}
