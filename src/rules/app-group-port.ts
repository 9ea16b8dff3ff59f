import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { pagesOf, type Page } from '../checks/facts/application-group.ts'
import { everything } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** Pages that would be one interpreter but for the port. */
const alike = (a: Page, b: Page) => a.process === b.process && a.name.host === b.name.host && a.name.mount === b.name.mount

/** The port that the name has is that of the socket: two such pages come from two sockets. */
const isListener = ({ name, listener }: Page) => listener !== undefined && (name.port ?? listener.value) === listener.value && (name.port !== undefined || /^(?:80|443)$/.test(listener.value))

export const rule = defineRule({
  title: 'The interpreter’s name does not follow the port in the address',
  fault: 'The interpreter’s name follows the port in the address',
  severity: 'risky',
  plain: 'Apache may hold several copies of your application, one for each port that is written in its address.',
  why: 'The default name of the interpreter has the port of the request’s `Host` header, not that of the socket; 80 and 443 are left out. Each further port makes another interpreter with another copy of the application.',
  speaks: 'Pages of one mount with different ports, or a port other than `mod_wsgi.listener_port`.',
  docs: ['configuration-directives/WSGIApplicationGroup', 'httpd:mod/core#usecanonicalname'],
  needs: { known: everything, group: diagnostic.fields.applicationGroup },
  next: ['config'],
  examine({ known }) {
    const pages = pagesOf(known)
    const cure = {
      fix: 'Write `WSGIApplicationGroup %{GLOBAL}` if the process serves one application, or a name of your own. Or `UseCanonicalName On` and a `ServerName` with its port.',
      verify: 'Load the page by each address that you have: `mod_wsgi.application_group` must stay the same.',
    }
    for (const one of pages) {
      const other = pages.find(page => alike(page, one) && page.name.port !== one.name.port)
      // A server that really listens on two ports has two interpreters by intention.
      if (other && !(isListener(one) && isListener(other)))
        return { severity: 'risky', says: `One mount answered in two interpreters, ${code(one.group)} and ${code(other.group)}: only the port differs.`, evidence: [one.group, other.group], ...cure }
    }
    // Without a port in the name nothing can be said: behind a proxy that is normal.
    const odd = pages.find(({ name, listener }) => name.port !== undefined && listener !== undefined && name.port !== listener.value)
    if (!odd?.listener) return undefined
    return { severity: 'notable', says: `The interpreter is ${code(odd.group)}, but Apache took the request on port ${odd.listener.value}: the port in the name is that of the address as the visitor, or a proxy, wrote it.`, evidence: [odd.group, odd.listener.field], ...cure }
  },
})
