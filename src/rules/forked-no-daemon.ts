import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { windows } from '../checks/facts/windows.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'This Apache can have the daemon group that the page names',
  fault: 'The page names a daemon group, but this Apache cannot have any',
  severity: 'broken',
  plain: 'The page comes from another server than the one you asked.',
  why: 'Daemon processes are forked from Apache. Where the MPM does not fork, as on NetWare and OS/2, mod_wsgi has embedded mode only.',
  speaks: '`forked: no` together with a process group on the page.',
  docs: ['user-guides/checking-your-installation#apache-build-information', 'user-guides/embedded-and-daemon-mode#daemon-mode'],
  because: ['mpm-threaded-forked'],
  next: ['error-log'],
  // A `-V` without the line is not a `no`: the rule cannot run then.
  needs: { forked: httpdV.fields.forked, group: diagnostic.fields.processGroup, windows: optional(windows) },
  examine({ forked, group, windows: sign }) {
    // On Windows windows-daemon says it.
    if (forked.value || group.value === '' || sign) return undefined
    return {
      severity: 'broken',
      says: `By \`-V\` this Apache does not fork, yet the page comes from the daemon group ${code(group)}: it belongs to another server.`,
      evidence: [forked, group],
      pair: [forked, group],
      fix: 'Ask the server that answers for `-V`, or load the page from this one.',
      verify: 'Where `forked:` is `no`, the page shows `mod_wsgi.process_group = \'\'`.',
    }
  },
})
