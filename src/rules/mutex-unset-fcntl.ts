import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { mode } from '../checks/facts/python.ts'
import { daemonGroup, directiveOf } from '../checks/facts/wsgi-config.ts'
import { mutex } from '../checks/mutex/mutex.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'The daemon group’s lock is chosen, or there is none',
  fault: 'Without `WSGIAcceptMutex` the daemon group’s lock is `fcntl`',
  severity: 'notable',
  plain: 'mod_wsgi uses another kind of lock than Apache’s default.',
  why: 'mod_wsgi’s setting begins as 0, and 0 means `fcntl` to APR (wsgi_server.c:81). `WSGIAcceptMutex default`, written out, changes that to APR’s own choice, although the documentation calls both the same.',
  speaks: 'A list of mod_wsgi’s mechanisms, a daemon group that may have several processes, and either no `fcntl` in the list or a configuration without `WSGIAcceptMutex`.',
  docs: ['configuration-directives/WSGIAcceptMutex', 'user-guides/checking-your-installation#cross-process-mutex', 'error-reference#wsgi0030'],
  needs: { offered: mutex.fields.acceptMechanisms, mode, multiprocess: diagnostic.fields.multiprocess, group: diagnostic.fields.processGroup, line: optional(daemonGroup), set: optional(directiveOf('WSGIAcceptMutex')), where: optional(platform) },
  because: ['mutex-relevance'],
  next: ['config'],
  examine({ offered, mode: how, multiprocess, group, line, set, where }) {
    // `processes=1` makes `wsgi.multiprocess` true although one process has no lock.
    if (how.value === 'embedded' || !multiprocess.value || line?.value.words.includes('processes=1') || set) return undefined
    const evidence = [offered, multiprocess, ...(line?.evidence ?? [])]
    if (!offered.value.includes('fcntl'))
      return {
        severity: 'risky',
        says: `mod_wsgi uses \`fcntl\` unless \`WSGIAcceptMutex\` is set, and this system does not offer it. With more than one process the group ${code(group)} then cannot make its lock.`,
        evidence,
        fix: `Write \`WSGIAcceptMutex default\` at server level, then \`${restart(where)}\`.`,
        verify: 'Neither `WSGI0030` nor `Couldn\'t create accept lock` appears in the error log at the start.',
      }
    // Without the configuration nobody knows whether the directive is set; mutex-relevance says what an unset one means.
    if (!line) return undefined
    return {
      severity: 'notable',
      says: `The lines you pasted have no \`WSGIAcceptMutex\`, so the group ${code(group)} takes turns by \`fcntl\`, whatever default \`-V\` shows.`,
      evidence,
      fix: 'Leave it so, unless requests stall between processes; then try another mechanism of the list.',
    }
  },
})
