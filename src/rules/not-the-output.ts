import { command } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import type { Platform } from '../checks/platform/platforms.ts'
import { everything, optional } from '../core/need.ts'
import type { Known } from '../core/need.ts'
import type { Section } from '../core/output.ts'
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

export const rule = defineRule({
  title: 'Each command printed its output',
  fault: 'An error came in place of an output',
  severity: 'risky',
  why: 'Where a command fails, there is nothing to judge: the other checks are then made without this one. The message tells why it failed, not what is wrong with the installation.',
  docs: ['user-guides/checking-your-installation'],
  needs: { known: everything, where: optional(platform) },
  because: ['wsgi-module-absent'],
  doubt: true,
  examine({ known, where }) {
    return known.speakers.flatMap(section => {
      const { id } = section.output
      // Most packagers leave `config.nice` out; its absence is no fault, and nothing needs it.
      if (section.extent !== 'failed' || id === 'config-nice' || replaced(known, id, where?.value)) return []
      const [failure] = section.fields
      if (!failure) return []
      const page = id === 'diagnostic'
      return {
        severity: 'risky' as const,
        says: `There is no output of ${section.output.title}: ${code(failure)} came instead. ${failure.meaning.says}`,
        evidence: section.fields.slice(0, 2),
        fix: failure.meaning.more ?? `Run \`${command(id, where)}\`.`,
        verify: page ? 'The page shows seven lines `name = value`, from `mod_wsgi.process_group` to `sys.path`.' : `Paste what \`${command(id, where)}\` prints.`,
      }
    })
  },
})
