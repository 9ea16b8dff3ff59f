import { configTest } from '../checks/apache-config/config-test.ts'
import { isOld } from '../checks/facts/log.ts'
import { meantMutexes } from '../checks/facts/meant-mutex.ts'
import { triedOut } from '../checks/facts/tried-out.ts'
import { platform } from '../checks/platform/platform.ts'
import { everything, optional, section } from '../core/need.ts'
import { defineRule, type Finding } from '../core/rule.ts'
import { code, listed } from '../core/say.ts'

export const rule = defineRule({
  title: 'Locks are made in a way that this system has',
  fault: 'A kind of lock is asked for that this system does not have',
  severity: 'broken',
  plain: 'Apache does not start, because a line asks for a lock that cannot be made here.',
  why: 'Which kinds of locks there are was settled when APR was built, and differs from system to system. A path behind the name has to be a directory.',
  speaks: 'A refused `Mutex`, `AcceptMutex` or `WSGIAcceptMutex` line whose value is the name of a mechanism, or nearly.',
  docs: ['httpd:mod/core#mutex', 'configuration-directives/WSGIAcceptMutex'],
  needs: { known: everything, answers: section('mutex'), meant: optional(meantMutexes), where: optional(platform) },
  examine({ known, meant, where }) {
    const verify = `\`${configTest(where)}\` says \`Syntax OK\`.`
    // A word such as `xxx` is the way to get the list: deliberate-error speaks of it. With -c nothing is left behind.
    const values = (meant?.value ?? []).filter(({ field }) => !triedOut(known, field) && !isOld(known, field)).map((one): Finding => ({
      severity: 'broken',
      says: one.value.startsWith(one.mechanism)
        ? `\`${one.directive} ${one.value}\` asks for a mechanism that this system does not have.`
        : `\`${one.directive} ${one.value}\` is refused; ${code(one.mechanism)} is the nearest name.`,
      evidence: [one.field],
      fix: `Choose one that is in the list, ${listed(one.field.parts.map(part => code(part.value)))}, or take the line out.`,
      verify,
    }))
    // Debian's program without its variables has a path that begins with ${APACHE_…}: debian-direct-call speaks.
    const directories = known.fields('mutex', 'directory').filter(field => !String(field.value).includes('${APACHE_')).map((field): Finding => ({
      severity: 'broken',
      says: `The path in ${code(field)} names no directory.`,
      evidence: [field],
      fix: 'Create the directory, or correct the path behind the colon.',
      verify,
    }))
    return [...values, ...directories]
  },
})
