import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { command } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { plainly } from '../core/foreign.ts'
import { optional } from '../core/need.ts'
import type { Field } from '../core/output.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** What the MPMs answer (httpd server/mpm, the `*_query` functions): threaded, forked. */
const answers: Readonly<Record<string, readonly [string, string]>> = {
  prefork: ['no', 'yes (variable'], worker: ['yes (fixed', 'yes (variable'], event: ['yes (fixed', 'yes (variable'],
  winnt: ['yes (fixed', 'no'], netware: ['yes (variable', 'no'], mpmt_os2: ['yes (variable', 'no'],
}

/** Of Apache 2.0 and 2.2, or of third parties: nobody here knows what they answer. */
const strangers = /^(?:itk|peruser|perchild|leader|threadpool|beos|netware_threaded|metux)$/

/** `yes (fixed thread count)` as far as it was pasted: the words behind may have got lost. */
const fits = (field: Field<boolean>, expected: string) => {
  const rest = /^\s*\((\w+)/.exec(plainly(field.paste.text.slice(field.span.end, field.span.end + 40)))?.[1]
  return expected.startsWith(field.raw) && (rest === undefined || expected === 'no' || expected === `yes (${rest}`)
}

export const rule = defineRule({
  title: 'The `threaded` and `forked` lines fit the MPM',
  fault: 'The `threaded` and `forked` lines do not fit the MPM',
  severity: 'broken',
  plain: 'The lines of this output come from two programs, or were changed.',
  why: 'Each MPM has one kind of answer to the two questions, built into it; the configuration does not change it. “Fixed” and “variable” name that kind, not a number.',
  speaks: 'An answer that Apache’s own MPM of that name never gives, or a name that Apache does not have.',
  docs: ['user-guides/checking-your-installation#apache-build-information', 'httpd:mpm'],
  because: ['two-installations'],
  next: ['httpd-M', 'httpd-l'],
  // A `-V` without the two lines was cut, or names no MPM: the rule cannot run then.
  needs: { mpm: httpdV.fields.mpm, threaded: httpdV.fields.threaded, forked: httpdV.fields.forked, where: optional(platform) },
  examine({ mpm, threaded, forked, where }) {
    if (mpm.value === '') return { lacks: ['httpd-V'] }
    if (strangers.test(mpm.value)) return undefined
    const verify = `Paste the whole output of \`${command('httpd-V', where)}\` once more.`
    const [threads, forks] = answers[mpm.value] ?? []
    if (threads === undefined || forks === undefined) return { severity: 'notable', says: `${code(mpm)} is no MPM of Apache’s own: how many threads and processes it has cannot be judged.`, evidence: [mpm], verify }
    const odd = [...(fits(threaded, threads) ? [] : [threaded]), ...(fits(forked, forks) ? [] : [forked])]
    if (!odd.length) return undefined
    return {
      severity: 'broken',
      says: `${code(mpm)} prints \`threaded: ${whole(threads)}\` and \`forked: ${whole(forks)}\`, which is not what stands here. The output was changed, or is made of two.`,
      evidence: [mpm, ...odd],
      verify,
    }
  },
})

const whole = (answer: string) => (answer === 'no' ? 'no' : `${answer} …)`)
