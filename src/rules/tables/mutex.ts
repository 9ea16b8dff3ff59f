import { logged, timeOf } from '../../checks/facts/log.ts'
import { messages, type Message } from '../../checks/facts/messages.ts'
import { restart } from '../../checks/platform/commands.ts'
import { platform } from '../../checks/platform/platform.ts'
import { everything, optional, type Known } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { defineRule, type Rule } from '../../core/rule.ts'
import { quoted, signatures } from './signature.ts'

const errno = ({ text }: Message) => Number(/\((\d+)\)[A-Z]/.exec(text)?.[1])

/** What to do about each error of the system; the numbers that differ between systems are told by their words. */
function remedy(message: Message): string {
  if (errno(message) === 28) return 'Semaphores are used up, or the disk is full. List them with `ipcs -s` and remove with `ipcrm -s NUMBER` those that no running program owns; or choose a lock that needs none with `Mutex`.'
  if (errno(message) === 2) return 'Make the directory in which the lock’s file is to lie, or name another one in `Mutex`.'
  if (errno(message) === 13) return 'Start Apache as root, or name a directory for the lock’s file in `Mutex` that it may write.'
  if (/not supported|not implemented/i.test(message.text)) return 'The kernel, or the file system where the lock’s file lies, does not have this mechanism. Choose another one, such as `Mutex sysvsem`, or a path on a local file system.'
  return 'Choose another mechanism with `Mutex`.'
}

const lost = /WSGI001[79]\b|Couldn't (?:acquire|release) accept mutex/
const stopping = /caught SIG|[Gg]raceful (?:restart|stop)|SIG(?:HUP|USR1) received|[Ss]hutdown requested|[Ss]topping (?:daemon )?process|server is (?:restarting|shutting)|restarting or (?:being )?shut|resuming normal operations/
/** Seconds within which a stop explains that a lock is gone. */
const near = 30

/** Near a stop or a restart the lock goes away in good order. Without the times, the order of lines has to do. */
function isStopping(known: Known, lock: Field): boolean {
  const at = timeOf(lock)
  return logged(known, 'event').some(field => {
    if (field.paste !== lock.paste || !stopping.test(String(field.value))) return false
    const then = timeOf(field)
    return at === undefined || then === undefined ? Math.abs(field.line - lock.line) < 50 : Math.abs(then - at) <= near
  })
}

export const rules: Readonly<Record<string, Rule>> = {
  ...signatures({
    'm01-mutex-not-created': {
      title: 'Apache can make its locks',
      fault: 'Apache cannot make one of its locks',
      severity: 'broken',
      plain: 'Apache does not start.',
      why: 'Several parts of Apache share a lock between processes: a file, a semaphore or memory. The system refused to make it, and says why at the start of the message.',
      docs: ['httpd:mod/core#mutex', 'user-guides/checking-your-installation#cross-process-mutex'],
      shows: /(?:AH00023: )?Couldn't create the (\S+) mutex/,
      like: "(28)No space left on device: AH00023: Couldn't create the ssl-cache mutex",
      says: message => `Apache cannot make its lock {name}${Number.isNaN(errno(message)) ? '' : `: ${/\(\d+\)[^:]*/.exec(message.text)?.[0].replaceAll('`', '’') ?? ''}`}.`,
      fix: message => `${remedy(message)} An invalid value, \`{httpd} -t -c "Mutex xxx"\`, brings out the list of mechanisms.`,
      verify: 'Apache starts, and the log shows no such line.',
      atStart: true,
      next: ['mutex', 'httpd-V'],
    },
    'm02-mutex-permissions': {
      title: 'Apache can hand its locks to its children',
      fault: 'Apache cannot hand a lock to its children',
      severity: 'broken',
      plain: 'Apache does not start.',
      why: 'The lock is made by root and has to be given to the user of Apache’s children. That fails where `User` or `Group` is wrong.',
      docs: ['httpd:mod/core#mutex', 'httpd:mod/mod_unixd#user'],
      shows: /(?:AH00024: )?Couldn't set permissions on the (\S+) mutex/,
      like: "(1)Operation not permitted: AH00024: Couldn't set permissions on the ssl-cache mutex; check User and Group directives",
      says: 'Apache cannot set the rights of its lock {name}.',
      fix: 'Compare `User` and `Group` in the configuration with the accounts of the system, and start Apache as root. Then `{restart}`.',
      verify: 'Apache starts, and the log shows no such line.',
      atStart: true,
      next: ['config'],
    },
  }),
  'm03-accept-lock-lost': defineRule({
    title: 'The daemon groups keep their locks',
    fault: 'A daemon group lost its lock while it ran',
    severity: 'risky',
    plain: 'A process of the application ended, because the lock that it shares with others was taken away.',
    why: 'The processes of a group take turns by way of a lock. When Apache stops, the lock goes first and this message is normal. At other times something has removed it, as a program does that cleans up semaphores.',
    speaks: "A line such as `WSGI0017: Unable to acquire accept mutex '/var/run/wsgi.812.0.1.lock'. Daemon process will shut down.` with no stop or restart near it.",
    docs: ['configuration-directives/WSGIAcceptMutex', 'error-reference#wsgi0017'],
    needs: { known: everything, messages, where: optional(platform) },
    next: ['config', 'mutex'],
    examine({ known, messages: { value }, where }) {
      const locks = value.filter(({ text }) => lost.test(text))
      const [first] = locks
      // One such line beside a stop says that the others may have been so, too.
      if (!first || locks.some(one => isStopping(known, one.first) || isStopping(known, one.last))) return undefined
      return {
        severity: 'risky',
        says: `A daemon process lost its lock, and nothing near it shows that Apache was stopping: ${quoted(first)}.`,
        evidence: locks.slice(0, 5).map(one => one.first),
        fix: `Find out what removes semaphores (\`ipcrm\`), or choose another mechanism in \`WSGIAcceptMutex\`. Then \`${restart(where)}\`.`,
        verify: 'The log shows such a line at a stop only.',
      }
    },
  }),
}
