import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { expectedBase, libpython } from '../checks/facts/libpython.ts'
import { directoryOf, mayBeAlias, samePlace } from '../checks/facts/paths.ts'
import { basePrefix, minorOf, stdlib, virtualEnvironment } from '../checks/facts/python.ts'
import { pyvenv } from '../checks/facts/pyvenv.ts'
import { freshStart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional, section } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** Directories in which `python3` is often a link to a Python elsewhere: they do not tell whose it is. */
const linked = /^(?:\/usr(?:\/local)?|\/opt\/homebrew|\/(?:home|Users)\/[^/]+(?:\/\.local)?)$/

export const rule = defineRule({
  title: 'The environment is based on the Python whose library is loaded',
  fault: 'The environment is based on another Python than the one whose library is loaded',
  severity: 'risky',
  plain: 'Some of Python’s own modules may fail, or the environment’s packages are not used.',
  why: 'An environment has packages only; the standard library comes from the Python that made it. If the library in the server belongs to another installation, its compiled parts and the standard library may not fit; with another minor version the environment’s packages are not used.',
  speaks: 'A virtual environment whose base, by the script’s page or `pyvenv.cfg`, is not the installation of the Python library in the listing.',
  docs: ['user-guides/virtual-environments#virtual-environment-and-python-version', 'user-guides/installation-issues#multiple-python-versions'],
  needs: {
    library: libpython, venv: optional(virtualEnvironment), base: optional(basePrefix), prefix: optional(diagnostic.fields.prefix), standard: optional(stdlib), file: optional(pyvenv),
    listing: optional(section('ldd')), where: optional(platform),
  },
  because: ['libpython-vs-sysversion', 'venv-minor'],
  next: ['config', 'sys-prefix'],
  examine({ library, venv, base, prefix, standard, file, listing, where }) {
    if (!venv && !file) return { lacks: ['diagnostic'] }
    const path = library.value.status === 'found' ? library.value.path : undefined
    const expected = path === undefined ? undefined : expectedBase(path)
    const [field] = library.evidence
    if (expected === undefined || !field || /\bLD_LIBRARY_PATH=\S/.test(listing?.command ?? '')) return undefined
    const maker = file?.value.executable ?? file?.value.home
    // /usr/bin of `home`, /usr/bin/python3.11 of `executable`
    const bin = file?.value.executable ? directoryOf(file.value.executable.value) : file?.value.home?.value
    const told = bin?.startsWith('/') ? directoryOf(bin) : undefined
    // What the script shows is what happened; `pyvenv.cfg` is asked where no script answered.
    const found = venv ? (venv.value ? base?.value : undefined) : told
    const shown = venv ? prefix : maker
    if (found === undefined || !shown || samePlace(found, expected) || mayBeAlias(found, expected)) return undefined
    if (!venv && !file?.value.executable && linked.test(found)) return undefined
    const version = venv ? standard?.value.version : file?.value.version && minorOf(file.value.version.value)
    const other = library.value.version !== undefined && version !== undefined && version !== library.value.version
    return {
      severity: other ? 'broken' : 'risky',
      says: `The base of the environment${venv && prefix ? ` ${code(prefix)}` : ''} is ${code(found)}${version === undefined ? '' : `, a Python ${version}`}; the library that is loaded, ${code(path)}, belongs to ${code(expected)}.`,
      evidence: [field, shown, ...(venv ? (base?.evidence ?? []) : [])],
      pair: [field, shown],
      fix: `Recreate the environment with the Python of the library, \`${expected}/bin/python${library.value.version ?? '3'} -m venv DIR\`, or build mod_wsgi with the Python in ${code(found)}. Then \`${freshStart(where)}\`.`,
      verify: `Load the script’s page again: the standard library in \`sys.path\` must lie below ${code(expected)}.`,
    }
  },
})
