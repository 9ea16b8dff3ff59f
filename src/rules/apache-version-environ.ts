import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { minorOf } from '../checks/facts/python.ts'
import { processes } from '../checks/platform/commands.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'mod_wsgi was compiled for this generation of Apache',
  fault: 'mod_wsgi was compiled for another generation of Apache',
  severity: 'broken',
  plain: 'The page was answered by another Apache than the one you asked.',
  why: '`apache.version` holds the release whose header files mod_wsgi was compiled with. A module of another generation is refused at the start, so a server with that module is another one.',
  speaks: 'First two numbers of `apache.version` that are not those of `Server version`.',
  docs: ['user-guides/checking-your-installation#diagnostic-wsgi-script', 'requirements#apache-http-server'],
  needs: { version: httpdV.fields.serverVersion, compiled: diagnostic.fields.apacheVersion },
  because: ['platform-consistency', 'two-installations', 'server-banner-vs-V'],
  next: ['error-log'],
  examine({ version, compiled }) {
    // Another third number is usual: it is not the release that runs (wsgi_adapter.c:957).
    if (minorOf(version.value) === minorOf(compiled.value)) return undefined
    return {
      severity: 'broken',
      says: `The mod_wsgi that answered was compiled for Apache ${code(compiled)}, the program you asked is ${code(version)}: two servers.`,
      evidence: [compiled, version],
      pair: [version, compiled],
      fix: `Find the program of the server that answers with ${processes}, and ask that one.`,
      verify: 'Both begin with the same two numbers.',
    }
  },
})
