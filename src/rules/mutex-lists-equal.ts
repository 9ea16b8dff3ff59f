import { mechanismsOf, mutexLists } from '../checks/facts/mutex-lists.ts'
import { defineRule } from '../core/rule.ts'
import { code, listed } from '../core/say.ts'

export const rule = defineRule({
  title: 'Apache and mod_wsgi know the same locks',
  fault: 'Apache and mod_wsgi know different locks',
  severity: 'risky',
  plain: 'Apache and mod_wsgi were built with different libraries, or two machines were asked.',
  why: 'Both lists were fixed at compile time, from the APR that was at hand: the one when Apache was built, the other when mod_wsgi was. Their order differs by design, and `none`, `file` and `sem` are words of `Mutex` alone.',
  speaks: 'A mechanism that only one of the two lists has.',
  docs: ['user-guides/checking-your-installation#cross-process-mutex', 'configuration-directives/WSGIAcceptMutex', 'httpd:mod/core#mutex'],
  needs: { lists: mutexLists },
  next: ['httpd-V'],
  examine({ lists }) {
    const own = lists.value.find(list => list.directive === 'WSGIAcceptMutex')
    const apache = lists.value.find(list => list !== own)
    if (!own || !apache) return { lacks: ['mutex'] }
    const onlyApache = mechanismsOf(apache).filter(name => !mechanismsOf(own).includes(name))
    const onlyOwn = mechanismsOf(own).filter(name => !mechanismsOf(apache).includes(name))
    const differing = [...onlyApache, ...onlyOwn]
    if (!differing.length) return undefined
    // A message that was wrapped by hand or by a mail program may have lost one name at the break.
    if (differing.length === 1 && /\n/.test(onlyApache.length ? own.field.raw : apache.field.raw)) return undefined
    return {
      severity: 'risky',
      says: [
        ...(onlyApache.length ? [`Only \`${apache.directive}\` offers ${listed(onlyApache.map(code))}.`] : []),
        ...(onlyOwn.length ? [`Only \`WSGIAcceptMutex\` offers ${listed(onlyOwn.map(code))}.`] : []),
        'Apache and mod_wsgi were compiled with different APRs, or the two lines come from two machines.',
      ].join(' '),
      evidence: [apache.field, own.field],
      pair: [apache.field, own.field],
      fix: 'If both lines come from one machine, rebuild mod_wsgi against this Apache, with its own `apxs`.',
      verify: 'Both lists must name the same mechanisms, apart from `none`, `default`, `file` and `sem`.',
    }
  },
})
