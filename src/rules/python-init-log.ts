import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { homes } from '../checks/facts/home.ts'
import { libpython } from '../checks/facts/libpython.ts'
import { initFailures, logged } from '../checks/facts/log.ts'
import { compiledPython } from '../checks/facts/mod-wsgi.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { everything, optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code, shortened } from '../core/say.ts'

export const rule = defineRule({
  title: 'Python starts in Apache’s processes',
  fault: 'Python does not start in Apache’s processes',
  severity: 'broken',
  plain: 'No Python application runs in a process whose Python cannot start.',
  why: 'At its start Python looks for its standard library beneath its home. If the home has none for the library’s own version, or may not be read, Python does not find the first package that it needs, `encodings`, and gives up.',
  speaks: `A line by which Python could not start, such as ${code("ModuleNotFoundError: No module named 'encodings'")} or \`WSGI0001\`, no more than a minute before the last start of Apache.`,
  docs: ['configuration-directives/WSGIPythonHome', 'user-guides/virtual-environments#virtual-environment-and-python-version', 'user-guides/installation-issues#multiple-python-versions'],
  needs: { known: everything, failures: optional(initFailures), homes: optional(homes), library: optional(libpython), banner: optional(compiledPython), group: optional(diagnostic.fields.processGroup), where: optional(platform) },
  because: ['python-home-shape', 'p03-home-is-a-file', 'p04-home-not-reached', 'p05-home-not-entered', 'prefix-libpython'],
  next: ['ldd', 'sys-prefix', 'config'],
  examine({ known, failures, homes: named, library, banner, group, where }) {
    // Failures that lie well before the last start of Apache are left out.
    const [first] = failures?.value ?? []
    if (!failures || !first) return logged(known, 'event').length ? undefined : { lacks: ['error-log'] }
    const inDaemon = failures.value.some(one => one.where === 'daemon')
    if (group && group.value !== '' && !inDaemon)
      return {
        severity: 'risky',
        says: `Python does not start in Apache’s own processes, but the daemon group ${code(group)} answers.`,
        evidence: [first.field, group],
        fix: `If all applications run in daemon groups, write \`WSGIRestrictEmbedded On\`; Apache’s own processes then need no Python. Otherwise write \`WSGIPythonHome\` with the directory that the group has. Then \`${restart(where)}\`.`,
        verify: 'The message no longer appears at the start.',
      }
    // The script answers in the mode that failed: the lines are of an earlier start.
    if (group && (group.value === '' ? !failures.value.some(one => one.where === 'embedded') : true))
      return { severity: 'notable', says: `The log has a start of Python that failed, ${code(shortened(String(first.field.value), 80))}, but the script answered since.`, evidence: [first.field, group] }
    const home = named?.value.at(-1)
    const dumped = logged(known, 'dumpHome').at(-1) ?? logged(known, 'dumpPrefix').at(-1)
    const place = home?.path ?? (dumped && dumped.value !== '(not set)' ? String(dumped.value) : undefined)
    const version = library?.value.version ?? banner?.value
    return {
      severity: 'broken',
      says: `Python does not start: ${code(shortened(String(first.field.value), 120))}.${place === undefined ? '' : ` It takes ${code(place)} for its home${version === undefined ? '' : `, and needs a Python ${version} there`}.`}`,
      evidence: [first.field, ...(home ? [home.field] : dumped ? [dumped] : []), ...(version === undefined ? [] : (library?.evidence ?? banner?.evidence ?? []))],
      fix: place === undefined
        ? `Name the root of the Python that mod_wsgi was built for${version === undefined ? '' : `, ${version},`} in \`WSGIPythonHome\` or \`python-home=\`, and look for a \`PYTHONHOME\` in the environment of the service. Then \`${restart(where)}\`.`
        : `See whether ${code(`${place}/lib/python${version ?? '3.X'}/encodings`)}, or for an environment ${code(`${place}/pyvenv.cfg`)}, exists and may be read by Apache’s user. If it does not, name the right directory or remove the line. Then \`${restart(where)}\`.`,
      verify: 'The error log shows no such line after the next start, and the script answers.',
    }
  },
})
