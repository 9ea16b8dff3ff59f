import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { express } from '../checks/facts/express.ts'
import { mostChildren } from '../checks/facts/limits.ts'
import { mpm } from '../checks/facts/mpm.ts'
import { platform } from '../checks/platform/platform.ts'
import { lookFor, restart } from '../checks/platform/commands.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

const expected: Readonly<Record<string, boolean>> = { prefork: true, worker: true, event: true, winnt: false, netware: false, mpmt_os2: false }

export const rule = defineRule({
  title: 'Apache’s MPM and `wsgi.multiprocess` agree',
  fault: 'Apache’s MPM and `wsgi.multiprocess` do not agree',
  severity: 'broken',
  plain: 'Your application sees fewer or more processes than this Apache should have.',
  why: 'In embedded mode mod_wsgi reports several processes where the MPM forks and may have more than one child. The MPMs of Windows, NetWare and OS/2 have a single one. In daemon mode it reports whether `processes=` is written.',
  speaks: 'In embedded mode: several processes on Windows, NetWare or OS/2; one elsewhere, where no pasted line limits Apache to one child, or several where one does.',
  docs: ['user-guides/checking-your-installation#diagnostic-wsgi-script', 'user-guides/processes-and-threading#wsgi-process-thread-flags', 'httpd:mod/mpm_common#maxrequestworkers'],
  because: ['runtime-mpm-name', 'restart-notice-mpm'],
  next: ['error-log', 'config'],
  needs: { mpm, multiprocess: diagnostic.fields.multiprocess, group: optional(diagnostic.fields.processGroup), limit: optional(mostChildren), express: optional(express), where: optional(platform) },
  examine({ mpm: model, multiprocess, group, limit, express: own, where }) {
    const should = expected[model.value]
    if (should === undefined) return undefined
    if (should === multiprocess.value) {
      if (!should || group?.value !== '' || limit?.value !== 1) return undefined
      return {
        severity: 'risky',
        says: 'The configuration limits Apache to one child process, yet the application reports several: the limit is not in force.',
        evidence: [...limit.evidence, multiprocess, group],
        fix: `Restart with \`${restart(where)}\`. If that changes nothing, look for a later line: ${lookFor('ServerLimit|MaxRequestWorkers', where)}.`,
        verify: 'Load the script’s page again: `wsgi.multiprocess` must be `False`.',
      }
    }
    // A daemon group goes by its own option `processes=`; windows-daemon tells that there is none on Windows.
    if (group && group.value !== '') return undefined
    const evidence = [...model.evidence, multiprocess, ...(group ? [group] : [])]
    const [named] = model.evidence
    const pair = named && { pair: [named, multiprocess] as const }
    if (!should)
      return {
        severity: 'broken',
        says: `${code(model.value)} serves everything from one process, yet the application reports several. The page comes from another server.`,
        evidence,
        ...pair,
        fix: `Find the program that answers, and ask that one. If it is this one after all, restart it with \`${restart(where)}\`.`,
        verify: 'Load the script’s page again: `wsgi.multiprocess` must be `False`.',
      }
    // Without the group it may be a daemon without `processes=`: nothing can be said.
    if (!group) return undefined
    // A limit that stands in the configuration is meant; so is what `mod_wsgi-express --debug-mode` writes.
    if (limit?.value === 1 || own) return undefined
    return {
      severity: 'notable',
      says: `${code(model.value)} usually has several child processes, yet the application reports one: Apache seems to be limited to a single child.`,
      evidence,
      ...pair,
      fix: 'Nothing, if that is meant: what an application keeps in memory then lasts for all requests, and one that holds the process up delays the others. Otherwise raise `MaxRequestWorkers` and `ServerLimit`. The guide calls embedded mode always multiprocess; these limits decide.',
    }
  },
})
