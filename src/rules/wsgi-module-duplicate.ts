import { wsgiLoadLines } from '../checks/facts/wsgi-config.ts'
import { startMessage } from '../checks/facts/start-messages.ts'
import { httpdM } from '../checks/apache-modules/httpd-M.ts'
import { freshStart, lookFor } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

const skipped = startMessage([], /module (wsgi_module) is already loaded, skipping/)
const file = (words: readonly string[]) => words[1] ?? ''

export const rule = defineRule({
  title: '`wsgi_module` is loaded by one line',
  fault: 'Two `LoadModule` lines name `wsgi_module`',
  severity: 'risky',
  plain: 'A mod_wsgi that you installed later may never be used.',
  why: 'Apache loads the file of the first line and passes over the second, with `AH01574` in the log, twice at each start.',
  speaks: '`AH01574` for `wsgi_module`, or two unconditional `LoadModule` lines with different files.',
  docs: ['httpd:mod/mod_so#loadmodule', 'user-guides/installation-from-pypi'],
  needs: { message: optional(skipped), lines: optional(wsgiLoadLines), listed: optional(httpdM.fields.module), where: optional(platform) },
  next: ['config', 'ldd'],
  examine({ message, lines, listed, where }) {
    // Lines inside a condition exclude one another as a rule; the message tells where they do not.
    const plain = lines?.value.filter(line => !line.conditional) ?? []
    const files = [...new Set(plain.map(line => file(line.words)))]
    if (!message && !lines && !listed) return { lacks: ['config'] }
    if (!message && files.length < 2) return undefined
    const first = plain[0]
    return {
      severity: 'risky',
      says: files.length > 1 ? `${files.length} lines load \`wsgi_module\`, from ${files.map(code).join(' and ')}. Only the first that Apache reads counts.` : 'A second `LoadModule` line for `wsgi_module` is passed over: only the first that Apache reads counts.',
      evidence: [...(message?.evidence ?? []), ...plain.map(line => line.field)],
      fix: `Find them with ${lookFor('wsgi_module', where)}. Keep the one you want, stop Apache and start it: \`${freshStart(where)}\`. For the check of the Python library, ask about the file of the first${first ? `, ${code(file(first.words))} if they are read in the order pasted` : ''}.`,
      verify: '`AH01574` does not show up for `wsgi_module` at the next start.',
    }
  },
})
