import { meantMutexes } from '../checks/facts/meant-mutex.ts'
import { mutexLists } from '../checks/facts/mutex-lists.ts'
import { triedOut } from '../checks/facts/tried-out.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { everything, optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { listed } from '../core/say.ts'

export const rule = defineRule({
  title: 'No invalid line was left in the configuration',
  fault: 'The error about the mutex was brought out on purpose',
  severity: 'notable',
  plain: 'This error was made to get a list; take the line out again so that Apache starts.',
  why: 'An invalid value makes Apache list the mechanisms that it knows. The guide writes that line into the configuration; as long as it stands there, Apache does not start. `httpd -t -c "Mutex xxx"` brings out the same list and changes no file.',
  speaks: 'The list of mechanisms as an error of a file of the configuration, not of `-c`.',
  docs: ['user-guides/checking-your-installation#cross-process-mutex', 'httpd:mod/core#mutex'],
  needs: { known: everything, lists: mutexLists, meant: optional(meantMutexes), where: optional(platform) },
  doubt: true,
  examine({ known, lists, meant, where }) {
    // With `-c` there is nothing to take out again; the name of a mechanism was meant in earnest, and c08-mutex-value-refused speaks.
    const written = lists.value.filter(({ field }) => !triedOut(known, field) && !meant?.value.some(one => one.field === field))
    if (!written.length) return undefined
    return {
      severity: 'notable',
      says: `This syntax error is the way to get the list of mechanisms, and no fault of your installation. The invalid ${listed(written.map(list => `\`${list.directive}\``))} ${written.length > 1 ? 'lines have' : 'line has'} to be taken out again.`,
      evidence: written.map(list => list.field),
      fix: `If it stands in a file, take it out before the next \`${restart(where)}\`.`,
      verify: 'A syntax test (`-t`) answers `Syntax OK`.',
    }
  },
})
