import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { lockQuestion } from '../checks/facts/lock-question.ts'
import { mpm } from '../checks/facts/mpm.ts'
import { mode } from '../checks/facts/python.ts'
import { daemonGroup } from '../checks/facts/wsgi-config.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

const apacheHas = (model: string) => model === 'prefork' || model === 'worker'

export const rule = defineRule({
  title: 'Nobody asked about locks between processes',
  fault: 'Which locks between processes exist here at all',
  severity: 'notable',
  plain: 'This tells which of the two locks can have to do with requests that hang.',
  why: 'There are two locks, and neither setting touches the other: Apache’s children may take turns at accepting connections, and the processes of one daemon group take turns at its socket. Event has no accept lock, and a group of one process needs no lock.',
  speaks: 'Locks are asked about: by a list of mechanisms, a `WSGIAcceptMutex` line or an error about a lock.',
  docs: ['user-guides/checking-your-installation#cross-process-mutex', 'configuration-directives/WSGIAcceptMutex', 'httpd:mod/core#mutex'],
  needs: { mpm, mode, group: diagnostic.fields.processGroup, multiprocess: diagnostic.fields.multiprocess, question: optional(lockQuestion), line: optional(daemonGroup) },
  because: ['mpm-multithread'],
  examine({ mpm: model, mode: how, group, multiprocess, question, line }) {
    // It explains something normal: worth a word only to somebody who looks at locks.
    if (!question) return undefined
    const one = line?.value.words.includes('processes=1') === true
    const apache = apacheHas(model.value) ? `Under ${model.value} Apache’s children share an accept lock, as a rule only with several \`Listen\` lines.` : `Apache has no accept lock under ${model.value}.`
    const own = how.value === 'embedded' ? 'In embedded mode mod_wsgi uses no lock.'
      : !multiprocess.value || one ? `The daemon group ${code(group)} has one process and no lock.`
        : `The daemon group ${code(group)} has a lock if it has more than one process; it is \`fcntl\` unless \`WSGIAcceptMutex\` says otherwise.`
    const none = !apacheHas(model.value) && (how.value === 'embedded' || !multiprocess.value || one)
    return {
      severity: 'notable',
      says: `${apache} ${own}${none ? ' So neither can make requests hang.' : ''}`,
      evidence: [...model.evidence, ...how.evidence, ...(how.value === 'daemon' ? [multiprocess] : []), ...(one ? line.evidence : []), ...question.evidence],
    }
  },
})
