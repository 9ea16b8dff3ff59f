import { httpdM } from '../checks/apache-modules/httpd-M.ts'
import { isStatic } from '../checks/apache-modules/names.ts'
import { logged } from '../checks/facts/log.ts'
import { modWsgiVersion } from '../checks/facts/mod-wsgi.ts'
import { mpm } from '../checks/facts/mpm.ts'
import { mode } from '../checks/facts/python.ts'
import { command, restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { every, everything, optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'No other language runs beside mod_wsgi’s Python',
  fault: 'Another language, or a second Python, runs beside mod_wsgi’s Python',
  severity: 'broken',
  plain: 'Another module shares Apache’s processes with your application, and each can crash the other.',
  why: 'mod_python has a second Python in the process: mod_wsgi 4 and 5 refuse to start beside it, mod_wsgi 6 does not support it. PHP and Perl share C libraries with Python’s packages, and PHP must be built for threads to run under worker or event.',
  speaks: '`wsgi_module` together with `python_module`; with PHP under worker or event; with PHP or Perl where the application runs embedded or a process crashed.',
  docs: ['user-guides/application-issues', 'user-guides/embedded-and-daemon-mode#embedded-mode-caveats', 'release-notes/version-6.0.0'],
  // ssl_module beside Conda’s OpenSSL is the affair of conda-mix.
  needs: { known: everything, modules: every(httpdM.fields.module), model: optional(mpm), kind: optional(mode), version: optional(modWsgiVersion), where: optional(platform) },
  next: ['error-log', 'config'],
  examine({ known, modules, model, kind, version, where }) {
    const wsgi = modules.find(field => field.value === 'wsgi_module')
    // Where mod_wsgi is not loaded, wsgi-module-absent speaks. PHP by way of FPM has no module of its own.
    if (!wsgi) return undefined
    const verify = `\`${command('httpd-M', where)}\` no longer lists it.`
    const python = modules.find(field => field.value === 'python_module')
    if (python)
      return {
        severity: 'broken',
        says: `\`python_module\` is mod_python. mod_wsgi ${version && version.value.startsWith('6.') ? `${version.value} does not support it in one server` : '4 and 5 refuse to start beside it, and mod_wsgi 6 does not support it'}.`,
        evidence: [python, wsgi],
        fix: `Take its \`LoadModule\` line out and restart with \`${restart(where)}\`. An application that needs it needs an Apache of its own.`,
        verify,
      }
    const other = modules.find(field => /^(?:php\d*|perl)_module$/.test(String(field.value)))
    if (!other) return undefined
    // PHP for Windows’ Apache is built for threads.
    const threaded = model && /^(?:worker|event)$/.test(model.value) && String(other.value).startsWith('php') && !isStatic(other)
    const apart = 'Run the application in daemon mode (`WSGIDaemonProcess`, `WSGIProcessGroup`): it then has processes of its own.'
    if (threaded)
      return {
        severity: 'risky',
        says: `${code(other)} is loaded under ${code(model.value)}, which has threads: unless that PHP was built for threads, it can crash the processes that it shares with mod_wsgi.`,
        evidence: [other, ...model.evidence, wsgi],
        fix: `Run PHP by way of FPM (\`proxy_fcgi_module\`), or change to prefork. ${apart}`,
        verify: `\`${command('httpd-M', where)}\` lists no PHP module, or \`mpm_prefork_module\`.`,
      }
    const crash = logged(known, 'childSignal').find(field => /Segmentation fault|Abort/.test(String(field.value)))
    // In daemon mode they do not share a process, and what they are their own meaning says.
    if (kind?.value === 'daemon' || (kind === undefined && !crash)) return undefined
    return {
      severity: 'notable',
      says: `${code(other)} shares Apache’s processes with Python${kind ? ', since the application runs embedded' : ''}, and with it C libraries that both use.${crash ? ' A process crashed, as the log says; a clash of libraries is one of the causes.' : ''}`,
      evidence: [other, wsgi, ...(kind?.evidence ?? []), ...(crash ? [crash] : [])],
      fix: apart,
      verify: 'The page shows the group’s name as `mod_wsgi.process_group`.',
    }
  },
})
