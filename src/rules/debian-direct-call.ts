import { undefinedVariables } from '../checks/facts/log.ts'
import { command } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { everything, optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code, listed } from '../core/say.ts'

export const rule = defineRule({
  title: 'Apache’s program was called with its environment',
  fault: 'Debian’s Apache was called without its environment',
  severity: 'notable',
  plain: 'The way in which the command was called makes Apache look broken; ask again the right way.',
  why: 'On Debian and Ubuntu the configuration takes its directories and its user from variables that the service and `apache2ctl` set from `/etc/apache2/envvars`. The bare program does not set them, so it cannot read its own configuration: `-M` and `-t` end in errors, and `-V` shows no MPM.',
  speaks: '`AH00111` for a variable that begins with `APACHE_`, and no whole output since.',
  docs: ['user-guides/checking-your-installation#apache-build-information', 'httpd:programs/apachectl'],
  needs: { known: everything, variables: optional(undefinedVariables), where: optional(platform) },
  doubt: true,
  examine({ known, variables, where }) {
    // Variables with other names are true faults of the configuration: c15 speaks.
    const names = variables?.value.filter(name => name.startsWith('APACHE_')) ?? []
    if (!variables || !names.length) return known.sections.some(s => ['httpd-V', 'httpd-M', 'error-log', 'mutex'].includes(s.output.id)) ? undefined : { lacks: ['httpd-V'] }
    const lost = ['httpd-V', 'httpd-M'].filter(id => known.section(id)?.extent !== 'whole' || known.field(id, 'mpm')?.value === '')
    // Asked again in the right way: nothing is left to do.
    if (!lost.length) return undefined
    const again = lost.map(id => `\`${command(id, where ?? { value: 'debian', evidence: [] })}\``)
    return {
      severity: 'notable',
      says: `Apache’s program was started without its variables, here ${listed(names.slice(0, 3).map(name => code(name)))}. This is no fault of the configuration, but what the program says about it cannot be trusted.`,
      evidence: variables.evidence.filter(field => names.some(name => String(field.value).includes(name))).slice(0, 3),
      fix: `Ask through the wrapper: ${listed(again)}; or set the variables first: \`. /etc/apache2/envvars\`.`,
      verify: 'The lines `AH00111` are gone, and `Server MPM` has a name.',
    }
  },
})
