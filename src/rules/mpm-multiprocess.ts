import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { express } from '../checks/facts/express.ts'
import { mpm } from '../checks/facts/mpm.ts'
import { directiveOf } from '../checks/facts/wsgi-config.ts'
import { platform } from '../checks/platform/platform.ts'
import { restart } from '../checks/platform/commands.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

const expected: Readonly<Record<string, boolean>> = { prefork: true, worker: true, event: true, winnt: false, netware: false, mpmt_os2: false }

export const rule = defineRule({
  title: 'Apache’s MPM and `wsgi.multiprocess` agree',
  fault: 'Apache’s MPM and `wsgi.multiprocess` do not agree',
  severity: 'broken',
  why: 'In embedded mode mod_wsgi reports several processes where the MPM forks and may have more than one child. The MPMs of Windows, NetWare and OS/2 have a single one. In daemon mode it reports whether `processes=` is written.',
  docs: ['user-guides/checking-your-installation#diagnostic-wsgi-script', 'user-guides/processes-and-threading#wsgi-process-thread-flags', 'httpd:mod/mpm_common#maxrequestworkers'],
  needs: { mpm, multiprocess: diagnostic.fields.multiprocess, group: optional(diagnostic.fields.processGroup), limit: optional(directiveOf('ServerLimit')), workers: optional(directiveOf('MaxRequestWorkers')), express: optional(express), where: optional(platform) },
  examine({ mpm: model, multiprocess, group, limit, workers, express: own, where }) {
    const should = expected[model.value]
    if (should === undefined || should === multiprocess.value) return undefined
    // A daemon group goes by its own option `processes=`; windows-daemon tells that there is none on Windows.
    if (group && group.value !== '') return undefined
    const evidence = [...model.evidence, multiprocess, ...(group ? [group] : [])]
    if (!should)
      return {
        severity: 'broken',
        says: `${code(model.value)} serves everything from one process, yet the application reports several. The page comes from another server.`,
        evidence,
        fix: `Find the program that answers, and ask that one. If it is this one after all, restart it with \`${restart(where)}\`.`,
        verify: 'Load the script’s page again: `wsgi.multiprocess` must be `False`.',
      }
    // Without the group it may be a daemon without `processes=`: nothing can be said.
    if (!group) return undefined
    // `ServerLimit 1` or `MaxRequestWorkers 1` that stands in the configuration is meant; so is what `mod_wsgi-express --debug-mode` writes.
    if (limit?.value.words[0] === '1' || workers?.value.words[0] === '1' || own) return undefined
    return {
      severity: 'notable',
      says: `${code(model.value)} usually has several child processes, yet the application reports one: Apache is limited to a single child.`,
      evidence,
      fix: 'Nothing, if that is meant: what an application keeps in memory then lasts for all requests, and one that holds the process up delays the others. Otherwise raise `MaxRequestWorkers` and `ServerLimit`. The guide says that embedded mode is always multiprocess; it goes by these limits.',
    }
  },
})
