import { initFailures, logged } from '../checks/facts/log.ts'
import { everything, optional, type Known } from '../core/need.ts'
import type { Field } from '../core/output.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

const last = (known: Known, key: string): Field | undefined => logged(known, key).at(-1)

export const rule = defineRule({
  title: 'Python did not have to print where it looked',
  fault: 'Python printed where it looked for its files',
  severity: 'notable',
  plain: 'The log shows in which directory Python looked for its files when it could not start.',
  why: 'A Python that cannot start prints its path configuration: what it was given (`PYTHONHOME`, the program’s name), and what it made of it. The directory of the standard library names the version X.Y of the library that runs.',
  speaks: 'The block `Python path configuration:` in the log.',
  docs: ['configuration-directives/WSGIPythonHome', 'user-guides/installation-issues#multiple-python-versions'],
  needs: { known: everything, failures: optional(initFailures) },
  because: ['python-init-log'],
  examine({ known, failures }) {
    const [home, library, prefix, base] = [last(known, 'dumpHome'), last(known, 'dumpStdlib'), last(known, 'dumpPrefix'), last(known, 'dumpBasePrefix')]
    const place = library ?? prefix ?? base
    // A failure that lies well before the last start is over, and its dump with it.
    if (!home && !place) return logged(known, 'event').length ? undefined : { lacks: ['error-log'] }
    if (!failures?.value.length) return undefined
    const given = home === undefined ? 'Python' : home.value === '(not set)' ? 'Python was given no home' : `Python was given the home ${code(home)}`
    const version = /python(\d\.\d+)t?$/.exec(String(library?.value ?? ''))?.[1]
    const found = library?.value === '(not set)' ? ' and found no standard library at all' : place ? `${home ? ' and' : ''} looked for its standard library in ${code(place)}` : ''
    return {
      severity: 'notable',
      says: `${given}${found}.${version === undefined ? '' : ` So the library that runs is Python ${version}.`}`,
      evidence: [...(home ? [home] : []), ...(place ? [place] : [])],
      ...(place && place.value !== '(not set)' && { verify: `As Apache’s user, ${code(`ls ${String(place.value)}${place === library ? '' : '/lib'}`)} shows whether it is there and may be read.` }),
    }
  },
})
