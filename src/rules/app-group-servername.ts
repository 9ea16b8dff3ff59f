import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { defaultName } from '../checks/facts/application-group.ts'
import { logged } from '../checks/facts/log.ts'
import { named } from '../checks/facts/wsgi-config.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { everything, optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** Names that a machine gives itself. `localhost` and `….local` are set on purpose as often: for them only the warning counts. */
const guessed = /^(?:127\.\d+\.\d+\.\d+|\[?::1\]?|\[?fe80:.*)$/

export const rule = defineRule({
  title: 'A server name is set where the script answered',
  fault: 'No server name is set where the script answered',
  severity: 'notable',
  plain: 'Apache guesses the name of your site, and the application may put the guess into its links.',
  why: 'Without `ServerName` Apache takes the name of the machine, or an address, and the interpreter’s name begins with it.',
  speaks: 'A page whose interpreter has the name that Apache guessed (`AH00558`), or a loopback address.',
  docs: ['user-guides/configuration-issues#apache-server-name-warning', 'httpd:mod/core#servername'],
  needs: { known: everything, group: diagnostic.fields.applicationGroup, where: optional(platform) },
  examine({ known, group, where }) {
    const host = defaultName(group.value)?.host
    if (host === undefined) return undefined
    const warning = logged(known, 'serverNameGuess').findLast(({ value }) => value === host || `[${String(value)}]` === host)
    const set = named(known, 'ServerName').some(({ words: [name] }) => name?.replace(/:\d+$/, '') === host)
    // A name that stands in the configuration is meant, as for a test on one’s own machine.
    if (set || (!warning && !guessed.test(host))) return undefined
    return {
      severity: 'notable',
      says: `The interpreter is ${code(group)}: ${code(host)} is ${warning ? 'the name that Apache guessed, as it found no `ServerName`' : 'no name of a site, so no `ServerName` seems to be in effect'}.`,
      evidence: [group, ...(warning ? [warning] : [])],
      ...(warning && { pair: [group, warning] as const }),
      fix: `Write \`ServerName\` with the site’s name into its \`<VirtualHost>\`, or once for the whole server, and restart with \`${restart(where)}\`.`,
      verify: 'The page’s application group begins with that name.',
    }
  },
})
