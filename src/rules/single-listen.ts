import { lockQuestion } from '../checks/facts/lock-question.ts'
import { mpm } from '../checks/facts/mpm.ts'
import { directivesOf } from '../checks/facts/wsgi-config.ts'
import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { every, optional, section } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'

export const rule = defineRule({
  title: 'Nobody asked about Apache’s accept lock, or it is used as usual',
  fault: 'Whether Apache uses its accept lock depends on the `Listen` lines',
  severity: 'notable',
  plain: 'Apache’s own lock is used less or more often here than the lists suggest.',
  why: 'Where several sockets listen, the children of prefork and worker take turns by a lock. With `SINGLE_LISTEN_UNSERIALIZED_ACCEPT` they do without it as long as there is one socket; without that setting they always lock.',
  speaks: 'Locks are asked about, and there is one `Listen` line, or the setting is missing from a whole `-V`.',
  docs: ['user-guides/checking-your-installation#cross-process-mutex', 'httpd:mod/mpm_common#listen'],
  needs: { build: section('httpd-V'), defines: every(httpdV.fields.define), mpm, question: optional(lockQuestion), lines: optional(directivesOf('Listen')) },
  examine({ build, defines, mpm: model, question, lines }) {
    // Event has no such lock, Windows neither: mutex-relevance says so. Nobody who did not ask for locks has to hear of them.
    if (!question || !/^(?:prefork|worker)$/.test(model.value)) return undefined
    const unserialized = defines.find(field => field.value === 'SINGLE_LISTEN_UNSERIALIZED_ACCEPT')
    if (!unserialized) {
      if (build.extent !== 'whole') return { lacks: ['httpd-V'] }
      return { severity: 'notable', says: 'This build always takes the accept lock, even with one `Listen` line: `SINGLE_LISTEN_UNSERIALIZED_ACCEPT` is not among its settings.', evidence: [...model.evidence, ...question.evidence] }
    }
    // `Listen 0.0.0.0:80` and `Listen [::]:80` are two sockets. Without any such line nothing is known of them.
    const [only, ...more] = lines?.evidence ?? []
    if (!only || more.length) return undefined
    return { severity: 'notable', says: 'If this is the only `Listen` line, Apache takes no accept lock, and what `Mutex` says of it has no effect.', evidence: [unserialized, only] }
  },
})
