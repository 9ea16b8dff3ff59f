import { foreignPython, lacksPython } from '../checks/facts/linking.ts'
import { loadFailure } from '../checks/facts/log.ts'
import { answered } from '../checks/facts/python.ts'
import { command, restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { ldd } from '../checks/python-library/ldd.ts'
import { every, optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code, many } from '../core/say.ts'

export const rule = defineRule({
  title: '`mod_wsgi.so` has its Python',
  fault: '`mod_wsgi.so` was linked without Python',
  severity: 'broken',
  plain: 'Apache cannot load this mod_wsgi, because Python was left out when it was built.',
  why: 'Everything whose name begins with `Py` lives in the Python library. A module that names no such library and does not hold Python itself finds them nowhere, so Apache cannot load it. The `ap_…` and `apr_…` symbols in the same list are no fault: `httpd` has them.',
  speaks: 'A whole list of libraries without Python’s, and a symbol `Py…` that is missing in it or in the log.',
  docs: ['user-guides/checking-your-installation#python-shared-library', 'user-guides/installation-issues#lack-of-python-shared-library'],
  needs: { listing: lacksPython, symbols: optional(every(ldd.fields.undefinedSymbol)), error: optional(loadFailure), foreign: optional(foreignPython), answer: optional(answered), where: optional(platform) },
  next: ['error-log', 'config'],
  examine({ listing, symbols, error, foreign, answer, where }) {
    // With a Python library in the list, it is one of another version: load-error-class and the signatures speak.
    if (!listing.value.lacks) return undefined
    const missing = symbols?.filter(field => /^_?Py/.test(field.value)) ?? []
    const refused = error !== undefined && /undefined symbol: _?Py|Symbol not found: __?Py/.test(error.value.reason)
    if (!missing.length && !refused) return undefined
    // `LoadFile`, or another module, brings Python into the process; where the script answered, something does.
    if (foreign || answer) return undefined
    const first = missing[0]
    const says = first
      ? `No library in the list is Python’s, and ${many(missing.length, 'symbol')} of Python, such as ${code(first)}, ${missing.length === 1 ? 'is' : 'are'} missing. Apache cannot load this module.`
      : 'No library in the list is Python’s, and Apache refused the module for a symbol of Python that is missing.'
    return {
      severity: 'broken',
      says,
      evidence: [...listing.evidence, ...missing.slice(0, 3), ...(refused && error ? error.evidence : [])],
      fix: `Rebuild mod_wsgi: \`make distclean\`, then \`./configure --with-python=/path/to/python3\` with a Python that has a shared library (\`python3 -c "import sysconfig; print(sysconfig.get_config_var('Py_ENABLE_SHARED'))"\` prints 1), or \`pip install --force-reinstall --no-cache-dir mod_wsgi\`. Then \`${restart(where)}\`.`,
      verify: `\`${command('ldd', where)}\` must show a line with \`libpython3\`, and \`ldd -r\` no \`undefined symbol: Py…\`.`,
    }
  },
})
