import { foreignPython } from '../checks/facts/linking.ts'
import { libpython } from '../checks/facts/libpython.ts'
import { loadFailure } from '../checks/facts/log.ts'
import { answered } from '../checks/facts/python.ts'
import { otool } from '../checks/python-library/otool.ts'
import { every, optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

const relative = /^@(?:rpath|loader_path|executable_path)\//

export const rule = defineRule({
  title: 'The module names its Python library so that it is found',
  fault: 'The module names its Python library relative to a list that it does not have',
  severity: 'risky',
  plain: 'The module does not say where its Python library is, so Apache may not find it.',
  why: '`@rpath` stands for a list of directories in the module itself (`LC_RPATH`). Where the list is missing, the loader of macOS has nowhere to look.',
  speaks: 'A Python library whose name begins with `@rpath` or `@loader_path`, without an `LC_RPATH` in the paste and without a `LoadFile` line; or `Library not loaded: @…` in the log.',
  docs: ['user-guides/installation-on-macosx', 'user-guides/installation-issues#unable-to-find-python-shared-library'],
  needs: { library: optional(libpython), list: optional(every(otool.fields.rpath)), loadFile: optional(foreignPython), failure: optional(loadFailure), answer: optional(answered) },
  because: ['xcode-python'],
  next: ['otool', 'error-log'],
  examine({ library, list, loadFile, failure, answer }) {
    const lost = /Library not loaded: (@\S+?)(?=[\s\\]|$)/.exec(failure?.value.old ? '' : (failure?.value.reason ?? ''))?.[1]
    const name = library?.value.path ?? library?.value.name
    if (name === undefined && lost === undefined) return { lacks: ['otool'] }
    const open = name !== undefined && relative.test(name)
    if (!open && lost === undefined) return undefined
    const evidence = [...(open ? (library?.evidence ?? []) : []), ...(lost === undefined ? [] : (failure?.evidence ?? []))]
    const shown = code(lost ?? name)
    if (answer) return lost === undefined && (list || loadFile) ? undefined : { severity: 'notable', says: `${shown} is named relative to a list, yet the script answered: a list that was not pasted, or a \`LoadFile\` line, leads to it.`, evidence: [...evidence, ...answer.evidence] }
    // A library that is in the process already is taken without a search.
    if (lost === undefined && (list || loadFile)) return undefined
    return {
      severity: lost === undefined ? 'risky' : 'broken',
      says: lost === undefined ? `macOS looks for ${shown} in a list of directories, and the paste shows no such list.` : `Apache could not load the module: ${shown} was not found in any list.`,
      evidence,
      fix: 'Write the directory into the module, `install_name_tool -add_rpath DIR mod_wsgi.so` with the `DIR` that holds the library; or load the library first, with a `LoadFile` line before `LoadModule`; or build mod_wsgi with a Python from Homebrew or python.org.',
      verify: '`otool -l mod_wsgi.so | grep -A2 LC_RPATH` shows the directory, and `httpd -t` says `Syntax OK`.',
    }
  },
})
