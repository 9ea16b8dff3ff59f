import { apacheVersion } from '../checks/facts/apache.ts'
import { builds } from '../checks/facts/gil.ts'
import { modWsgiVersion } from '../checks/facts/mod-wsgi.ts'
import { faultsOf } from '../checks/facts/release-faults.ts'
import { isBefore } from '../checks/facts/releases.ts'
import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { wsgiLoadLines } from '../checks/facts/wsgi-config.ts'
import { platform } from '../checks/platform/platform.ts'
import { everything, optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** Platforms on which nobody but the administrator can have built mod_wsgi. */
const ownBuilds = new Set(['source', 'docker-httpd', 'homebrew-arm', 'homebrew-intel', 'macos-system', 'windows'])
const newer = { fix: 'Build the current mod_wsgi, `pip install --upgrade --no-cache-dir mod_wsgi`, with a Python that it supports, then stop Apache and start it.', verify: 'The start notice in the error log names the new release.' }

export const rule = defineRule({
  title: 'This mod_wsgi goes with this Python and this Apache',
  fault: 'This mod_wsgi does not go with this Python or this Apache, or is no longer maintained',
  severity: 'broken',
  plain: 'These releases of mod_wsgi, Python and Apache do not work together, or one gets no fixes any more.',
  why: 'mod_wsgi 6 needs Python 3.10 and Apache 2.4, and it is the first that knows a Python without the GIL. Release 5 gets essential fixes only, release 4 and older none; a distribution may put fixes into its own package.',
  speaks: 'mod_wsgi 6 with Python before 3.10 or Apache before 2.4; mod_wsgi 5 from pip with Python before 3.8; mod_wsgi 4 or older that you built; a free-threaded Python under a release before 6; or a fault that the release notes tell of.',
  docs: ['requirements', 'project-status', 'release-notes/index'],
  needs: { known: everything, release: modWsgiVersion, python: optional(diagnostic.fields.pythonVersion), apache: optional(apacheVersion), lines: optional(wsgiLoadLines), builds: optional(builds), where: optional(platform) },
  because: ['eol-apache'],
  examine({ known, release, python, apache, lines, builds: seen, where }) {
    const [told] = release.evidence
    if (!told) return undefined
    const impossible = { fix: 'Both cannot be true of one server. Find out which of the two outputs comes from elsewhere, or is from before an upgrade.', verify: 'Outputs of one server, asked again, name releases that go together.' }
    if (!isBefore(release.value, '6')) {
      if (python && isBefore(python.value, '3.10'))
        return { severity: 'broken', says: `mod_wsgi ${code(release.value)} cannot be built for Python ${code(python)}: release 6 needs 3.10.`, evidence: [told, python], pair: [told, python], ...impossible }
      if (apache?.evidence[0] && isBefore(apache.value, '2.4'))
        return { severity: 'broken', says: `mod_wsgi ${code(release.value)} cannot be built for Apache ${code(apache.value)}: release 6 needs 2.4.`, evidence: [told, ...apache.evidence], pair: [told, apache.evidence[0]], ...impossible }
      return faultsOf(known, release.value).map(({ is, since, field }) => ({ severity: 'notable' as const, says: `${is} This is a fault of mod_wsgi ${code(release.value)}, corrected in ${since}.`, evidence: [told, field], fix: `Update mod_wsgi to ${since} or later.`, verify: newer.verify }))
    }
    const pip = lines?.value.find(line => /[\\/]mod_wsgi[\\/]server[\\/]/.test(line.words[1] ?? ''))
    if (!isBefore(release.value, '5') && python && isBefore(python.value, '3.8') && pip)
      return { severity: 'broken', says: `mod_wsgi ${code(release.value)} from pip needs Python 3.8, but ${code(python)} answered.`, evidence: [told, python, pip.field], pair: [told, python], ...impossible }
    const free = seen?.value.find(one => one.free)
    if (free)
      return { severity: 'risky', says: `${code(free.text)} is a Python without the GIL, and mod_wsgi ${code(release.value)} was not made for one: that begins with 6.0.`, evidence: [told, free.field], pair: [told, free.field], ...newer }
    // A distribution's package may carry fixes of its own, and where nothing tells who built it, it may be such a package. Release 5 is still maintained.
    if (!isBefore(release.value, '5') || !(pip || (where && ownBuilds.has(where.value)))) return undefined
    return { severity: 'risky', says: `mod_wsgi ${code(release.value)} is no longer maintained, and no distribution seems to look after this build.`, evidence: [told, ...(pip ? [pip.field] : (where?.evidence.slice(0, 1) ?? []))], ...newer }
  },
})
