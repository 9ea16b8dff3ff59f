import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { messages, isOver } from '../checks/facts/messages.ts'
import { wsgiLoaded } from '../checks/facts/mpm.ts'
import { pythonPlaces, running } from '../checks/facts/python-places.ts'
import { everything, optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** AH06665: No code signing authority for module at /…/mod_wsgi.so specified in LoadModule directive. Some releases go on after that, and say so. */
const unsigned = /(?:AH06665|No code signing authority for module)(?!.*Proceeding with loading)|Code signing absent - not loading module/

const cure = {
  fix: 'Install Apache with Homebrew (`brew install httpd`), build mod_wsgi with its `apxs`, and stop Apple’s: `sudo /usr/sbin/apachectl stop`.',
  verify: '`$(brew --prefix)/bin/httpd -V` names a directory of Homebrew’s as `HTTPD_ROOT`, and the script answers from there.',
}

export const rule = defineRule({
  title: 'The Apache is not Apple’s own',
  fault: 'The Apache is Apple’s own',
  severity: 'risky',
  plain: 'The Apache that comes with macOS refuses modules that others built; use the one of Homebrew.',
  why: 'Apple’s Apache loads only modules that are signed, is built for a kind of processor of its own (arm64e), and is not meant for the Python of others.',
  speaks: '`SERVER_CONFIG_FILE` below `/private/etc/apache2`, unless the program is of 2019 or older, or `wsgi_module` is in its list; or `AH06665` in the log.',
  docs: ['user-guides/installation-on-macosx'],
  needs: { known: everything, config: optional(httpdV.fields.configFile), version: optional(httpdV.fields.serverVersion), built: optional(httpdV.fields.built), loaded: optional(wsgiLoaded), places: optional(pythonPlaces), answer: optional(diagnostic.fields.processGroup), logged: optional(messages) },
  next: ['httpd-V', 'otool'],
  examine({ known, config, version, built, loaded, places, answer, logged }) {
    const refusal = logged?.value.find(one => unsigned.test(one.text) && !isOver(known, one))
    if (refusal) return { severity: 'broken', says: 'Apple’s Apache refused the module, because nobody signed it.', evidence: [refusal.first], ...cure }
    if (!config) return { lacks: ['httpd-V'] }
    if (!config.value.startsWith('/private/etc/apache2/')) return undefined
    // macOS 11 is of 2020: what was built before belongs to a system that still took any module. So does 2.2.
    const year = Number(/\b(?:19|20)\d\d\b/.exec(built?.value ?? '')?.[0] ?? 2020)
    if (year < 2020 || version?.value.startsWith('2.2.')) return undefined
    // To list its modules Apache loads them.
    if (loaded?.value) return undefined
    const python = running(places?.value ?? []).find(({ path }) => !path.startsWith('/System/'))
    const evidence = [config, ...(python ? [python.field] : [])]
    const own = `${code(config)} is the configuration of Apple’s own Apache`
    if (answer)
      return { severity: 'notable', says: `${own}. If the script’s page came from Homebrew’s, the output of \`httpd -V\` is that of the wrong program.`, evidence: [...evidence, answer], verify: 'Ask the program that answers: `$(brew --prefix)/bin/httpd -V`.' }
    return { severity: 'risky', says: `${own}, which loads signed modules only${python ? ` and is not meant for ${code(python.path)}` : ''}.`, evidence, ...cure }
  },
})
