import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { defaultName, pagesOf } from '../checks/facts/application-group.ts'
import { messages, type Message } from '../checks/facts/messages.ts'
import { mounts } from '../checks/facts/mounts.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { everything, optional } from '../core/need.ts'
import { defineRule, type Finding } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** What packages with compiled parts bring about in a sub-interpreter. Only the first cannot have another cause: its rows stand beneath this rule, which itself stands beneath the others as a suspicion. */
const troubles: readonly (readonly [shows: RegExp, what: string, because: readonly string[]])[] = [
  [/does not support loading in subinterpreters|PyO3 modules (?:do not yet support subinterpreters|may only be initialized once)|Interpreter change detected|(?:fork|threads?) .{0,20}not (?:supported|allowed).{0,20} (?:for|in) subinterpreters/, 'The log shows a package that refuses to work in a sub-interpreter, and the application runs in one', ['gil-per-interpreter']],
  [/Timeout when reading response headers from daemon process|aemon process deadlock timer expired/, 'The log shows a request without an answer. Packages with compiled parts can block like that in a sub-interpreter, and the application runs in one', ['d07-daemon-timeout', 'd16-deadlock']],
  [/closed connection before sending complete response headers|Truncated or oversized response headers received from daemon|terminated by signal (?:6|7|8|10|11)\b/, 'The log shows a daemon process that died at work. Packages with compiled parts can crash like that in a sub-interpreter, and the application runs in one', ['d15-daemon-crashed', 'd08-truncated-headers']],
]

const packages = /[\\/](?:site|dist)-packages[\\/](numpy|scipy|pandas|cryptography|pydantic_core|lxml|torch)[\\/.-]/

/** A message that names its daemon group, `…daemon process 'stats'` or `mod_wsgi (pid=12, process='stats', …)`, speaks of that one only. */
const concerns = (text: string, group: string) => {
  const named = /\bprocess[= ]'([^']*)'/i.exec(text)?.[1]
  return named === undefined || named === group
}

export const rule = defineRule({
  title: 'No trouble with a sub-interpreter shows',
  fault: 'The application runs in a sub-interpreter',
  severity: 'risky',
  plain: 'Some Python packages hang or crash in the place where your application runs; there is a safer one.',
  why: 'The default application group is a sub-interpreter, in daemon mode too. Packages whose compiled parts know the main interpreter only may block, crash or refuse to load there. `%{GLOBAL}` is the main interpreter.',
  speaks: 'A sub-interpreter together with such trouble or such a package in the log or `sys.path`; or one in a daemon group for a single application.',
  docs: ['user-guides/configuration-issues#wsgiapplicationgroup-and-c-extension-modules', 'user-guides/application-issues#multiple-python-sub-interpreters', 'user-guides/embedded-and-daemon-mode#application-group-choice'],
  needs: { known: everything, group: diagnostic.fields.applicationGroup, process: optional(diagnostic.fields.processGroup), path: optional(diagnostic.fields.path), messages: optional(messages), mounts: optional(mounts), where: optional(platform) },
  next: ['config', 'error-log'],
  examine({ known, group, process, path, messages: log, mounts: all, where }) {
    if (group.value === '') return undefined
    const daemon = process !== undefined && process.value !== ''
    const cure = {
      fix: `Write \`WSGIApplicationGroup %{GLOBAL}\` for this application, and restart with \`${restart(where)}\`. Two applications that must stay apart, such as two Django sites, then need a daemon group each.`,
      verify: 'The page shows `mod_wsgi.application_group = \'\'`.',
    }
    const risky = (says: string, evidence: Finding['evidence'], because: readonly string[] = []): Finding => ({ severity: 'risky', says, evidence, ...cure, because })
    const logged = (shows: RegExp): Message | undefined => log?.value.find(({ text }) => shows.test(text) && concerns(text, process?.value ?? ''))
    for (const [shows, what, because] of troubles) {
      const message = logged(shows)
      if (message) return risky(`${what}: ${code(group)}.`, [group, message.first], because)
    }
    const message = logged(packages)
    const entry = path?.value.find(one => packages.test(`${one}/`))
    const [, used] = packages.exec(`${message?.text ?? entry ?? ''}/`) ?? []
    const shown = message ? message.first : path
    if (used !== undefined && shown) return risky(`${message ? 'The log' : '`sys.path`'} names ${code(used)}. Its compiled parts may work in the main interpreter only, and the application runs in the sub-interpreter ${code(group)}.`, [group, shown])
    // A name of its own is meant, and in embedded mode applications of many sites may share the process: there the default is right.
    const name = defaultName(group.value)
    if (!daemon || !name) return undefined
    // Two applications in the main interpreter would share their settings: nothing to advise.
    const inGroup = all?.value.filter(({ expected }) => (expected.processGroup.value ?? process.value) === process.value) ?? []
    if (inGroup.length > 1 || pagesOf(known).some(page => page.process === process.value && page.group.value !== group.value)) return undefined
    // A group with one mount, or with the name of the site or of the mount, is made for one application; of any other that cannot be told.
    const [only] = inGroup
    const own = only?.expected.processGroup.value === process.value
    if (!own && process.value !== name.host && !name.mount.endsWith(`/${process.value}`)) return undefined
    return {
      severity: 'notable',
      says: `The daemon group ${code(process)} ${own ? 'serves one mount by the pasted lines' : `seems to be made for ${code(name.mount === '' ? name.host : name.mount)} alone`}, which runs in the sub-interpreter ${code(group)}. For packages with compiled parts the main interpreter is the safer place.`,
      evidence: [process, group, ...(own ? [only.field] : [])],
      ...cure,
    }
  },
})
