import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { errorLogOutput } from '../checks/error-log/error-log.ts'
import { modWsgiVersion } from '../checks/facts/mod-wsgi.ts'
import { mpm } from '../checks/facts/mpm.ts'
import { directiveOf } from '../checks/facts/wsgi-config.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

const expected: Readonly<Record<string, boolean>> = { prefork: false, worker: true, event: true, winnt: true, netware: true, mpmt_os2: true }

/** Before 4.9.0 embedded multithread followed the MPM alone, whatever `ThreadsPerChild` said (release notes 4.9.0). */
const followsMpmAlone = (version: string | undefined) => version !== undefined && /^(?:[0-3]\.|4\.[0-8](?:\.|$))/.test(version)

const another = 'The server that answered runs another MPM than the program you asked: it was not restarted since a change, there is another Apache on the machine, or one of the two comes from elsewhere.'

export const rule = defineRule({
  title: 'Apache’s MPM and `wsgi.multithread` agree',
  fault: 'Apache’s MPM and `wsgi.multithread` contradict each other',
  severity: 'broken',
  why: 'In embedded mode mod_wsgi reports what Apache’s MPM tells it: one thread under prefork, several under worker, event and on Windows, unless `ThreadsPerChild` is 1. In daemon mode the option `threads=` decides, and the MPM has no say.',
  docs: ['user-guides/checking-your-installation#diagnostic-wsgi-script', 'user-guides/processes-and-threading'],
  needs: { mpm, multithread: diagnostic.fields.multithread, group: optional(diagnostic.fields.processGroup), running: optional(diagnostic.fields.mpmName), notice: optional(errorLogOutput.fields.noticeMpm), limit: optional(directiveOf('ThreadsPerChild')), version: optional(modWsgiVersion), where: optional(platform) },
  examine({ mpm: named, multithread, group, running, notice, limit, version, where }) {
    // A witness of the running server goes before `-V`; that the two differ is told by runtime-mpm-name and restart-notice-mpm.
    const witness = running ?? notice
    const model = witness ? { value: witness.value, evidence: [witness] } : named
    const should = expected[model.value]
    if (should === undefined || should === multithread.value) return undefined
    // A daemon group has its own threads: the most frequent false alarm. `httpd -X` changes nothing.
    if (group && group.value !== '') return undefined
    const evidence = [...model.evidence, multithread, ...(group ? [group] : [])]
    if (!group) {
      if (model.value !== 'prefork') return undefined
      return {
        severity: 'notable',
        says: `The program you asked is ${code(model.value)}, yet the application reports several threads. That is possible only in daemon mode; the line ${code('mod_wsgi.process_group')} of the script’s page would tell.`,
        evidence,
        verify: 'Paste the page of the diagnostic script in full.',
      }
    }
    if (model.value === 'prefork')
      return {
        severity: 'broken',
        says: `Prefork runs one thread in each process, yet the application reports several. ${another}`,
        evidence,
        fix: `Restart Apache fully with \`${restart(where)}\`: a graceful reload keeps the MPM. If that changes nothing, find the program that runs (\`ps -ef | grep -E 'httpd|apache2'\`) and ask that one.`,
        verify: 'Load the script’s page again: `wsgi.multithread` must be `False` with prefork.',
      }
    const certain = followsMpmAlone(version?.value)
    if (!certain && limit?.value.words[0] === '1') return undefined
    if (!certain && witness)
      return { severity: 'notable', says: `The server runs with ${code(model.value)}, yet the application reports one thread: \`ThreadsPerChild\` is 1.`, evidence, fix: 'Nothing, if that is meant. Otherwise take `ThreadsPerChild 1` out of the configuration.' }
    return {
      severity: certain ? 'broken' : 'risky',
      says: `${code(model.value)} runs several threads in each process, yet the application reports one. ${certain ? another : `Either \`ThreadsPerChild\` is 1, or the running server still uses prefork and was not restarted.`}`,
      evidence,
      fix: `Look for the start notice in the error log: \`AH00163\` means prefork, \`AH00292\` worker, \`AH00489\` event. If it is not that of ${code(model.value)}, restart with \`${restart(where)}\`.`,
      verify: 'Load the script’s page again: `wsgi.multithread` must be `True`, unless `ThreadsPerChild 1` is meant.',
    }
  },
})
