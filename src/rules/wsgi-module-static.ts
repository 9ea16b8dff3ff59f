import { wsgiLoaded, wsgiStatic } from '../checks/facts/mpm.ts'
import { compiledIn } from '../checks/facts/modules.ts'
import { wsgiLoadLines } from '../checks/facts/wsgi-config.ts'
import { optional, section } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'

export const rule = defineRule({
  title: 'mod_wsgi is a module of its own',
  fault: 'mod_wsgi is built into Apache',
  severity: 'risky',
  plain: 'The check of the Python library has to be made on the server program itself.',
  why: 'Here mod_wsgi is part of the program, as in a few private builds. Linked to Python is then `httpd`, not a `mod_wsgi.so`; and a `LoadModule` line for it stops the start: “is built-in and can’t be loaded”.',
  speaks: '`mod_wsgi.c` in `-l`, or `wsgi_module (static)` in `-M`.',
  docs: ['user-guides/checking-your-installation#python-shared-library', 'httpd:mod/mod_so#loadmodule'],
  needs: { inside: optional(wsgiStatic), loaded: optional(wsgiLoaded), built: optional(compiledIn), lines: optional(wsgiLoadLines), listing: optional(section('ldd')) },
  next: ['httpd-l'],
  examine({ inside, loaded, built, lines, listing }) {
    if (!inside) return loaded || built ? undefined : { lacks: ['httpd-M'] }
    const file = listing?.fields.find(field => field.key === 'file' && /mod_wsgi/.test(String(field.value)))
    return {
      severity: 'risky',
      says: `mod_wsgi is part of the program.${file ? ' The libraries of a `mod_wsgi.so` say nothing of it.' : ''}${lines ? ' Apache refuses a `LoadModule` line for it.' : ''}`,
      evidence: [...inside.evidence, ...(file ? [file] : []), ...(lines?.evidence ?? [])],
      fix: `For the check of the Python library ask about the program in place of \`mod_wsgi.so\`, as in \`ldd /usr/local/apache2/bin/httpd\`.${lines ? ' Take the `LoadModule` line out.' : ''}`,
      verify: 'The list of its libraries names `libpython`, or Python is inside it as well.',
    }
  },
})
