import { configTest } from '../checks/apache-config/config-test.ts'
import { optionsOf } from '../checks/apache-config/daemon-options.ts'
import { wsgiDirective } from '../checks/apache-config/wsgi-directives.ts'
import { modWsgiVersion } from '../checks/facts/mod-wsgi.ts'
import { nearest } from '../checks/facts/nearest.ts'
import { isBefore } from '../checks/facts/releases.ts'
import { directives } from '../checks/facts/wsgi-config.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule, type Finding } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'Every option is one that its directive has',
  fault: 'An option is misspelt, or belongs to another directive',
  severity: 'broken',
  plain: 'Apache does not understand an option, and does not start.',
  why: 'mod_wsgi compares the names of options letter by letter, capitals too, and refuses the line with “Invalid option” where one is unknown.',
  speaks: 'An option of `WSGIDaemonProcess`, `WSGIScriptAlias` or another directive that it does not have.',
  docs: ['configuration-directives/WSGIDaemonProcess', 'configuration-directives/WSGIScriptAlias'],
  needs: { directives, release: optional(modWsgiVersion), where: optional(platform) },
  examine({ directives: { value: all }, release, where }) {
    const verify = `\`${configTest(where)}\` answers \`Syntax OK\`.`
    return all.flatMap(line => {
      const name = wsgiDirective(line.name)?.name ?? ''
      const known = optionsOf[name]
      // Behind the name, the address or the file; a path may hold the sign `=`, too.
      const given = known ? line.words.slice(1).flatMap(word => /^([A-Za-z][\w-]*)=/.exec(word)?.[1] ?? []) : []
      return given.flatMap((option): Finding[] => {
        if (!known) return []
        if (Object.hasOwn(known, option)) {
          const now = known[option]?.now
          if (now === undefined || (release && isBefore(release.value, '4.4.7'))) return []
          return [{ severity: 'broken', says: `\`${option}=\` is called ${code(`${now}=`)} since mod_wsgi 4.4.7.`, evidence: [line.field], fix: `Write ${code(`${now}=`)}.`, verify }]
        }
        const meant = nearest(option, Object.keys(known), option.length > 5 ? 2 : 1)
        const owner = Object.keys(optionsOf).find(other => Object.hasOwn(optionsOf[other] ?? {}, option))
        const better = meant === undefined ? (owner === undefined ? 'A newer release may have it.' : `\`${owner}\` has it.`) : `${code(`${meant}=`)} is the nearest.`
        return [{
          severity: meant === undefined && owner === undefined ? 'risky' : 'broken',
          says: `\`${name}\` has no option ${code(`${option}=`)}. ${better}`,
          evidence: [line.field],
          fix: meant === undefined ? (owner === undefined ? `Look it up on the page of \`${name}\`, or take it out.` : `Move it to the \`${owner}\` line.`) : `Write ${code(`${meant}=`)}, if that is meant${meant === option.toLowerCase() ? ': in small letters' : ''}.`,
          verify,
        }]
      })
    })
  },
})
