import { command } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { everything, optional } from '../core/need.ts'
import type { Section } from '../core/output.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** Outputs whose smaller form is worth a word: `-v` for `-V`, a filtered list of modules. */
const forms: Readonly<Record<string, string>> = {
  'httpd-V': 'These are the two lines of `-v`. The capital `-V` shows the MPM and the paths as well.',
  'httpd-M': 'This is a part of the list of modules. What is not in it may be loaded all the same.',
}

/** `| grep python`, in a command. */
const filter = (section: Section) => /\|\s*((?:e|f|z)?grep|head|tail|findstr|Select-String)\b/i.exec(section.command ?? '')?.[1]

export const rule = defineRule({
  title: 'The outputs are complete',
  fault: 'An output is not complete',
  severity: 'notable',
  why: 'What is missing cannot be judged, and a list that was shortened looks like one that lacks something. The maintainers of mod_wsgi ask for every output in full.',
  docs: ['user-guides/checking-your-installation'],
  needs: { known: everything, where: optional(platform) },
  doubt: true,
  examine({ known, where }) {
    return known.speakers.flatMap(section => {
      const { output, extent, fields } = section
      const last = fields.at(-1)
      const form = extent === 'part' ? forms[output.id] : undefined
      if (!last || (extent !== 'cut' && form === undefined)) return []
      const by = filter(section)
      return {
        severity: 'notable' as const,
        says: form ?? `Of ${output.title}, lines are missing: ${by === undefined ? 'at the beginning, between, or at the end' : `the command passes it through \`${by}\``}. The last value that could be read is ${code(typeof last.value === 'string' && last.value !== '' ? last.value : last.raw)}, in line ${last.line}.`,
        evidence: [last],
        verify: `Paste all that \`${command(output.id, where)}\` prints.`,
      }
    })
  },
})
