import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { homes } from '../checks/facts/home.ts'
import { foreignPython } from '../checks/facts/linking.ts'
import { directoryOf, isBelow, samePlace } from '../checks/facts/paths.ts'
import { basePrefix } from '../checks/facts/python.ts'
import { optional, section } from '../core/need.ts'
import { defineRule, type Finding } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'On Windows, Python’s DLL, its installation and the environment fit together',
  fault: 'On Windows, Python’s DLL, its installation or the environment do not fit together',
  severity: 'risky',
  plain: 'Apache on Windows takes Python from another directory than its settings say, or does not see the environment’s packages.',
  why: 'On Windows `sys.prefix` is the directory of the DLL that is loaded, whatever `WSGIPythonHome` says. That directive only puts `Lib\\site-packages` of the directory that it names on `sys.path`, ahead of the rest.',
  speaks: 'A `LoadFile` line for a Python DLL outside of the installation that runs, or a `WSGIPythonHome` whose `Lib\\site-packages` is not on `sys.path`.',
  docs: ['user-guides/installation-on-windows', 'configuration-directives/WSGIPythonHome'],
  needs: { prefix: diagnostic.fields.prefix, path: diagnostic.fields.path, base: optional(basePrefix), config: optional(section('config')), dll: optional(foreignPython), homes: optional(homes) },
  next: ['config', 'sys-prefix'],
  examine({ prefix, path, base, config, dll, homes: named }) {
    if (!/^[A-Za-z]:/.test(prefix.value)) return undefined
    const home = named?.value.findLast(one => one.by === 'WSGIPythonHome')
    if (!config) return { lacks: ['config'] }
    const findings: Finding[] = []
    // The embeddable package has no `Lib` on its path, and a `._pth` file decides what is: its directory is `sys.prefix` all the same.
    const root = base?.value ?? prefix.value
    const directory = dll && /\.dll$/i.test(dll.value) ? directoryOf(dll.value) : undefined
    const [line] = dll?.evidence ?? []
    if (line && directory !== undefined && !/[\\/]system32$/i.test(directory) && !samePlace(directory, root))
      findings.push({
        severity: 'risky',
        says: `\`LoadFile\` names a DLL in ${code(directory)}, but the Python that runs is in ${code(root)}: another DLL was loaded.`,
        evidence: [line, prefix],
        pair: [line, prefix],
        fix: 'Take the lines of `mod_wsgi-express module-config`, asked of the Python that you mean, and restart the service. If they are there already, look for the other DLL on the `PATH` of the service.',
        verify: 'Load the script’s page again: `sys.prefix` must be the directory of the DLL.',
      })
    // `sys.prefix` never is the environment here, so that alone is fine. Without a list of its own, an installation has its packages anyway.
    if (home && !samePlace(home.path, root) && !path.value.some(entry => isBelow(entry, `${home.path.replace(/[\\/]+$/, '')}\\Lib\\site-packages`)))
      findings.push({
        severity: 'risky',
        says: `\`WSGIPythonHome\` names ${code(home.path)}, but its \`Lib\\site-packages\` is not on \`sys.path\`: the packages of the environment are not found.`,
        evidence: [home.field, path],
        pair: [home.field, path],
        fix: 'See whether the directory exists and may be read by the service, and whether the line is in the configuration that the service reads. Then restart the service.',
        verify: 'Load the script’s page again: `sys.path` begins with the packages of the environment.',
      })
    return findings
  },
})
