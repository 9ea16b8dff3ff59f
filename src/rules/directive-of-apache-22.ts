import { oldDirectives } from '../checks/apache-config/apache-directives.ts'
import { configTest } from '../checks/apache-config/config-test.ts'
import { apacheVersion } from '../checks/facts/apache.ts'
import type { Directive } from '../checks/facts/config-texts.ts'
import { directives } from '../checks/facts/wsgi-config.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional, section } from '../core/need.ts'
import { defineRule, type Finding } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** Only 2.4 has these. */
const isNew = ({ name, words }: Directive) => /^(?:includeoptional|maxrequestworkers|maxconnectionsperchild)$/i.test(name) || (/^require$/i.test(name) && /^all$/i.test(words[0] ?? '')) || /^mutex$/i.test(name)
const isOldAccess = ({ name }: Directive) => /^(?:order|allow|deny|satisfy)$/i.test(name)
const isBeside = (one: Directive, other: Directive) => one.within.length === other.within.length && one.within.at(-1) === other.within.at(-1)

/** Nothing is denied, and `Order allow,deny`, which denies what is not allowed, has its `Allow from all`: beside a `Require` such lines change nothing. */
const letsAllIn = (lines: readonly Directive[]) =>
  !lines.some(({ name }) => /^deny$/i.test(name)) &&
  (!lines.some(({ name, words }) => /^order$/i.test(name) && !/^deny,allow$/i.test(words.join(''))) || lines.some(({ name, words }) => /^allow$/i.test(name) && /^from all$/i.test(words.join(' '))))

const entryOf = (name: string) => Object.entries(oldDirectives).find(([known]) => known.toLowerCase() === name.toLowerCase())

export const rule = defineRule({
  title: 'No directive of Apache 2.2 is left over',
  fault: 'A directive of Apache 2.2 is left over',
  severity: 'broken',
  plain: 'A line was written for an older Apache than yours.',
  why: 'Apache 2.4 gave up `AcceptMutex` and `LockFile` for `Mutex`, and `Order`, `Allow` and `Deny` for `Require`; the latter it understands only with `mod_access_compat`.',
  speaks: 'Such a line where `-V`, or lines that only 2.4 has, show Apache 2.4.',
  docs: ['httpd:upgrading', 'httpd:mod/mod_authz_core#require'],
  needs: { directives, version: optional(apacheVersion), modules: optional(section('httpd-M')), where: optional(platform) },
  next: ['httpd-V', 'httpd-M'],
  examine({ directives: { value: all }, version, modules, where }) {
    // <IfVersion < 2.4> and <IfModule !mod_authz_core.c> are there for this very reason.
    const old = all.filter(line => !line.conditional && (isOldAccess(line) || entryOf(line.name)))
    if (!old.length) return undefined
    const modern = all.find(isNew)
    if (version ? !/^2\.[4-9]\b/.test(version.value) : !modern) return version ? undefined : { lacks: ['httpd-V'] }
    const proof = version?.evidence ?? (modern ? [modern.field] : [])
    const verify = `\`${configTest(where)}\` answers \`Syntax OK\`.`
    const findings: Finding[] = []
    for (const line of old.filter((one, i) => old.findIndex(({ name }) => name.toLowerCase() === one.name.toLowerCase()) === i)) {
      const [name = '', entry] = entryOf(line.name) ?? []
      const fields = old.filter(one => one.name.toLowerCase() === line.name.toLowerCase()).map(one => one.field)
      if (entry?.refused) findings.push({ severity: 'broken', says: `Apache 2.4 has no ${code(name)}: it does not start.`, evidence: [...fields, ...proof], fix: `Take the line out, or write ${entry.now}, such as \`Mutex default\`.`, verify })
      else if (entry) findings.push({ severity: 'notable', says: `${code(name)} has no effect in Apache 2.4.`, evidence: [...fields, ...proof], fix: 'Take the line out.', verify })
    }
    const access = old.filter(isOldAccess)
    const [first] = access
    if (!first) return findings
    const lacking = modules?.extent === 'whole' && !modules.fields.some(({ value }) => value === 'access_compat_module')
    const mixed = access.find(line => all.some(one => /^require$/i.test(one.name) && isBeside(one, line) && /^all$/i.test(one.words[0] ?? '')) && !letsAllIn(access.filter(one => isBeside(one, line))))
    findings.push({
      severity: lacking ? 'broken' : mixed ? 'risky' : 'notable',
      says: lacking ? '`Order`, `Allow` and `Deny` need `access_compat_module`, which is not loaded: Apache does not start.' : mixed ? 'Lines of both generations stand in one container; each can refuse on its own.' : '`Order`, `Allow` and `Deny` are of Apache 2.2. They work only as long as `mod_access_compat` is loaded.',
      evidence: [...access.map(line => line.field), ...(modules && lacking ? modules.fields.slice(0, 1) : []), ...proof],
      fix: 'In place of `Order allow,deny` and `Allow from all` write `Require all granted`; in place of `Deny from all`, `Require all denied`.',
      verify,
    })
    return findings
  },
})
