import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { loadFailure } from '../checks/facts/log.ts'
import { refusedAt } from '../checks/facts/refused-at.ts'
import { startMessage } from '../checks/facts/start-messages.ts'
import { everything, optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

const refused = startMessage(['httpd-V'], /[Ss]yntax error on line \d+ of .*Cannot load (\S+) into server/)

export const rule = defineRule({
  title: '`httpd -V` could read the whole configuration',
  fault: '`httpd -V` stopped at a module that cannot be loaded',
  severity: 'notable',
  plain: 'What is missing in this output will be there once the module loads.',
  why: 'Apache reads its configuration from top to bottom to find the MPM, and stops at a module that it cannot load. An MPM further down stays unknown; the settings behind `-D` come from the program and are valid.',
  speaks: 'A blank `Server MPM:` together with `Cannot load … into server`.',
  docs: ['user-guides/checking-your-installation#apache-build-information', 'httpd:mod/mod_so#loadmodule'],
  needs: { known: everything, mpm: httpdV.fields.mpm, threaded: optional(httpdV.fields.threaded), message: optional(refused), failure: optional(loadFailure) },
  because: ['mpm-missing', 'load-error-class'],
  examine({ known, mpm, threaded, message, failure }) {
    const [field] = message?.evidence ?? []
    if (mpm.value !== '' || threaded || !message || !field) return undefined
    const at = refusedAt(known, field)
    return {
      severity: 'notable',
      says: `Apache stopped reading${at ? ` at ${code(at.place)}` : ''}, where it should load ${code(message.value)}; what stands below was not looked at.`,
      evidence: [mpm, field, ...(failure?.evidence.filter(one => one.line !== field.line) ?? [])],
    }
  },
})
