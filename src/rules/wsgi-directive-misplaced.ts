import { configTest } from '../checks/apache-config/config-test.ts'
import { wsgiDirective } from '../checks/apache-config/wsgi-directives.ts'
import { conditionsOf, type Container, type Directive } from '../checks/facts/config-texts.ts'
import { isOwnCondition } from '../checks/facts/scopes.ts'
import { directives } from '../checks/facts/wsgi-config.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

const ofPlaces = /^(?:directory|location|files)(?:match)?$/

/** The container in which the directive may not stand. */
function wrongPlace({ name, within }: Directive): Container | undefined {
  const where = wsgiDirective(name)?.where
  const places = within.findLast(one => ofPlaces.test(one.name))
  if (where === 'server') return places ?? within.find(one => one.name === 'virtualhost')
  return where === 'host' ? places : undefined
}

const tag = ({ field }: Container) => code(String(field.value).replace(/\s.*>$/, '>'))

export const rule = defineRule({
  title: 'The directives of mod_wsgi stand where they may',
  fault: 'A directive of mod_wsgi stands in the wrong container',
  severity: 'broken',
  plain: 'A line is right but stands in the wrong place, and Apache does not start.',
  why: 'What concerns the whole server, such as Python’s home, may stand only outside of virtual hosts; what makes groups and mounts also inside, but not in `<Directory>` or `<Location>`.',
  speaks: 'A directive inside a `<VirtualHost>`, `<Directory>`, `<Location>` or `<Files>` that does not admit it.',
  docs: ['configuration', 'user-guides/configuration-issues#htaccess-directive-limitations'],
  needs: { directives, where: optional(platform) },
  examine({ directives: { value: all }, where }) {
    return all.flatMap(line => {
      const container = wrongPlace(line)
      const entry = wsgiDirective(line.name)
      if (!container || !entry) return []
      // A condition may keep Apache from ever reading it.
      const certain = conditionsOf(line).every(isOwnCondition)
      const inHost = entry.name === 'WSGIPythonHome' ? ' For one application only, write `python-home=` into its `WSGIDaemonProcess`.' : entry.name === 'WSGIPythonPath' ? ' For a daemon group, write `python-path=` into its `WSGIDaemonProcess`.' : ''
      return [{
        severity: certain ? 'broken' as const : 'risky' as const,
        says: `${code(entry.name)} may not stand inside ${tag(container)}: Apache does not start${certain ? '' : ' if it reads the line'}.`,
        evidence: [line.field, container.field],
        fix: `Move the line ${entry.where === 'server' ? 'out of every virtual host' : `out of ${tag(container)}, beside \`ServerName\``}.${inHost}`,
        verify: `\`${configTest(where)}\` answers \`Syntax OK\`.`,
      }]
    })
  },
})
