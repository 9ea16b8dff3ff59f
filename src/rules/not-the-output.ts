import { triedOut } from '../checks/facts/tried-out.ts'
import { command } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import type { Platform } from '../checks/platform/platforms.ts'
import { everything, optional } from '../core/need.ts'
import type { Known } from '../core/need.ts'
import type { Field, Section } from '../core/output.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** Outputs that tell the same; where one is there, the failure of the other does not matter. */
const substitutes: Readonly<Record<string, string>> = { otool: 'ldd', ldd: 'otool' }

const isGood = (section: Section | undefined) => section !== undefined && section.extent !== 'failed'
/** On a Mac `ldd` is the wrong word, elsewhere `otool` is. */
const wrongTool = (id: string, where: Platform | undefined) => id === (where && /^(?:homebrew|mac)/.test(where) ? 'ldd' : 'otool')
const replaced = (known: Known, id: string, where: Platform | undefined) => {
  const other = known.section(substitutes[id] ?? '')
  return other !== undefined && (isGood(other) || wrongTool(id, where))
}

/** What the main rows of the log say of an error page, by its status: `403 Forbidden`. */
const statuses: Readonly<Record<string, readonly string[]>> = {
  403: ['r01-access-denied', 'access-not-granted', 'r02-search-permission', 'r03-file-permission', 'r04-exec-cgi-off'],
  404: ['r05-script-not-found', 'r06-directory-as-script'],
  500: ['python-init-log', 'd12-unknown-process-group', 'd13-embedded-disabled', 'd08-truncated-headers'],
  502: ['d08-truncated-headers'],
  503: ['d01-daemon-socket-permission', 'd02-daemon-not-reached', 'd03-daemon-socket-missing'],
  504: ['d07-daemon-timeout'],
}

/** Rules whose finding may be why this output did not come. */
const becauseOf = ({ output, key, value }: Field): readonly string[] =>
  output === 'ldd' || output === 'otool' ? ['l02-module-file-missing']
  : key === 'unreached' ? ['load-error-class', 'c01-unknown-directive', 'mpm-multiple', 'c17-port-or-log-refused', 'm01-mutex-not-created']
  : ['wsgi-module-absent', ...(statuses[String(value).slice(0, 3)] ?? [])]

/** bash: apxs: command not found — RuntimeError: The 'apxs' command appears not to be installed */
const isMissing = ({ fields }: Section) => fields.some(({ key, value }) => key === 'failure' || /appears not to be installed/.test(String(value)))

export const rule = defineRule({
  title: 'Each command printed its output',
  fault: 'An error came in place of an output',
  severity: 'risky',
  plain: 'A command did not print what it should, so there is nothing to read yet.',
  why: 'Where a command fails, there is nothing to judge: the other checks are then made without this one. The message tells why it failed, not what is wrong with the installation.',
  speaks: 'A message such as “not found”, an error page, or the source of the script where an output is expected.',
  docs: ['user-guides/checking-your-installation'],
  needs: { known: everything, where: optional(platform) },
  next: ['config', 'error-log'],
  doubt: true,
  examine({ known, where }) {
    return known.speakers.flatMap(section => {
      const { id } = section.output
      // Most packagers leave `config.nice` out; its absence is no fault, and nothing needs it.
      if (section.extent !== 'failed' || id === 'config-nice' || replaced(known, id, where?.value)) return []
      const [failure] = section.fields
      // An `apxs` that is not there is b05-apxs-missing's: nothing but a build needs its output. A line about locks that
      // nobody tried out is an error of the configuration: the C rows speak.
      if (!failure || (id === 'apxs' && isMissing(section)) || (id === 'mutex' && !triedOut(known, failure))) return []
      const page = id === 'diagnostic'
      return {
        severity: 'risky' as const,
        says: `There is no output of ${section.output.title}: ${code(failure)} came instead. ${failure.meaning.says}`,
        evidence: section.fields.slice(0, 2),
        because: becauseOf(failure),
        fix: failure.meaning.more ?? `Run \`${command(id, where)}\`.`,
        verify: page ? 'The page shows seven lines `name = value`, from `mod_wsgi.process_group` to `sys.path`.' : `Paste what \`${command(id, where)}\` prints.`,
      }
    })
  },
})
