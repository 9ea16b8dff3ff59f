import { logged } from '../checks/facts/log.ts'
import { command } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { everything, optional } from '../core/need.ts'
import type { Reading, Section } from '../core/output.ts'
import { defineRule, type Finding } from '../core/rule.ts'
import { code } from '../core/say.ts'
import { openTraceback } from './tables/traceback.ts'

/** Outputs whose smaller form is worth a word: `-v` for `-V`, a filtered list of modules. */
const forms: Readonly<Record<string, string>> = {
  'httpd-V': 'These are the two lines of `-v`. The capital `-V` shows the MPM and the paths as well.',
  'httpd-M': 'This is a part of the list of modules. What is not in it may be loaded all the same.',
}

/** `| grep python`, in a command. */
const filter = (section: Section) => /\|\s*((?:e|f|z)?grep|head|tail|findstr|Select-String)\b/i.exec(section.command ?? '')?.[1]

/** Releases before 6.0 always write `mod_wsgi (pid=N): ` in front of these, whatever Apache’s ErrorLogFormat is; later ones word them otherwise. */
const bare = /^(?:Failed to exec Python script file|Exception occurred processing WSGI script) '/

/** What a log itself proves to be missing. Its length proves nothing: it comes as it comes. */
function gapsIn(section: Section): readonly Finding[] {
  const { readings, fields: [first] } = section
  const notable = (says: string, shown: Reading | undefined, verify: string): readonly Finding[] => {
    const field = shown?.fields[0] ?? first
    return shown && field ? [{ severity: 'notable', says, evidence: [field], verify }] : []
  }
  const open = openTraceback(section)
  const left = readings.find(({ note }) => note?.label === 'left out')
  const before = left && readings.slice(0, readings.indexOf(left)).findLast(({ fields }) => fields.length)
  const hasLevels = readings.some(({ fields }) => fields.some(({ key }) => key === 'level'))
  const stripped = hasLevels ? readings.find(({ line }) => bare.test(line.text)) : undefined
  return [
    ...notable(`The traceback in line ${open?.line.first} ends before its last line, which names the exception.`, open, 'Paste the log up to the first line after the traceback.'),
    ...notable(`Lines are left out of the log in line ${left?.line.first}.`, before, 'Paste these lines as well.'),
    ...notable(`The beginnings of lines were removed, from line ${stripped?.line.first} on: the time, the process, and what mod_wsgi writes in front of its messages.`, stripped, 'Paste these lines as they stand in the log; without the times nobody can tell which belong together.'),
  ]
}

export const rule = defineRule({
  title: 'The outputs are complete',
  fault: 'An output is not complete',
  severity: 'notable',
  plain: 'Something is missing in what was pasted, so less can be said about it.',
  why: 'What is missing cannot be judged, and a list that was shortened looks like one that lacks something. The maintainers of mod_wsgi ask for every output in full.',
  speaks: 'An output that lacks lines which it always has, a traceback without its last line, lines marked as left out, or a log whose lines lost their beginnings.',
  docs: ['user-guides/checking-your-installation'],
  needs: { known: everything, where: optional(platform) },
  doubt: true,
  examine({ known, where }) {
    const logs = logged(known, 'event').length ? known.sections.filter(({ output }) => output.id === 'error-log').flatMap(gapsIn) : []
    const others = known.speakers.flatMap((section): Finding[] => {
      const { output, extent, fields } = section
      const last = fields.at(-1)
      // A part that goes on to its settings is no `-v`, and nothing tells that it lacks something.
      const form = extent === 'part' && !fields.some(({ key }) => key === 'define') ? forms[output.id] : undefined
      if (output.id === 'error-log' || !last || (extent !== 'cut' && form === undefined)) return []
      const by = filter(section)
      return [{
        severity: 'notable',
        says: form ?? `Lines of ${output.title} are missing${by === undefined ? ', at the beginning, in the middle or at the end' : `: the command passes it through \`${by}\``}. The last value that could be read is ${code(typeof last.value === 'string' && last.value !== '' ? last.value : last.raw)}, in line ${last.line}.`,
        evidence: [last],
        verify: `Paste all that \`${command(output.id, where)}\` prints.`,
      }]
    })
    return [...others, ...logs]
  },
})
