import { directoryOf, samePlace } from '../checks/facts/paths.ts'
import { aprListings } from '../checks/facts/apr-listings.ts'
import { optional, section } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'The module uses the APR of Apache',
  fault: 'The module brings a second APR into Apache',
  severity: 'risky',
  plain: 'The module uses another copy of a basic library than Apache, which can crash it.',
  why: 'The `apr_…` functions that mod_wsgi calls are in the process already, for `httpd` is linked to them. A module that names an APR of its own loads a second copy, and one copy does not know what the other made.',
  speaks: '`libapr-1` or `libaprutil-1` in the listing of `mod_wsgi.so` at another place than in that of `httpd`.',
  docs: ['user-guides/installation-issues', 'user-guides/frequently-asked-questions#apache-process-crashes'],
  needs: { listing: section('ldd'), listings: optional(aprListings) },
  because: ['two-installations', 'distro-consistency'],
  next: ['httpd-V'],
  examine({ listing, listings }) {
    const module = listings?.value.find(one => one.of === 'module')
    const program = listings?.value.find(one => one.of === 'program')
    // The usual module names no APR at all.
    if (!module) return listing.extent === 'whole' ? undefined : { lacks: ['ldd'] }
    if (!program) return { lacks: ['ldd'] }
    // The same file twice is one copy: some builds of `apxs` link it.
    const [other, own] = module.libraries.flatMap(one => { const twin = program.libraries.find(({ name }) => name === one.name); return twin && !samePlace(twin.path, one.path) ? [[one, twin] as const] : [] })[0] ?? []
    return other && own && {
      severity: 'risky',
      says: `The module takes ${code(other.name)} from ${code(other.path)}, Apache from ${code(own.path)}.`,
      evidence: [other.field, own.field],
      pair: [other.field, own.field],
      fix: `Build mod_wsgi with the \`apxs\` of this Apache, and without \`LD_LIBRARY_PATH\` or linker flags that lead to ${code(directoryOf(other.path))}.`,
      verify: '`ldd` of the module shows no `libapr`, or the same file as for `httpd`.',
    }
  },
})
