import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'Homebrew’s directory fits the release of Apache',
  fault: 'Homebrew’s directory is of another release of Apache',
  severity: 'broken',
  plain: 'The lines of this output do not belong together, so conclusions from them may be wrong.',
  why: 'Homebrew installs each release into a directory of its own, `Cellar/httpd/RELEASE`, and compiles that path in. Both lines are printed by one program and cannot differ.',
  speaks: 'A release in the `Cellar` path of `HTTPD_ROOT` that is not the one of `Server version`.',
  docs: ['user-guides/installation-on-macosx', 'user-guides/checking-your-installation#apache-build-information'],
  needs: { root: httpdV.fields.httpdRoot, version: httpdV.fields.serverVersion },
  examine({ root, version }) {
    // 2.4.66_1 is a second packaging of 2.4.66; HEAD-abc123 has no number, and neither has a root outside the Cellar.
    const told = /\/Cellar\/httpd\/(\d+\.\d+\.\d+)(?:_\d+)?\/?$/.exec(root.value)?.[1]
    if (told === undefined || told === version.value.replace(/-.*/, '')) return undefined
    return {
      severity: 'broken',
      says: `The program is Apache ${code(version)}, but its root ${code(root)} is that of ${told}. A line was edited, or two outputs were mixed.`,
      evidence: [version, root],
      pair: [version, root],
      fix: 'Ask once more, and paste the whole output: `$(brew --prefix)/bin/httpd -V`.',
      verify: 'The directory behind `Cellar/httpd/` and `Server version` name the same release.',
    }
  },
})
