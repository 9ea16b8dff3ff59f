import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { mode } from '../checks/facts/python.ts'
import { directivesOf } from '../checks/facts/wsgi-config.ts'
import { lookFor, restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code, listed } from '../core/say.ts'

const option = (words: readonly string[], name: string) => words.find(word => word.startsWith(`${name}=`))?.slice(name.length + 1)

/** What a line makes mod_wsgi report (wsgi_daemon.c:247,3864): more threads than one, and `processes=` written at all, even `processes=1`. */
const flagsOf = (words: readonly string[]) => ({ multithread: option(words, 'threads') !== '1', multiprocess: option(words, 'processes') !== undefined, serves: option(words, 'threads') !== '0' })

export const rule = defineRule({
  title: 'The page fits the daemon group’s `WSGIDaemonProcess` line',
  fault: 'The page contradicts the daemon group’s `WSGIDaemonProcess` line',
  severity: 'risky',
  plain: 'The daemon processes that answer were not started with the options that you pasted.',
  why: 'In daemon mode `wsgi.multithread` is `True` unless the line says `threads=1` (15 is the default), and `wsgi.multiprocess` is `True` exactly where the line has `processes=`, even `processes=1`, whatever Apache’s MPM.',
  speaks: 'A page whose two values no pasted line of its group gives, or a page from a group with `threads=0`.',
  docs: ['user-guides/processes-and-threading#wsgi-process-thread-flags', 'configuration-directives/WSGIDaemonProcess'],
  needs: { mode, multithread: diagnostic.fields.multithread, multiprocess: diagnostic.fields.multiprocess, group: diagnostic.fields.processGroup, groups: optional(directivesOf('WSGIDaemonProcess')), where: optional(platform) },
  // A server that was not restarted, or another one, does not follow the pasted lines.
  because: ['runtime-mpm-name', 'restart-notice-mpm', 'server-banner-vs-V'],
  next: ['error-log'],
  examine({ mode: kind, multithread, multiprocess, group, groups, where }) {
    if (kind.value !== 'daemon') return undefined
    // A name that only looks similar is another group.
    const lines = groups?.value.filter(line => line.words[0] === group.value) ?? []
    const [line] = lines
    if (!line) return { lacks: ['config'] }
    // Of two lines for one group, as in two branches of a condition, one that fits is enough.
    const odd = lines.map(({ words }) => {
      const flags = flagsOf(words)
      return { ...flags, fields: [multithread, multiprocess].filter(field => field.value !== flags[field === multithread ? 'multithread' : 'multiprocess']) }
    })
    if (odd.some(({ fields, serves }) => serves && !fields.length)) return undefined
    // A line that goes on where the paste was cut has options that nobody sees.
    if (/\\\s*$/.test(line.field.raw)) return { lacks: ['config'] }
    const [first] = odd
    const said = first?.fields.map(field => `\`${field.label} = ${field.value ? 'True' : 'False'}\``) ?? []
    return {
      severity: 'risky',
      says: `The page comes from the group ${code(group)}${first?.serves ? ` and has ${listed(said)}, which does not follow from the group’s line` : ', whose line says `threads=0`: it takes no requests'}. Either Apache was not restarted since the line was changed, or a line in another file makes this group.`,
      evidence: [group, ...(first?.fields ?? []), ...lines.map(one => one.field)],
      pair: [first?.fields[0] ?? group, line.field],
      fix: `Restart with \`${restart(where)}\`. If the page stays the same, look for the other line: ${lookFor('WSGIDaemonProcess', where)}.`,
      verify: 'Load the script’s page again: the two values must be those of the line.',
    }
  },
})
