import { configTest } from '../checks/apache-config/config-test.ts'
import { conditionsOf, configTexts, type Directive } from '../checks/facts/config-texts.ts'
import { isOwnCondition } from '../checks/facts/scopes.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** It is read for certain, or if a module is loaded. */
const countsWith = (line: Directive) => conditionsOf(line).filter(one => !isOwnCondition(one))

export const rule = defineRule({
  title: 'Every daemon group is made once',
  fault: 'Two lines make the same daemon group',
  severity: 'broken',
  plain: 'A group’s name is used twice, and Apache does not start.',
  why: 'The names of daemon groups hold for the whole server. A second line with one stops the start: “Name duplicates previous WSGI daemon definition.” Often the second is in a copy of a virtual host for port 443.',
  speaks: 'Two `WSGIDaemonProcess` lines of one name in one text, neither of them in a branch that the other excludes.',
  docs: ['configuration-directives/WSGIDaemonProcess', 'user-guides/configuration-issues#wsgidaemonprocess-scoping'],
  needs: { texts: configTexts, where: optional(platform) },
  next: ['error-log'],
  examine({ texts: { value: texts }, where }) {
    // What `grep` chose may be of files that Apache does not read.
    return texts.filter(text => !text.chosen).flatMap(text => {
      const lines = text.directives.filter(({ name }) => /^wsgidaemonprocess$/i.test(name))
      return lines.flatMap((line, at) => {
        const before = lines.slice(0, at).find(({ words }) => words[0] === line.words[0])
        const conditions = before ? [...countsWith(before), ...countsWith(line)] : []
        // Only `<IfModule x>` can hold for both; the others are branches as a rule.
        if (!before || conditions.some(({ name, argument }) => name !== 'ifmodule' || argument.startsWith('!'))) return []
        return [{
          severity: conditions.length ? 'risky' as const : 'broken' as const,
          says: `The daemon group ${code(line.words[0])} is made a second time${conditions.length ? `, if ${code(conditions.at(-1)?.argument)} is loaded` : ''}.`,
          evidence: [before.field, line.field],
          fix: 'Keep the first line only. Virtual hosts with the same `ServerName` may share it; for others move it out of the virtual host, or give the second group another name.',
          verify: `\`${configTest(where)}\` answers \`Syntax OK\`.`,
        }]
      })
    })
  },
})
