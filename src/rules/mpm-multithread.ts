import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { express } from '../checks/facts/express.ts'
import { threadsPerChild } from '../checks/facts/limits.ts'
import { modWsgiVersion } from '../checks/facts/mod-wsgi.ts'
import { mpm } from '../checks/facts/mpm.ts'
import { hasThreads, runningMpm } from '../checks/facts/running-mpm.ts'
import { freshStart, lookFor, processes, restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** Before 4.9.0 embedded multithread followed the MPM alone, whatever `ThreadsPerChild` said (release notes 4.9.0). */
const followsMpmAlone = (version: string | undefined) => version !== undefined && /^(?:[0-3]\.|4\.[0-8](?:\.|$))/.test(version)

const another = 'The server that answered runs another MPM than the program you asked: it was not restarted since a change, there is another Apache on the machine, or one of the two comes from elsewhere.'

export const rule = defineRule({
  title: 'Apache’s MPM and `wsgi.multithread` agree',
  fault: 'Apache’s MPM and `wsgi.multithread` do not agree',
  severity: 'broken',
  plain: 'Apache and your application do not agree on whether there are several threads.',
  why: 'In embedded mode mod_wsgi reports what Apache’s MPM tells it: one thread under prefork, several under worker, event and on Windows, unless `ThreadsPerChild` is 1. In daemon mode the option `threads=` decides, whatever the MPM.',
  speaks: 'In embedded mode: several threads under prefork, one under another MPM where no pasted line says `ThreadsPerChild 1`, or several where one does.',
  docs: ['user-guides/checking-your-installation#diagnostic-wsgi-script', 'user-guides/processes-and-threading'],
  because: ['runtime-mpm-name', 'restart-notice-mpm'],
  next: ['error-log', 'config'],
  needs: { mpm, multithread: diagnostic.fields.multithread, group: optional(diagnostic.fields.processGroup), running: optional(runningMpm), express: optional(express), limit: optional(threadsPerChild), version: optional(modWsgiVersion), where: optional(platform) },
  examine({ mpm: named, multithread, group, running, express: own, limit, version, where }) {
    // A witness of the running server goes before `-V`; that the two differ is told by runtime-mpm-name and restart-notice-mpm.
    // A log that neither `-V` nor the page sides with is that of an earlier start.
    const sure = running?.evidence[0]?.output === 'diagnostic'
    const witness = running && (sure || hasThreads(named.value) !== multithread.value) ? running : undefined
    const model = witness ?? named
    const should = hasThreads(model.value)
    if (should === undefined) return undefined
    const certain = followsMpmAlone(version?.value)
    if (should === multithread.value) {
      if (!should || group?.value !== '' || limit?.value !== 1 || !version || certain) return undefined
      return {
        severity: 'risky',
        says: 'The configuration says `ThreadsPerChild 1`, yet the application reports several threads: the line is not in force.',
        evidence: [...limit.evidence, multithread, group, ...version.evidence],
        fix: `Restart with \`${restart(where)}\`. If that changes nothing, look for a later line: ${lookFor('ThreadsPerChild', where)}.`,
        verify: 'Load the script’s page again: `wsgi.multithread` must be `False`.',
      }
    }
    // A daemon group has its own threads: the most frequent false alarm. `httpd -X` changes nothing.
    if (group && group.value !== '') return undefined
    const evidence = [...model.evidence, multithread, ...(group ? [group] : [])]
    const [origin] = model.evidence
    const pair = origin && { pair: [origin, multithread] as const }
    if (!group) {
      if (model.value !== 'prefork') return undefined
      return {
        severity: 'notable',
        says: `The program you asked has the MPM ${code(model.value)}, yet the application reports several threads. That is possible only in daemon mode; the line ${code('mod_wsgi.process_group')} of the script’s page tells.`,
        evidence,
        ...pair,
        verify: 'Paste the page of the diagnostic script in full.',
      }
    }
    if (model.value === 'prefork')
      return {
        severity: 'broken',
        says: `Prefork runs one thread in each process, yet the application reports several. ${another}`,
        evidence,
        ...pair,
        fix: `Stop Apache and start it: \`${freshStart(where)}\`. A reload keeps the MPM. If that changes nothing, find the program that runs (${processes}) and ask that one.`,
        verify: 'Load the script’s page again: `wsgi.multithread` must be `False` with prefork.',
      }
    // What `mod_wsgi-express --debug-mode` writes is meant as well.
    if (!certain && (limit?.value === 1 || own)) return undefined
    if (!certain && witness)
      return { severity: 'notable', says: `The server runs with ${code(model.value)}, yet the application reports one thread: \`ThreadsPerChild\` is 1.`, evidence, fix: 'Nothing, if that is meant. Otherwise take `ThreadsPerChild 1` out of the configuration.' }
    return {
      severity: certain ? 'broken' : 'risky',
      says: `${code(model.value)} runs several threads in each process, yet the application reports one. ${certain ? another : `Either \`ThreadsPerChild\` is 1, or the running server still uses prefork and was not restarted.`}`,
      evidence,
      ...pair,
      fix: `Look for the start notice in the error log: \`AH00163\` means prefork, \`AH00292\` worker, \`AH00489\` event. If it is not that of ${code(model.value)}, stop Apache and start it: \`${freshStart(where)}\`.`,
      verify: 'Load the script’s page again: `wsgi.multithread` must be `True`, unless `ThreadsPerChild 1` is meant.',
    }
  },
})
