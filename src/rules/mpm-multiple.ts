import { httpdM } from '../checks/apache-modules/httpd-M.ts'
import { compiledIn, mpmOf } from '../checks/facts/modules.ts'
import { listedMpms, mpm } from '../checks/facts/mpm.ts'
import { messages, isOver } from '../checks/facts/messages.ts'
import { named } from '../checks/facts/wsgi-config.ts'
import { command, lookFor } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { everything, every, optional, section } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code, listed } from '../core/say.ts'

export const rule = defineRule({
  title: 'Apache loads one MPM',
  fault: 'Apache does not load exactly one MPM',
  severity: 'broken',
  plain: 'Apache does not start.',
  why: 'The MPM is how Apache makes processes and threads. Where it is a module, exactly one `LoadModule mpm_…` line must be in force: Apache refuses to start with none and with two.',
  speaks: 'Two MPMs in `-M`, none in a list that is whole, or `AH00534` with “No MPM loaded” or “More than one MPM loaded”.',
  docs: ['httpd:mpm', 'user-guides/checking-your-installation#apache-modules-loaded'],
  needs: { known: everything, listed: optional(listedMpms), modules: optional(every(httpdM.fields.module)), list: optional(section('httpd-M')), built: optional(compiledIn), asked: optional(mpm), log: optional(messages), where: optional(platform) },
  next: ['httpd-M', 'config'],
  examine({ known, listed: mpms, modules, list, built, asked, log, where }) {
    const message = log?.value.find(one => /No MPM loaded|More than one MPM loaded/.test(one.text) && !isOver(known, one))
    if (!mpms && !message) return { lacks: ['httpd-M'] }
    const verify = `\`${command('httpd-M', where)}\` lists one \`mpm_…_module\`.`
    const debian = where?.value === 'debian'
    if ((mpms && mpms.evidence.length > 1) || (message && /More than/.test(message.text))) {
      const found = mpms && mpms.evidence.length > 1 ? mpms.evidence : []
      // Which lines they are, where the configuration was pasted. On its own it proves nothing: `mods-available` has a line for each MPM.
      const lines = named(known, 'LoadModule').filter(({ words }) => mpmOf(words[0] ?? '') !== undefined).map(({ field }) => field)
      return {
        severity: 'broken',
        says: `${found.length ? `${listed(found.map(field => code(field)))} are loaded together` : 'More than one MPM is loaded'}. Apache refuses to start.`,
        evidence: [...(message ? [message.first] : []), ...found, ...lines],
        fix: debian ? 'Keep one: `sudo a2dismod mpm_prefork` switches prefork off; `ls /etc/apache2/mods-enabled/mpm_*` shows which are on.' : `Keep one \`LoadModule mpm_…\` line, and put \`#\` before the others: ${lookFor('mpm_', where)} finds them.`,
        verify,
      }
    }
    const core = modules?.find(field => field.value === 'core_module')
    // A list that names its heading and its first module, from a program without an MPM inside. One that `-V` names is only missing from the list: mpm-name-module.
    const headed = list?.readings.some(({ note }) => note?.label === 'heading') === true
    const none = mpms && !mpms.evidence.length && core && headed && built && ![...built.value.keys()].some(name => mpmOf(name) !== undefined) && !asked
    if (!message && !none) return mpms?.evidence.length ? undefined : { lacks: ['httpd-M'] }
    return {
      severity: 'broken',
      says: 'No MPM is loaded. Apache refuses to start.',
      evidence: message ? [message.first] : core ? [core] : [],
      // A list that was shortened looks the same.
      ...(!message && { because: ['cut-off'] }),
      fix: debian ? 'Enable one: `sudo a2enmod mpm_event`.' : 'Put one `LoadModule mpm_event_module …` line into the configuration.',
      verify,
    }
  },
})
