import { configTest } from '../checks/apache-config/config-test.ts'
import { configTexts } from '../checks/facts/config-texts.ts'
import { groupUsers } from '../checks/facts/group-users.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'Groups are made before scripts are loaded into them',
  fault: 'A script is to be loaded into a group that is made further down',
  severity: 'broken',
  plain: 'Two lines stand in the wrong order, and Apache does not start.',
  why: 'An alias with both `process-group=` and `application-group=` is loaded at the start, so mod_wsgi looks for the group as soon as it reads the line: “WSGI process group not yet configured.” `WSGIProcessGroup` has no such order.',
  speaks: 'Such a line, or `WSGIImportScript`, above the only `WSGIDaemonProcess` line of its group.',
  docs: ['user-guides/configuration-issues#wsgidaemonprocess-scoping', 'configuration-directives/WSGIScriptAlias', 'configuration-directives/WSGIImportScript'],
  needs: { texts: configTexts, users: groupUsers, where: optional(platform) },
  next: ['error-log'],
  examine({ texts: { value: texts }, users, where }) {
    return users.value.flatMap(({ name, line, atOnce }) => {
      const text = atOnce ? texts.find(one => one.directives.includes(line)) : undefined
      // The order of files that `grep` chose is not that in which Apache reads them.
      if (!text || text.chosen) return []
      const at = text.directives.indexOf(line)
      const lines = text.directives.filter(one => /^wsgidaemonprocess$/i.test(one.name) && one.words[0] === name)
      const [later] = lines
      if (!later || lines.some(one => one.conditional || text.directives.indexOf(one) < at)) return []
      return [{
        severity: 'broken' as const,
        says: `This line needs the group ${code(name)}, which is made further down.`,
        evidence: [line.field, later.field],
        fix: 'Move the `WSGIDaemonProcess` line above it, best outside of all virtual hosts.',
        verify: `\`${configTest(where)}\` answers \`Syntax OK\`.`,
      }]
    })
  },
})
