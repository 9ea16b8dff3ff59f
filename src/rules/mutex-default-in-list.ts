import { mutexDefault } from '../checks/facts/mutex-default.ts'
import { mutexLists } from '../checks/facts/mutex-lists.ts'
import { optional } from '../core/need.ts'
import { platform } from '../checks/platform/platform.ts'
import { command } from '../checks/platform/commands.ts'
import { defineRule } from '../core/rule.ts'
import { code, listed } from '../core/say.ts'

export const rule = defineRule({
  title: 'The default lock of `httpd -V` is among those on offer',
  fault: 'The default lock of `httpd -V` is not among those on offer',
  severity: 'risky',
  plain: 'Two of the outputs come from different machines or builds, so they cannot be read together.',
  why: 'The `APR_USE_…_SERIALIZE` line of `-V` and both lists of mechanisms come from one APR, fixed at compile time. `APR_USE_PTHREAD_SERIALIZE` does not count, contrary to the guide: it is about threads inside one process.',
  speaks: 'A default lock in `-V` that a list of mechanisms does not have.',
  docs: ['user-guides/checking-your-installation#cross-process-mutex', 'configuration-directives/WSGIAcceptMutex'],
  needs: { preferred: mutexDefault, lists: mutexLists, where: optional(platform) },
  examine({ preferred, lists, where }) {
    const without = lists.value.filter(list => !list.names.includes(preferred.value))
    const [first] = without
    const [line] = preferred.evidence
    if (!first || !line) return undefined
    return {
      severity: 'risky',
      says: `\`httpd -V\` makes ${code(preferred.value)} the default (${code(line)}), but ${listed(without.map(({ directive }) => `\`${directive}\``))} ${without.length > 1 ? 'do' : 'does'} not offer it. They come from different machines, or from programs compiled with different APRs.`,
      evidence: [...preferred.evidence, ...without.map(({ field }) => field)],
      pair: [line, first.field],
      fix: 'Make all calls with the same program on the same machine.',
      verify: `\`${command('mutex', where)}\` must list ${code(preferred.value)}.`,
    }
  },
})
