import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { buildDirectory } from '../checks/facts/apxs-values.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

interface Owner {
  readonly name: string
  /** Of a build from source. */
  readonly prefix?: string
}

interface Packager extends Owner {
  readonly root: RegExp
  readonly build: RegExp
}

/** Whose roots and build directories belong together, the surest first (checks.md §4, platforms.md). */
const packagers: readonly Packager[] = [
  { name: 'Homebrew on Apple Silicon', root: /^\/opt\/homebrew\/(?:Cellar|opt)\/httpd\b/, build: /^\/opt\/homebrew\/(?:Cellar|opt)\/httpd\b/ },
  { name: 'Homebrew on Intel', root: /^\/usr\/local\/(?:Cellar|opt)\/httpd\b/, build: /^\/usr\/local\/(?:Cellar|opt)\/httpd\b/ },
  { name: 'FreeBSD or /usr/local', root: /^\/usr\/local$/, build: /^\/usr\/local\/share\/apache2\d\/build$/ },
  { name: 'Debian or Ubuntu', root: /^\/etc\/apache2$/, build: /^\/usr\/share\/apache2\/build$/ },
  { name: 'the Red Hat family', root: /^\/etc\/httpd$/, build: /^\/usr\/lib(?:64)?\/httpd\/build$/ },
  // Its build files lie in Xcode, wherever that is.
  { name: 'Apple', root: /^\/usr$/, build: /\/Xcode\.app\// },
]

/** A build from source keeps its build files below its prefix; Arch's `/usr/share/httpd/build` and its like are not of that kind. */
const sourcePrefix = (directory: string) => /^(\/(?:usr\/local\/(?:apache|httpd)|opt|srv|home)[^ ]*)\/build$/.exec(directory)?.[1]

/** `/opt/rh/httpd24/…` and `/opt/local/…` have a layout of their own: within one tree two places are no contradiction. */
const treeOf = (prefix: string | undefined) => /^\/(?:usr\/local|opt|srv|home)\/[^/]+/.exec(prefix ?? '')?.[0]

const builtIn = (prefix: string | undefined): Owner | undefined => (prefix === undefined ? undefined : { name: 'a build from source', prefix })

/** Whose build directory, and whose root; undefined for places that we do not know. */
const owners = (root: string, build: string): readonly [built: Owner | undefined, asked: Owner | undefined] => [
  packagers.find(one => one.build.test(build)) ?? builtIn(sourcePrefix(build)),
  packagers.find(one => one.root.test(root)) ?? builtIn(sourcePrefix(`${root}/build`)),
]

export const rule = defineRule({
  title: '`apxs` belongs to this Apache',
  fault: '`apxs` belongs to another Apache',
  severity: 'broken',
  plain: 'mod_wsgi would be built for another Apache than the one you asked.',
  why: 'The build of mod_wsgi takes everything from `apxs`: header files, compiler options, the directory of modules and the program itself. The first `apxs` in `PATH` may be that of another installation.',
  speaks: 'A build directory that is known to belong to another packager, or another prefix, than the `HTTPD_ROOT` of `-V`.',
  docs: ['user-guides/quick-installation-guide#configuring-the-source-code', 'httpd:programs/apxs#options.query'],
  needs: { root: httpdV.fields.httpdRoot, build: buildDirectory },
  because: ['platform-consistency', 'two-installations'],
  next: ['error-log'],
  examine({ root, build }) {
    const [built, asked] = owners(root.value.replace(/(.)\/$/, '$1'), build.value.replace(/\/$/, ''))
    // Of a place that nobody knows nothing can be said: SUSE, Arch and Alpine have pairs of their own.
    if (!built || !asked || (built.name === asked.name && treeOf(built.prefix) === treeOf(asked.prefix))) return undefined
    const [field] = build.evidence
    return {
      severity: 'broken',
      says: `\`apxs\` belongs to ${built.name} (${code(build.value)}), the Apache you asked to ${asked.name} (${code(root)}).`,
      evidence: [root, ...build.evidence],
      ...(field && { pair: [root, field] as const }),
      fix: `Build mod_wsgi with the \`apxs\` of the Apache that serves${asked.prefix === undefined ? ', which its development package brings' : `, \`${asked.prefix}/bin/apxs\``}: name it in \`./configure --with-apxs=\`, or in the variable \`APXS\` for \`pip install\`. If the other Apache serves, ask that one for \`-V\`.`,
      verify: '`apxs -q SBINDIR` names the directory of the program that you asked.',
    }
  },
})
