import { normal } from '../checks/facts/paths.ts'
import { basePrefix } from '../checks/facts/python.ts'
import { pythonSupport } from '../checks/facts/python-support.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'

export const rule = defineRule({
  title: 'The Python project maintains this Python',
  fault: 'The Python project no longer maintains this Python, or soon will not',
  severity: 'notable',
  plain: 'New security holes in this Python stay open, now or soon, unless your distribution closes them.',
  why: 'Each minor version gets fixes up to a month that is fixed in advance. A distribution may go on with its own package for longer. mod_wsgi is built for one minor version, so the move to the next one means a new build and new environments.',
  speaks: 'The version that answered, or that the module is linked to, has passed its last month, or is within half a year of it, on today’s date.',
  docs: ['requirements#python', 'user-guides/virtual-environments#virtual-environment-and-python-version'],
  needs: { support: pythonSupport, base: optional(basePrefix) },
  examine({ support: { value: { version, state, until }, evidence }, base }) {
    if (state === 'supported') return undefined
    // The distribution's own Python is carried on by the distribution: that its time is about to end elsewhere is of no use here.
    if (state === 'ending' && base && normal(base.value) === '/usr') return undefined
    return {
      // No more than a remark, even long after: a distribution may maintain it, and a sound installation must not grow loud as time goes by.
      severity: 'notable',
      says: `Python ${version} ${state === 'ended' ? 'gets no more fixes from the Python project' : 'is about to get its last fixes from the Python project'}${until === undefined ? '' : `: the last month ${state === 'ended' ? 'was' : 'is'} ${until}`}. A distribution may maintain its own package longer.`,
      evidence,
      fix: 'Plan the move to a newer Python: mod_wsgi has to be built for it, and the environments made anew.',
    }
  },
})
