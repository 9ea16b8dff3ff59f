import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { messages } from '../checks/facts/messages.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule, type Finding } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** `WSGI0151: No WSGI daemon process called '%{ENV:SITE}' has been configured: /srv/…`; releases before 6.0 have no number. */
const refused = /^(?:WSGI0(?:149|15[0-2]): )?(?:No WSGI daemon|Daemon) process called '(%\{[^']*|[^']*\$\{[^']*)'/

/** The text of a placeholder itself (wsgi_config.c:1992,2152). A `%` elsewhere in a name is a `%`. */
const placeholder = /^%\{|\$\{/

const reason = (name: string) => {
  const variable = /^%\{ENV:([^}]*)\}/.exec(name)?.[1]
  if (variable !== undefined) return `The variable ${code(variable)} has no value for this request`
  return name.includes('${') ? 'Nothing in the configuration gives it a value' : 'It is none of the words that mod_wsgi knows: `%{GLOBAL}`, `%{SERVER}`, `%{HOST}`, `%{RESOURCE}`, `%{ENV:…}`'
}

const fix = (name: string, restarted: string) =>
  `${name.startsWith('%{ENV:') ? 'Set the variable with `SetEnv` or `RewriteRule … [E=…]` where the request passes' : name.includes('${') ? 'Write `Define` for it above this line' : 'Correct the spelling'}, or write the group’s name itself. Then \`${restarted}\`.`

const undefinedOne = ['c15-variable-undefined']

export const rule = defineRule({
  title: 'Each placeholder in a group’s name was replaced',
  fault: 'A placeholder in a group’s name was not replaced',
  severity: 'risky',
  plain: 'A variable in the configuration is empty or misspelled, so its name is taken as it stands.',
  why: 'mod_wsgi returns a placeholder as text where it knows no value for it. An interpreter may be called like that; a daemon group usually is not, and the request ends with status 500.',
  speaks: 'An application group that begins with `%{` or holds `${`, or such a name in a message about an unknown daemon group.',
  docs: ['configuration-directives/WSGIApplicationGroup', 'configuration-directives/WSGIProcessGroup', 'error-reference#wsgi0151'],
  needs: { application: optional(diagnostic.fields.applicationGroup), messages: optional(messages), where: optional(platform) },
  next: ['config'],
  examine({ application, messages: log, where }) {
    const findings: Finding[] = []
    const message = log?.value.find(({ words }) => refused.test(words))
    const asked = message && refused.exec(message.words)?.[1]
    if (message && asked !== undefined)
      findings.push({
        severity: 'broken',
        says: `Requests ask for a daemon group called ${code(asked)}: the placeholder was taken as it stands, and there is no such group. ${reason(asked)}.`,
        evidence: [message.first],
        ...(asked.includes('${') && { because: undefinedOne }),
        fix: fix(asked, restart(where)),
        verify: 'The message does not come back, and the page shows the group’s name.',
      })
    // A process group of this kind on the page is the name that somebody gave a daemon group: otherwise there would be no page.
    if (application && placeholder.test(application.value))
      findings.push({
        severity: 'risky',
        says: `The interpreter is called ${code(application)}: the placeholder was not replaced. ${reason(application.value)}; every application whose group is named like that shares this interpreter.`,
        evidence: [application],
        ...(application.value.includes('${') && { because: undefinedOne }),
        fix: fix(application.value, restart(where)),
        verify: 'The page shows the name that you meant as `mod_wsgi.application_group`.',
      })
    return findings.length || application ? findings : { lacks: ['diagnostic'] }
  },
})
