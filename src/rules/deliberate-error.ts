import { mutexLists } from '../checks/facts/mutex-lists.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { everything, optional } from '../core/need.ts'
import type { Known } from '../core/need.ts'
import type { Field, Section } from '../core/output.ts'
import { defineRule } from '../core/rule.ts'
import { listed } from '../core/say.ts'

const sectionWith = (known: Known, field: Field): Section | undefined => known.sections.find(s => s.fields.includes(field))

/** `-c` hands the directive over for this one call: `AH00526: Syntax error on line 1 of -c/-C directives:`. */
const wroteNothing = (section: Section | undefined) =>
  section !== undefined && (/(?:^|\s)-[cC]\s/.test(section.command ?? '') || section.readings.some(r => /-c\/-C directives/.test(r.line.text)))

export const rule = defineRule({
  title: 'No invalid line was left in the configuration',
  fault: 'The error about the mutex was brought out on purpose',
  severity: 'notable',
  why: 'An invalid value makes Apache list the mechanisms that it knows. The guide writes that line into the configuration; as long as it stands there, Apache does not start. `httpd -t -c "Mutex xxx"` brings out the same list and changes no file.',
  docs: ['user-guides/checking-your-installation#cross-process-mutex', 'httpd:mod/core#mutex'],
  needs: { known: everything, lists: mutexLists, where: optional(platform) },
  doubt: true,
  examine({ known, lists, where }) {
    // With `-c` there is nothing to take out again.
    const written = lists.value.filter(({ field }) => !wroteNothing(sectionWith(known, field)))
    if (!written.length) return undefined
    return {
      severity: 'notable',
      says: `The syntax error is the way to get the list of mechanisms, and not a fault of your installation. The invalid ${listed(written.map(list => `\`${list.directive}\``))} ${written.length > 1 ? 'lines have' : 'line has'} to go again.`,
      evidence: written.map(list => list.field),
      fix: `If you wrote it into a file, take it out before the next \`${restart(where)}\`. If you meant the value in earnest, choose one that is in the list.`,
      verify: 'A syntax test (`-t`) answers `Syntax OK`.',
    }
  },
})
