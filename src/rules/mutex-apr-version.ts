import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { familiesShown } from '../checks/facts/families.ts'
import { lockQuestion } from '../checks/facts/lock-question.ts'
import { aprLocks } from '../checks/facts/mutex-default.ts'
import { platform } from '../checks/platform/platform.ts'
import type { Platform } from '../checks/platform/platforms.ts'
import { everything, optional, type Known } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code, listed } from '../core/say.ts'

const fixed: Readonly<Partial<Record<Platform, string>>> = { freebsd: 'flock', 'homebrew-arm': 'sysvsem', 'homebrew-intel': 'sysvsem', 'macos-system': 'flock' }

/** The lock that APR's own configure would choose (mutex.md §2); undefined where the system is not known well enough. */
function usual(known: Known, where: Platform | undefined, apr: string): string | undefined {
  const own = where && fixed[where]
  if (own !== undefined) return own
  const linux = /^(?:debian|rhel|suse|arch)$/.test(where ?? '') || familiesShown(known).some(({ is }) => is === 'linux' || is === 'linux-glibc')
  const [major = 0, minor = 0] = apr.split('.').map(Number)
  if (!linux || major !== 1) return undefined
  return minor >= 7 ? 'pthread' : 'sysvsem'
}

export const rule = defineRule({
  title: 'APR’s default lock is the usual one',
  fault: 'APR’s default lock is not the usual one',
  severity: 'notable',
  plain: 'Apache’s default lock is not the one that most systems of this kind have; it works all the same.',
  why: 'APR tests the system when it is built and takes one kind of lock: on Linux the robust `pthread` since APR 1.7, before that `sysvsem`; `flock` on FreeBSD. A builder may force another, and a cross-compiled APR cannot run the tests.',
  speaks: 'More than one `APR_USE_…_SERIALIZE` line for processes; or, where locks are asked about, another default than the system’s usual one.',
  docs: ['user-guides/checking-your-installation#cross-process-mutex', 'httpd:mod/core#mutex'],
  needs: { known: everything, locks: aprLocks, apr: httpdV.fields.aprCompiled, question: optional(lockQuestion), where: optional(platform) },
  because: ['mutex-default-in-list'],
  examine({ known, locks, apr, question, where }) {
    const [first = '', ...more] = locks.value
    if (more.length)
      return { severity: 'notable', says: `This build names several locks between processes, ${listed(locks.value.map(code))}, where others name one. ${code(first)} is in effect.`, evidence: locks.evidence }
    const expected = usual(known, where?.value, apr.value)
    // It works all the same: nobody who did not ask for locks has to hear of it.
    if (!question || expected === undefined || expected === first) return undefined
    return { severity: 'notable', says: `APR ${code(apr)} usually chooses ${code(expected)} on such a system; this build has ${code(first)}. It was forced, or the test for the other failed where APR was built. It works, and matters only if requests stall.`, evidence: [...locks.evidence, apr] }
  },
})
