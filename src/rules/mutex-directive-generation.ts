import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { lockWords } from '../checks/facts/lock-words.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

const generationOf = (version: string) => (/^2\.[0-3]\b/.test(version) ? '2.2' : /^2\.[4-9]\b/.test(version) ? '2.4' : undefined)

export const rule = defineRule({
  title: 'Messages about locks are of this generation of Apache',
  fault: 'A message about locks is of another generation of Apache',
  severity: 'broken',
  plain: 'The message comes from another Apache than the one you asked.',
  why: 'Apache 2.2 has `AcceptMutex` and `LockFile`, 2.4 has `Mutex` in place of both and refuses the old ones. Each generation has its own words for a wrong value.',
  speaks: 'A message about `Mutex`, `AcceptMutex` or `LockFile` that Apache of the release in `-V` does not print.',
  docs: ['httpd:upgrading', 'httpd:mod/core#mutex'],
  needs: { words: lockWords, version: httpdV.fields.serverVersion },
  because: ['platform-consistency', 'two-installations'],
  next: ['error-log'],
  examine({ words, version }) {
    const generation = generationOf(version.value)
    // A directive that this very Apache refuses is c01-unknown-directive's affair.
    const strange = words.value.find(one => generation !== undefined && one.of !== generation)
    if (!strange) return undefined
    return {
      severity: 'broken',
      says: `${code(strange.says)} is a message of Apache ${strange.of}, but the program you asked is ${code(version)}. It comes from another server, or from a text that somebody else posted.`,
      evidence: [strange.field, version],
      pair: [version, strange.field],
      fix: 'Bring out the message again with the program that `-V` was asked of.',
      verify: `The answer is that of Apache ${generation}.`,
    }
  },
})
