import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { apxs } from '../checks/apache-build/apxs.ts'
import { pythonPlaces, running } from '../checks/facts/python-places.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

type Brew = 'Apple Silicon' | 'Intel'

/** /opt/homebrew is Apple Silicon’s; of /usr/local only what Homebrew alone has there is Intel’s. */
const brewOf = (path: string): Brew | undefined =>
  path.startsWith('/opt/homebrew/') ? 'Apple Silicon' : /^\/usr\/local\/(?:Cellar|Frameworks|opt\/(?:httpd|python)\b)/.test(path) ? 'Intel' : undefined

export const rule = defineRule({
  title: 'Apache and Python come from one Homebrew',
  fault: 'Apache and Python come from two Homebrews',
  severity: 'broken',
  plain: 'Apache is made for one kind of Mac and Python for the other, so they cannot work together.',
  why: 'Homebrew for Apple Silicon lives in `/opt/homebrew`, Homebrew for Intel in `/usr/local`. A Mac may have both, but a server of the one cannot load a library of the other.',
  speaks: 'An `HTTPD_ROOT` or `installbuilddir` of one Homebrew with a Python library or standard library of the other.',
  docs: ['user-guides/installation-on-macosx'],
  needs: { root: optional(httpdV.fields.httpdRoot), build: optional(apxs.fields.installBuildDir), places: pythonPlaces },
  because: ['arch-consistency', 'platform-consistency'],
  next: ['otool', 'httpd-V', 'apxs'],
  castsDoubt: 'Apache and Python are of two Homebrews, which cannot be parts of one server, so what follows from several outputs together is uncertain.',
  examine({ root, build, places }) {
    const server = [root, build].find(field => field !== undefined && brewOf(field.value) !== undefined)
    const used = running(places.value)
    if (!root && !build) return { lacks: ['httpd-V'] }
    if (!used.length) return { lacks: ['otool'] }
    if (!server) return undefined
    const own = brewOf(server.value)
    // python.org’s framework is built for both kinds, and of a pyenv’s Python nobody knows the kind by its path.
    const python = used.find(({ path }) => brewOf(path) !== undefined && brewOf(path) !== own)
    if (!python) return undefined
    return {
      severity: 'broken',
      says: `Apache is of Homebrew for ${own}, ${code(server)}, but Python of Homebrew for ${brewOf(python.path)}, ${code(python.path)}.`,
      evidence: [server, python.field],
      pair: [server, python.field],
      fix: `Install both with one Homebrew, \`${own === 'Intel' ? '/usr/local' : '/opt/homebrew'}/bin/brew install httpd python\`, and rebuild mod_wsgi with that Python.`,
      verify: '`otool -L` of the module shows a Python below the same directory as Apache.',
    }
  },
})
