import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { homes } from '../checks/facts/home.ts'
import { messages } from '../checks/facts/messages.ts'
import { pythonSince } from '../checks/facts/since.ts'
import { everything, optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'Apache’s own processes and the daemons have a working Python',
  fault: 'Only Apache’s own processes have no Python',
  severity: 'notable',
  plain: 'The application works; Apache only fails to start another Python, which you may not need.',
  why: '`python-home=` counts for its daemon group alone. Apache’s own processes take `WSGIPythonHome`, or what they find by `PATH`, and start a Python of their own unless `WSGIRestrictEmbedded On` forbids it.',
  speaks: '`WSGI0001` from Apache’s children beside a page that a daemon group answered.',
  docs: ['configuration-directives/WSGIRestrictEmbedded', 'error-reference#wsgi0001'],
  needs: { known: everything, messages, group: diagnostic.fields.processGroup, homes: optional(homes) },
  because: ['python-init-log'],
  examine({ known, messages: { value }, group, homes: named }) {
    const message = value.find(one => /\bWSGI0001\b/.test(one.text) && pythonSince(known, one) === 'elsewhere')
    if (!message) return undefined
    const own = named?.value.find(home => home.by === 'python-home' && home.group === group.value)
    const general = named?.value.findLast(home => home.by === 'WSGIPythonHome')
    const differ = own && general && own.path !== general.path
    return {
      severity: 'notable',
      says: `The group ${code(group)} has its own Python${own ? `, ${code(own.path)}` : ''}; Apache’s children do not use it${general ? `, they are given ${code(general.path)}` : ''}.`,
      evidence: [message.first, group, ...(own ? [own.field] : []), ...(general ? [general.field] : [])],
      ...(differ && { pair: [own.field, general.field] as const }),
    }
  },
})
