import { undefinedVariables } from '../checks/facts/log.ts'
import { messages } from '../checks/facts/messages.ts'
import { refusedAt } from '../checks/facts/refused-at.ts'
import { everything, optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: '`DefaultRuntimeDir` has its directory',
  fault: '`DefaultRuntimeDir` was read without its variable',
  severity: 'notable',
  plain: 'This error is a consequence of how the program was called, and not a fault of the line.',
  why: 'Debian writes `DefaultRuntimeDir ${APACHE_RUN_DIR}`. Where the variable has no value, the text itself is taken for a directory, and Apache stops reading there.',
  speaks: 'The error about `DefaultRuntimeDir` together with an `AH00111` for an `APACHE_…` variable.',
  docs: ['user-guides/checking-your-installation#apache-build-information', 'httpd:programs/apachectl'],
  needs: { known: everything, messages, variables: optional(undefinedVariables) },
  because: ['debian-direct-call'],
  examine({ known, messages: { value }, variables }) {
    const message = value.find(({ text }) => /DefaultRuntimeDir must be a valid directory/.test(text))
    const variable = variables?.value.find(name => name.startsWith('APACHE_'))
    // Asked again in the right way: the first try no longer matters.
    const again = known.section('httpd-V')?.extent === 'whole' && known.field('httpd-V', 'mpm')?.value !== ''
    if (!message || variable === undefined || again || known.section('httpd-M')?.extent === 'whole') return undefined
    const at = refusedAt(known, message.first)
    return {
      severity: 'notable',
      says: `Apache stopped reading${at ? ` at ${code(at.place)}` : ''}, because ${code(`\${${variable}}`)} is empty here. The line itself is right.`,
      evidence: [...(variables?.evidence.slice(0, 1) ?? []), message.first],
    }
  },
})
