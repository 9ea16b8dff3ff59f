import { isStatic } from '../checks/apache-modules/names.ts'
import { processes } from '../checks/platform/commands.ts'
import { plainly } from '../core/foreign.ts'
import { everything } from '../core/need.ts'
import type { Field, Section } from '../core/output.ts'
import { defineRule, type Finding } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** What is fixed in a program, or in a directory: two values of it are two installations. */
const fixed: Readonly<Record<string, readonly string[]>> = {
  'httpd-V': ['httpdRoot', 'platformWord', 'configFile', 'architecture', 'serverVersion', 'magic', 'mpm'],
  'httpd-l': ['module'], 'httpd-M': ['module'], apxs: ['installBuildDir'], 'config-nice': ['prefix'], mutex: ['mechanisms', 'acceptMechanisms'],
}

/** An upgrade, or the change of a module, between two outputs of one machine. */
const changed = /\b(?:apt|apt-get|dpkg|yum|dnf|rpm|zypper|apk|pacman|pkg|brew|port)\b.*\b(?:install|upgrade|update|remove)|\bmake install\b|\ba2(?:en|dis)mod\b|\brestart\b/

/** What stands between the last value of one output and the first of the next. */
const between = (a: Section, b: Section) => (a.paste === b.paste ? plainly(a.paste.text.slice(a.fields.at(-1)?.span.end, b.fields[0]?.span.start)) : '')
const built = (field: Field) => field.output === 'httpd-l' || isStatic(field)
const valueOf = (section: Section, key: string): readonly Field[] => section.fields.filter(f => f.key === key)
const same = (a: Section, b: Section, key: string) => JSON.stringify(valueOf(a, key).map(f => f.value)) === JSON.stringify(valueOf(b, key).map(f => f.value))
const hostOf = (section: Section) => /^(?:\([^)]*\) ?)?\[?[\w.-]+@([\w-]+)/.exec(section.prompt ?? '')?.[1]

/** The fields in which two sections of one output exclude each other. */
function contradiction(a: Section, b: Section): readonly [Field, Field] | undefined {
  const id = a.output.id
  if (id === 'httpd-l' || id === 'httpd-M') {
    // What is loaded may be switched on and off; what is built in stays.
    if (a.extent !== 'whole' || b.extent !== 'whole') return undefined
    const lacking = (one: Section, other: Section) => valueOf(one, 'module').find(f => built(f) && !other.fields.some(o => o.value === f.value))
    const odd = lacking(a, b) ?? lacking(b, a)
    const partner = odd && (a.fields.includes(odd) ? b : a).fields.find(built)
    return odd && partner && [odd, partner]
  }
  for (const key of fixed[id] ?? []) {
    const [one] = valueOf(a, key)
    const [other] = valueOf(b, key)
    // A blank MPM is an attempt that failed. One program with two MPMs is one machine before and after a change of the configuration.
    if (!one || !other || same(a, b, key) || one.value === '' || other.value === '') continue
    if (key === 'mpm' && same(a, b, 'httpdRoot') && same(a, b, 'serverVersion')) continue
    if ((key === 'serverVersion' || key === 'magic') && same(a, b, 'httpdRoot') && changed.test(between(a, b))) continue
    return [one, other]
  }
  return undefined
}

const finding = (says: string, one: Field, other: Field): Finding => ({
  severity: 'notable',
  says,
  evidence: [one, other],
  ...(one.key === other.key && one.key !== 'module' && { pair: [one, other] as const }),
  fix: `Find out which Apache serves your application (${processes}), and keep the outputs of that one only.`,
})

export const rule = defineRule({
  title: 'Every output comes from one installation',
  fault: 'The outputs come from two installations',
  severity: 'notable',
  plain: 'There seem to be two servers in what you pasted; keep to the one that matters.',
  why: 'Many machines have two Apaches: one of the system and one of your own, or one outside and one inside a container. Each check has to be made on the one that serves your application.',
  speaks: 'Two outputs of one command that differ in what is fixed in a program, or prompts of two hosts.',
  docs: ['user-guides/checking-your-installation', 'user-guides/checking-your-installation#apache-build-information'],
  needs: { known: everything },
  castsDoubt: 'Two installations are in the pastes, so it is not certain that these outputs belong together.',
  doubt: true,
  examine({ known }) {
    const readable = known.sections.filter(s => s.extent !== 'failed' && fixed[s.output.id])
    // One against the one before it: a long terminal has hundreds.
    const latest = new Map<string, Section>()
    for (const b of readable) {
      const a = latest.get(b.output.id)
      latest.set(b.output.id, b)
      const [one, other] = (a && contradiction(a, b)) ?? []
      if (!one || !other) continue
      const differs = one.key === 'module' ? `only one of them has ${code(one)}` : `${code(one.value)} in one, ${code(other.value)} in the other`
      return finding(`There are two outputs of ${b.output.title}, from two installations: ${differs}. The last complete one is used.`, one, other)
    }
    // Another user on the same host is the same machine; a shell on another host is another.
    const asked = readable.filter(section => hostOf(section) !== undefined)
    const [first] = asked
    const other = first && asked.find(section => hostOf(section) !== hostOf(first))
    const [one, two] = [first?.fields[0], other?.fields[0]]
    return first && other && one && two ? finding(`The commands were run on two hosts, ${code(hostOf(first))} and ${code(hostOf(other))}.`, one, two) : undefined
  },
})
