import { logged } from '../checks/facts/log.ts'
import { runningModWsgi } from '../checks/facts/mod-wsgi-witnesses.ts'
import { isBefore } from '../checks/facts/releases.ts'
import { everything } from '../core/need.ts'
import type { Field } from '../core/output.ts'
import { defineRule, type Finding } from '../core/rule.ts'
import { code } from '../core/say.ts'

const ownCode = /^WSGI\d{4}$/
/** mod_wsgi (pid=4711): … is how every line began before 6.0. */
const ownPrefix = /(?:^|[\s\]])mod_wsgi \(pid=\d+/
/** Kept in reserve, or switched off in the source: the current release writes none of them. */
const silent = new Set(['0037', '0039', '0066', '0088', '0092', '0093', '0099', '0180', '0193', '0197'].map(number => `WSGI${number}`))
const last = 'WSGI0210'

const later = (a: Field | undefined, b: Field | undefined) => (!a || (b && b.paste === a.paste && b.line > a.line) ? b : a)

export const rule = defineRule({
  title: 'The log’s lines are of the mod_wsgi that runs',
  fault: 'The log’s lines are of another mod_wsgi than the one that runs',
  severity: 'broken',
  plain: 'The log and the server that answered belong to two different releases, so the log may not be about this server.',
  why: 'mod_wsgi 6 gives its errors a number, `WSGI0001` to `WSGI0210`. Earlier releases begin their lines with `mod_wsgi (pid=…):` instead.',
  speaks: 'A `WSGI` number with a release before 6, or `mod_wsgi (pid=…):` with release 6, behind the last start in the log; or a number that the current release does not have.',
  docs: ['error-reference', 'release-notes/version-6.0.0'],
  needs: { known: everything, releases: runningModWsgi },
  next: ['diagnostic'],
  examine({ known, releases }) {
    const events = logged(known, 'event')
    if (!events.length) return { lacks: ['error-log'] }
    const codes = logged(known, 'code').filter(field => ownCode.test(String(field.value)))
    // A log may reach over an upgrade: what counts is the last line of either kind, behind the last start.
    const newer = codes.at(-1)
    const older = events.findLast(field => ownPrefix.test(String(field.value)))
    const line = later(older, newer)
    const start = line && logged(known, 'bannerServer').findLast(one => one.paste === line.paste)
    const findings: Finding[] = []
    if (line && (!start || line.line > start.line)) {
      const numbered = line === newer
      const other = releases.value.find(({ release }) => isBefore(release, '6') === numbered)
      if (other)
        findings.push({
          severity: 'broken',
          says: `${numbered ? `${code(line)} is a number of mod_wsgi 6` : 'A line that begins with `mod_wsgi (pid=…):` is of a mod_wsgi before 6'}, but ${code(other.release)} runs: the line is an old one, or of another server.`,
          evidence: [line, other.field],
          pair: [line, other.field],
          fix: 'Take the lines of the log that were written after the last start of this server. If they still do not fit, two servers write into one log.',
          verify: 'Load the script’s page, and look at the last lines of the log.',
        })
    }
    const unknown = codes.find(field => String(field.value) > last)
    if (unknown) findings.push({ severity: 'notable', says: `${code(unknown)} is a number that this page does not know: your mod_wsgi may be newer.`, evidence: [unknown] })
    const retired = codes.find(field => silent.has(String(field.value)))
    if (retired) findings.push({ severity: 'notable', says: `${code(retired)} is a number that current mod_wsgi does not write: the line may come from another build.`, evidence: [retired] })
    return findings
  },
})
