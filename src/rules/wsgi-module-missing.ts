import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { express } from '../checks/facts/express.ts'
import { listedShared } from '../checks/facts/modules.ts'
import { wsgiLoaded } from '../checks/facts/mpm.ts'
import { wsgiLoadLines } from '../checks/facts/wsgi-config.ts'
import { command, processes } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'The server that answered has `wsgi_module`',
  fault: 'The script answered, but `wsgi_module` is not in the list of modules',
  severity: 'broken',
  plain: 'You asked another Apache than the one that answers.',
  why: 'Only mod_wsgi sets the values that the script printed. A list without `wsgi_module` is therefore not the list of the server that answered.',
  speaks: 'A page of the script beside a whole list of modules without `wsgi_module`.',
  docs: ['user-guides/checking-your-installation#apache-modules-loaded', 'user-guides/checking-your-installation#diagnostic-wsgi-script'],
  because: ['two-installations'],
  next: ['config', 'error-log'],
  // A list that was cut or filtered leaves `loaded` unknown: the rule cannot run then.
  needs: { loaded: wsgiLoaded, answered: diagnostic.fields.applicationGroup, shared: listedShared, express: optional(express), lines: optional(wsgiLoadLines), where: optional(platform) },
  examine({ loaded, answered, shared, express: own, lines, where }) {
    if (loaded.value) return undefined
    const verify = `\`${command('httpd-M', where)}\`, asked of the server that answers, must list \`wsgi_module\`.`
    const evidence = [...loaded.evidence, answered]
    const [core] = loaded.evidence
    if (own)
      return {
        severity: 'notable',
        says: `The page comes from a server that \`mod_wsgi-express\` started (${code(own.evidence[0])}). It has its own list of modules; the one you pasted is that of another Apache.`,
        evidence: [...evidence, ...own.evidence],
        // mod_wsgi src/express/scripts.py
        verify: 'Ask the other server: `mod_wsgi-express` writes an `apachectl` into the directory of its server; with `-M` it lists the modules.',
      }
    const proxy = shared.value.get('proxy_module')
    if (proxy)
      return {
        severity: 'notable',
        says: 'This Apache has no `wsgi_module`, but it can hand requests on to another server (`proxy_module`). The script’s page seems to come from the server behind it.',
        evidence: [...evidence, proxy],
        verify: 'For the checks, ask the server behind the proxy.',
      }
    if (lines)
      return {
        severity: 'risky',
        says: `The script answered and a \`LoadModule\` line for \`wsgi_module\` exists, but the list lacks it. The line may stand inside an \`<IfDefine>\` whose \`-D\` the service passes and your shell does not, or in a file that this command does not read.`,
        evidence: [...evidence, ...lines.evidence.slice(0, 1)],
        verify: `Ask with the same \`-D\` and \`-f\` as the service has: ${processes} shows them.`,
      }
    return {
      severity: 'broken',
      says: 'The script ran under mod_wsgi, but the whole list of modules has no `wsgi_module`: the server that answered is not the one listed.',
      evidence,
      ...(core && { pair: [core, answered] as const }),
      fix: 'Look for a second Apache: on another port, in a container, or started by `mod_wsgi-express`; or for another configuration file that the service uses (`-f`).',
      verify,
    }
  },
})
