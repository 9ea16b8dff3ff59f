import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { builds, switchedOn } from '../checks/facts/gil.ts'
import { modWsgiVersion } from '../checks/facts/mod-wsgi.ts'
import { isBefore } from '../checks/facts/releases.ts'
import { freshStart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { everything, optional, section } from '../core/need.ts'
import { defineRule, type Finding } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'Library, Python and directives agree on whether there is a GIL',
  fault: 'Library, Python and directives do not agree on whether there is a GIL',
  severity: 'broken',
  plain: 'Two kinds of Python are mixed, with and without the global lock (GIL), or the lock is not as the settings say.',
  why: 'A free-threaded Python has a library, a standard library and packages of its own, marked by a `t`. mod_wsgi switches the lock on even there, unless `WSGIFreeThreading On` is written; on any other Python that directive has no effect, but keeps `WSGIPerInterpreterGIL` from having one.',
  speaks: '`libpython3.13t`, “free-threading build” and `lib/python3.13t` that are not all there or all missing; `WSGIFreeThreading On` with any other Python or with a lock that is on; a free-threaded Python and a configuration without the directive.',
  docs: ['user-guides/gil-modes-and-free-threading#free-threading-pep-703-python-3-13', 'user-guides/gil-modes-and-free-threading#precedence-and-constraints'],
  needs: { known: everything, builds, lock: optional(diagnostic.fields.gilEnabled), release: optional(modWsgiVersion), config: optional(section('config')), where: optional(platform) },
  because: ['libpython-vs-sysversion', 'sysversion-vs-stdlib'],
  next: ['diagnostic', 'ldd', 'otool'],
  examine({ known, builds: seen, lock, release, config, where }) {
    const [one] = seen.value
    if (!one) return undefined
    const other = seen.value.find(({ free, field }) => free !== one.free && field !== one.field)
    if (other)
      return {
        severity: 'broken',
        says: `${code((one.free ? one : other).text)} is of a Python without the GIL, but ${code((one.free ? other : one).text)} of one with it.`,
        evidence: [one.field, other.field],
        pair: [one.field, other.field],
        fix: `Examine the \`mod_wsgi.so\` that \`LoadModule\` names, build it with the Python that is to run, then \`${freshStart(where)}\`.`,
        verify: 'The `t` is in all three names, or in none.',
      }
    const findings: Finding[] = []
    const line = switchedOn(known, 'WSGIFreeThreading')
    if (line && !one.free)
      findings.push({ severity: 'risky', says: `\`WSGIFreeThreading On\` is written, but ${code(one.text)} is of a Python that always has its GIL.`, evidence: [line.field, one.field], pair: [line.field, one.field], fix: `Take the line out, or build mod_wsgi with a free-threaded Python. Then \`${freshStart(where)}\`.`, verify: '`WSGI0200` is no longer in the log after the start.' })
    else if (line && lock?.value)
      findings.push({ severity: 'risky', says: '`WSGIFreeThreading On` is written, but the script says that the GIL is on: a package that does not support free-threading switches it on when it is imported, or the line is not in effect.', evidence: [line.field, lock], pair: [line.field, lock], fix: 'Look in the log for a warning that names the package.', verify: '`sys._is_gil_enabled()` is `False` in the script.' })
    // A release before 6 does not know the directive: mod-wsgi-requirements speaks. Without the configuration, nobody knows whether it is there.
    else if (one.free && !line && config && release && !isBefore(release.value, '6'))
      findings.push({ severity: 'notable', says: `${code(one.text)} is of a Python without the GIL, but without \`WSGIFreeThreading On\` mod_wsgi switches the GIL on.`, evidence: [one.field], fix: 'If threads are to run side by side, write `WSGIFreeThreading On`, once all packages support it.' })
    return findings
  },
})
