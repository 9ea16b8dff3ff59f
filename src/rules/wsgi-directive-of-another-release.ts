import { daemonOptions } from '../checks/apache-config/daemon-options.ts'
import { configTest } from '../checks/apache-config/config-test.ts'
import { wsgiDirective } from '../checks/apache-config/wsgi-directives.ts'
import { conditionsOf, type Directive } from '../checks/facts/config-texts.ts'
import { modWsgiVersion } from '../checks/facts/mod-wsgi.ts'
import { isBefore } from '../checks/facts/releases.ts'
import { isOwnCondition } from '../checks/facts/scopes.ts'
import { directives } from '../checks/facts/wsgi-config.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule, type Finding } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** Nobody runs what came before. */
const oldest = '4.0'

/** Options whose first release is later than the one that runs. */
const tooNew = ({ name, words }: Directive, release: string) =>
  /^wsgidaemonprocess$/i.test(name) ? words.slice(1).flatMap(word => { const option = word.split('=')[0] ?? ''; const since = Object.hasOwn(daemonOptions, option) ? daemonOptions[option]?.since : undefined; return since !== undefined && isBefore(release, since) ? [{ what: `${option}=`, since }] : [] }) : []

export const rule = defineRule({
  title: 'The directives are those of the mod_wsgi that runs',
  fault: 'A directive is of another release of mod_wsgi',
  severity: 'broken',
  plain: 'A line was written for an older or newer mod_wsgi than yours.',
  why: 'A release that does not have a directive, or an option of it, refuses the configuration: Apache does not start.',
  speaks: 'A directive that mod_wsgi gave up, or a directive or option that is newer than the release that runs.',
  docs: ['configuration', 'release-notes/index'],
  needs: { directives, release: optional(modWsgiVersion), where: optional(platform) },
  next: ['diagnostic', 'error-log'],
  examine({ directives: { value: all }, release, where }) {
    const found: Finding[] = []
    let undecided = false
    for (const line of all) {
      const entry = wsgiDirective(line.name)
      // A condition may be there for this very reason.
      if (!entry || !conditionsOf(line).every(isOwnCondition)) continue
      const running = release?.evidence ?? []
      const verify = `\`${configTest(where)}\` answers \`Syntax OK\`.`
      const tell = (says: string, fix: string, severity: Finding['severity'] = 'broken', proof = running) => found.push({ severity, says, evidence: [line.field, ...proof], fix, verify })
      const instead = entry.instead === undefined ? 'Take the line out.' : `Take the line out; today it is ${entry.instead}.`
      if (entry.until !== undefined) {
        if (isBefore(entry.until, oldest)) tell(`${code(entry.name)} is gone since mod_wsgi ${entry.until}.`, instead, 'broken', [])
        else if (!release) undecided = true
        else if (!isBefore(release.value, entry.until)) tell(`${code(entry.name)} is gone since mod_wsgi ${entry.until}, and ${code(release.value)} runs.`, instead)
      } else if (entry.name === 'WSGIVerboseDebugging') {
        if (release && !isBefore(release.value, '6.0.0')) tell(`${code(entry.name)} has no effect in mod_wsgi ${release.value}.`, instead, 'notable')
      } else {
        const newer = [...(release && entry.since !== undefined && isBefore(release.value, entry.since) ? [{ what: entry.name, since: entry.since }] : []), ...(release ? tooNew(line, release.value) : [])]
        for (const { what, since } of newer) tell(`${code(what)} came with mod_wsgi ${since}, but ${code(release?.value)} runs.`, 'Take it out, or install a newer mod_wsgi.')
      }
    }
    return found.length || !undecided ? found : { lacks: ['diagnostic', 'error-log'] }
  },
})
