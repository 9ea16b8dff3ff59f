import { libpython } from '../checks/facts/libpython.ts'
import { loadFailure } from '../checks/facts/log.ts'
import { answered, basePrefix } from '../checks/facts/python.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

const apples = /Python3\.framework|^\/Library\/Developer\/CommandLineTools\/|^\/Applications\/Xcode[^/]*\.app\//

export const rule = defineRule({
  title: 'mod_wsgi is not built with the Python of Apple’s developer tools',
  fault: 'mod_wsgi is built with the Python of Apple’s developer tools',
  severity: 'risky',
  plain: 'The Python that comes with Xcode is not made for use inside Apache; take another one.',
  why: 'The Python of Xcode and of the command line tools names its library relative to a search list (`@rpath`) that `mod_wsgi.so` usually does not have. Apache then cannot load the module.',
  // That the tools are installed, or that the shell finds their Python, says nothing of Apache.
  speaks: '`Python3.framework`, `CommandLineTools` or `Xcode.app` in the library of the module, in the standard library of the script, or in a `Library not loaded` message.',
  docs: ['user-guides/installation-on-macosx', 'user-guides/installation-issues#unable-to-find-python-shared-library'],
  needs: { library: optional(libpython), base: optional(basePrefix), failure: optional(loadFailure), answer: optional(answered) },
  next: ['otool', 'sys-prefix'],
  examine({ library, base, failure, answer }) {
    if (!library && !base && !failure) return { lacks: ['otool'] }
    const lost = /Library not loaded: ([^\s\\]*Python3\.framework[^\s\\]*)/.exec(failure?.value.old ? '' : (failure?.value.reason ?? ''))?.[1]
    const path = library?.value.path ?? library?.value.name ?? ''
    const linked = apples.test(path) ? path : undefined
    const found = linked ?? lost ?? (base && apples.test(base.value) ? base.value : undefined)
    if (found === undefined) return undefined
    const certain = !answer && (lost !== undefined || path.startsWith('@rpath/Python3.framework'))
    return {
      severity: certain ? 'broken' : 'risky',
      says: `${code(found)} is the Python of Apple’s developer tools${certain ? ', and Apache cannot find it by this name' : ''}.`,
      evidence: [...(linked === undefined ? [] : (library?.evidence ?? [])), ...(lost === undefined ? [] : (failure?.evidence ?? [])), ...(linked === undefined && lost === undefined ? (base?.evidence ?? []) : [])],
      fix: 'Install Python with Homebrew or from python.org, and rebuild mod_wsgi with it: `/path/to/python3 -m pip install --force-reinstall --no-cache-dir mod_wsgi`.',
      verify: '`otool -L` of the new module shows a full path of the new Python, without `@rpath`.',
    }
  },
})
