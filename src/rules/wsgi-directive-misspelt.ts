import { alsoKnown, wsgiDirective, wsgiDirectives } from '../checks/apache-config/wsgi-directives.ts'
import { configTest } from '../checks/apache-config/config-test.ts'
import { conditionsOf } from '../checks/facts/config-texts.ts'
import { nearest } from '../checks/facts/nearest.ts'
import { isOwnCondition } from '../checks/facts/scopes.ts'
import { directives } from '../checks/facts/wsgi-config.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

const also = new Set(alsoKnown.map(name => name.toLowerCase()))
const valid = Object.keys(wsgiDirectives).filter(name => wsgiDirectives[name]?.until === undefined)

export const rule = defineRule({
  title: 'Every directive of mod_wsgi is one that it has',
  fault: 'A directive of mod_wsgi is misspelt',
  severity: 'broken',
  plain: 'Apache does not understand a line, and does not start.',
  why: 'Apache asks its modules for every directive; one that none of them has ends the start with “Invalid command”. Capitals do not matter, letters do.',
  speaks: 'A directive that begins with `WSGI` and that no release of mod_wsgi has.',
  docs: ['configuration'],
  needs: { directives, where: optional(platform) },
  examine({ directives: { value: all }, where }) {
    return all.filter(({ name }) => name.startsWith('WSGI') && !wsgiDirective(name) && !also.has(name.toLowerCase())).map(line => {
      const meant = nearest(line.name, valid, 3)
      // A condition may keep Apache from ever reading it, and a newer release may have what is not known here.
      const certain = meant !== undefined && conditionsOf(line).every(isOwnCondition)
      return {
        severity: certain ? 'broken' : 'risky',
        says: meant === undefined ? `No directive ${code(line.name)} of mod_wsgi is known here; a newer release may have it.` : `mod_wsgi has no directive ${code(line.name)}; ${code(meant)} is the nearest.`,
        evidence: [line.field],
        fix: meant === undefined ? 'Look it up in the list of directives of your release, or take the line out.' : `Write ${code(meant)}, if that is meant.`,
        verify: `\`${configTest(where)}\` answers \`Syntax OK\`.`,
      }
    })
  },
})
