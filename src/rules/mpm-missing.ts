import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { startMessage } from '../checks/facts/start-messages.ts'
import { command } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

const direct = startMessage(['httpd-V'], /AH00111: Config variable \$\{APACHE_\w+\} is not defined/)
const none = startMessage(['httpd-V'], /No MPM loaded/)
const refused = startMessage(['httpd-V'], /Cannot load (\S+) into server/)
const syntax = startMessage(['httpd-V'], /[Ss]yntax error on line \d+ of ([^\s:]+)/)

const says = (cause: string) => `\`Server MPM:\` is blank: ${cause}. All other lines are valid; what depends on the MPM cannot be judged.`

export const rule = defineRule({
  title: '`httpd -V` names the MPM',
  fault: '`httpd -V` names no MPM',
  severity: 'risky',
  plain: 'Apache could not read its configuration when you asked.',
  why: 'Where the MPM is a module, Apache has to read its configuration to know it. If that fails, `-V` leaves this line blank and prints the rest.',
  speaks: 'An empty `Server MPM:` without the two lines beneath it.',
  docs: ['user-guides/checking-your-installation#apache-build-information', 'httpd:mpm'],
  needs: { mpm: httpdV.fields.mpm, threaded: optional(httpdV.fields.threaded), direct: optional(direct), none: optional(none), refused: optional(refused), syntax: optional(syntax), where: optional(platform) },
  because: ['debian-direct-call', 'load-error-class', 'mpm-multiple'],
  next: ['error-log', 'config'],
  examine({ mpm, threaded, direct: bypassed, none: without, refused: module, syntax: file, where }) {
    // Apache leaves out the next two lines together with the name; a blank name above them was cut by a mail program.
    if (mpm.value !== '' || threaded) return undefined
    const ask = `\`${command('httpd-V', where)}\``
    const verify = `${ask} must name the MPM, with \`threaded:\` and \`forked:\` beneath it.`
    if (bypassed || (where?.value === 'debian' && !without && !module))
      return { severity: 'risky', says: says('the program was called without the variables that Debian’s wrapper sets'), evidence: [mpm, ...(bypassed?.evidence ?? [])], fix: `Call the wrapper: ${ask}. Or set the variables first: \`. /etc/apache2/envvars\`.`, verify }
    if (without)
      return { severity: 'risky', says: says('the configuration loads none'), evidence: [mpm, ...without.evidence], fix: where?.value === 'debian' ? 'Enable one: `sudo a2enmod mpm_event`.' : 'Put one `LoadModule mpm_event_module …` line into the configuration.', verify }
    const at = module ?? file
    return {
      severity: 'risky',
      says: says(module ? `Apache stopped reading its configuration at the module ${code(module.value)}, which it cannot load` : file ? `Apache stopped reading its configuration at an error in ${code(file.value)}` : 'Apache could not read its configuration'),
      evidence: [mpm, ...(at?.evidence ?? [])],
      fix: at ? 'Correct what the error names, then ask again.' : `Ask with the wrapper or the full path, ${ask}, and paste what stands above the output too: the reason is there.`,
      verify,
    }
  },
})
