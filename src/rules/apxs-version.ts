import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { apxsRelease } from '../checks/facts/apxs-values.ts'
import { minorOf } from '../checks/facts/python.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: '`apxs` is of the same generation as Apache',
  fault: '`apxs` is of another generation than Apache',
  severity: 'broken',
  plain: 'A mod_wsgi built with these development files cannot be loaded by this Apache.',
  why: 'Modules are compiled with the header files that `apxs` names. Within 2.4 any release’s will do; those of 2.2 make a module that 2.4 refuses, and the reverse.',
  speaks: 'First two numbers of `apxs -q HTTPD_VERSION` that are not those of `Server version`.',
  docs: ['httpd:programs/apxs#options.query', 'requirements#apache-http-server'],
  needs: { version: httpdV.fields.serverVersion, release: apxsRelease },
  because: ['httpd-root-vs-apxs', 'platform-consistency'],
  examine({ version, release }) {
    const [field] = release.evidence
    // Another third number is fine: the interface is the same.
    if (!field || minorOf(release.value) === minorOf(version.value)) return undefined
    return {
      severity: 'broken',
      says: `\`apxs\` has the files of Apache ${code(release.value)}, but the program is ${code(version)}. Usually the \`apxs\` of another installation comes first in \`PATH\`.`,
      evidence: [version, field],
      pair: [version, field],
      fix: 'Install the development package of this Apache, or call its `apxs` by the full path, and build mod_wsgi with `--with-apxs=` set to it.',
      verify: `\`apxs -q HTTPD_VERSION\` begins with ${minorOf(version.value) ?? '2.4'}.`,
    }
  },
})
