import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { homes } from '../checks/facts/home.ts'
import { libpython } from '../checks/facts/libpython.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'

export const rule = defineRule({
  title: 'Python knows its installation',
  fault: 'Python takes the root of the file system for its installation',
  severity: 'risky',
  plain: 'Python found its files by chance; tell it where they are.',
  why: 'Where no `python3` is on the `PATH` of the service, Python goes by the place of its library. On a system where `/lib` is a link to `/usr/lib` it finds `/lib/pythonX.Y`, and takes `/` for its root.',
  speaks: 'The script prints `sys.prefix = \'/\'`, and nothing shows that a Python really lies there.',
  docs: ['configuration-directives/WSGIPythonHome', 'user-guides/checking-your-installation#python-installation-in-use'],
  needs: { prefix: diagnostic.fields.prefix, homes: optional(homes), library: optional(libpython), where: optional(platform) },
  next: ['config', 'ldd'],
  examine({ prefix, homes: named, library, where }) {
    if (prefix.value !== '/') return undefined
    // Some images have their Python in `/`: then the configuration says so, or the library lies in `/lib` itself, where no system with links shows it.
    if (named?.value.some(home => home.path === '/') || library?.value.path?.startsWith('/lib/libpython')) return undefined
    return {
      severity: 'risky',
      says: '`sys.prefix` is `/`. Probably no `python3` is on Apache’s `PATH`, and the standard library was found through the link `/lib`.',
      evidence: [prefix],
      fix: `Write \`WSGIPythonHome /usr\`, or the root of the Python that you mean, then \`${restart(where)}\`.`,
      verify: 'Load the script’s page again: `sys.prefix` must be that directory.',
    }
  },
})
