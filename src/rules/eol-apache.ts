import { apacheVersion } from '../checks/facts/apache.ts'
import { modWsgiVersion } from '../checks/facts/mod-wsgi.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** Generations that the Apache project no longer maintains: 2.2 had its last release in 2017. */
const ended = /^(?:1\.3|2\.[02])$/

export const rule = defineRule({
  title: 'Apache is of a generation that is maintained',
  fault: 'Apache is of a generation that is no longer maintained',
  severity: 'risky',
  plain: 'This Apache is so old that its makers no longer fix it, and current mod_wsgi does not work with it.',
  why: 'The Apache project maintains 2.4 only. mod_wsgi 6 cannot be built for anything older; mod_wsgi 5 can, for 2.2, but gets essential fixes only. A patch level within 2.4 says nothing: distributions take fixes over into the release that they have.',
  speaks: 'Apache 2.2 or older: by `httpd -V`, the start notice, the script, or words that only such a release has.',
  docs: ['requirements', 'project-status', 'httpd:upgrading'],
  needs: { version: apacheVersion, wsgi: optional(modWsgiVersion) },
  next: ['httpd-V'],
  examine({ version, wsgi }) {
    const generation = /^\d+\.\d+/.exec(version.value)?.[0] ?? ''
    // 2.4 of any patch level is fine, and trunk's 2.5 is newer.
    if (!ended.test(generation)) return undefined
    const impossible = wsgi !== undefined && Number.parseInt(wsgi.value, 10) >= 6
    return {
      severity: impossible ? 'broken' : 'risky',
      says: impossible
        ? `Apache ${generation} and mod_wsgi ${code(wsgi.value)} cannot be one server: mod_wsgi 6 is built for Apache 2.4 only.`
        : `${generation === '2.2' ? 'This is Apache 2.2, which' : `This is Apache ${generation}; even 2.2`} had its last release in 2017. An enterprise distribution may have maintained its own package longer.`,
      evidence: [...version.evidence, ...(impossible ? wsgi.evidence : [])],
      ...(impossible && version.evidence[0] && wsgi.evidence[0] && { pair: [version.evidence[0], wsgi.evidence[0]] as const }),
      ...(impossible && { because: ['server-banner-vs-V'] }),
      fix: impossible ? 'Find out which of the two outputs comes from elsewhere.' : 'Move to a system with Apache 2.4. The configuration needs changes (`Require` in place of `Order`, `Mutex` in place of `AcceptMutex`), and mod_wsgi must be built for it.',
      verify: '`httpd -v` prints `Apache/2.4`.',
    }
  },
})
