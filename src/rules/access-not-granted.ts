import { accessTo } from '../checks/facts/access.ts'
import { apacheVersion } from '../checks/facts/apache.ts'
import { configTexts } from '../checks/facts/config-texts.ts'
import { messages } from '../checks/facts/messages.ts'
import type { Mount } from '../checks/facts/mounts.ts'
import { directoryOf, isBelow } from '../checks/facts/paths.ts'
import { predictions } from '../checks/facts/predictions.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule, type Finding } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** Distributions let everybody at these by themselves. */
const usuallyOpen = ['/var/www', '/usr/share', '/usr/local/www', '/srv/www', '/opt/homebrew/var/www', '/usr/local/var/www', '/usr/local/apache2/htdocs']

/** Where nothing is said, the lines must at least show the whole virtual host, or a container of the script. */
const showsPlace = ({ host, target, text }: Mount) => host?.container.ended === true || text.containers.some(({ name, argument, ended }) => name === 'directory' && ended && target.script !== undefined && argument !== '/' && !/[*?[\]~]/.test(argument) && isBelow(target.script, argument))

export const rule = defineRule({
  title: 'Visitors may reach the scripts’ directories',
  fault: 'No line lets visitors reach a script’s directory',
  severity: 'broken',
  plain: 'Apache refuses visitors before the application is asked: status 403.',
  // docs/conf/httpd.conf.in of httpd
  why: 'Apache’s main file, as it comes, denies the whole file system in `<Directory />`. A `Require` line for a directory permits it again; `WSGIScriptAlias` does not.',
  speaks: '`Require all denied` for a script’s place, a refusal in the log, or a whole virtual host that includes nothing and permits nothing.',
  docs: ['httpd:mod/mod_authz_core#require', 'configuration-directives/WSGIScriptAlias'],
  needs: { texts: configTexts, predictions, version: optional(apacheVersion), log: optional(messages), where: optional(platform) },
  next: ['error-log'],
  examine({ texts: { value: texts }, predictions: { value: all }, version, log, where }) {
    if (version && /^2\.[0-3]\b/.test(version.value)) return undefined
    const told = new Set<string>()
    return all.flatMap(({ mount, rows }): Finding[] => {
      const { script, target, pattern, text } = mount
      // A script that answered is reached; a file that depends on the address is not known.
      if (pattern || target.script === undefined || !script.startsWith('/') || rows.some(({ seen }) => seen)) return []
      const access = accessTo(target, texts)
      const directory = /\.\w+$/.test(script) ? directoryOf(script) : script.replace(/(.)\/+$/, '$1')
      const fix = `Write ${code(`<Directory "${directory}">`)}, \`Require all granted\`, \`</Directory>\` beside the \`WSGIScriptAlias\` line, and restart with \`${restart(where)}\`.`
      const verify = 'The page loads, and the error log has no `AH01630` for this script.'
      if (access.kind === 'denied') return [{ severity: 'broken', says: `${code(script)} is mounted, but the line for its place denies everybody.`, evidence: [mount.field, access.line.field], fix: `Write \`Require all granted\` in its place, and restart with \`${restart(where)}\`.`, verify }]
      if (access.kind !== 'silent') return []
      const refused = log?.value.find(({ text: said }) => said.includes(`client denied by server configuration: ${directory}`))
      if (refused) return [{ severity: 'broken', says: `No pasted line permits access to ${code(script)}, and the log shows that Apache refuses it.`, evidence: [mount.field, refused.last], fix, verify }]
      // It may be said in a file that is not here: the permission is inherited.
      if (texts.some(one => one.includes || one.filtered || one.torn) || text.chosen || !showsPlace(mount) || usuallyOpen.some(place => isBelow(script, place)) || told.has(directory)) return []
      told.add(directory)
      return [{ severity: 'notable', says: `No pasted line permits access to ${code(directory)}. Unless Apache’s main file does, visitors get status 403.`, evidence: [mount.field], fix, verify }]
    })
  },
})
