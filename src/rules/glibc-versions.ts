import { isOver, messages } from '../checks/facts/messages.ts'
import { ldd } from '../checks/python-library/ldd.ts'
import { plainly } from '../core/foreign.ts'
import { every, everything, optional, section } from '../core/need.ts'
import type { Field } from '../core/output.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

// /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by ./mod_wsgi.so)
const lacking = /version [`'‘"]?((?:GLIBC|GLIBCXX|CXXABI|OPENSSL)_[\w.]+)['’"]? not found(?: \(required by ([^)]*)\))?/

/** The words of a value's own line, from a little before it. */
const around = ({ paste, span }: Field) => plainly(/^.*/.exec(paste.text.slice(Math.max(0, span.start - 10), span.end + 300))?.[0] ?? '')

export const rule = defineRule({
  title: 'The system’s libraries are as new as what was built for them',
  fault: 'Something was built on a system with newer or other libraries',
  severity: 'broken',
  plain: 'The module, or a package, was built on another system and cannot be loaded on this one.',
  why: 'A file names the version of each symbol that it takes from a library, as the builder’s system had it. An older library lacks that version, and the file cannot be loaded.',
  speaks: '`version … not found` for `GLIBC`, `GLIBCXX`, `CXXABI` or `OPENSSL`, in the listing or the log.',
  docs: ['user-guides/installation-issues', 'user-guides/installation-issues#anaconda-python-conflicting-with-system-shared-libraries'],
  needs: { known: everything, listing: optional(section('ldd')), missing: optional(every(ldd.fields.missingVersion)), logged: optional(messages) },
  because: ['conda-mix', 'platform-consistency', 'distro-consistency'],
  next: ['ldd', 'error-log'],
  examine({ known, listing, missing, logged }) {
    if (!listing && !logged) return { lacks: ['ldd'] }
    const all = [
      ...(missing ?? []).map(field => ({ field, text: around(field) })),
      ...(logged?.value ?? []).flatMap(one => (lacking.test(one.text) && !isOver(known, one) ? [{ field: one.first, text: one.text }] : [])),
    ]
    const [first] = all
    const [, name, by] = lacking.exec(first?.text ?? '') ?? []
    if (!first || name === undefined) return undefined
    const system = name.startsWith('GLIBC_')
    // A wheel that is newer than the system shows the same, and has nothing to do with how mod_wsgi was built.
    const wheel = by !== undefined && /(?:site|dist)-packages/.test(by) && !/mod_wsgi[^/]*$/.test(by)
    return {
      severity: 'broken',
      says: `${code(name)} is not in the library that was found${by === undefined ? '' : `, and ${code(by)} wants it`}: ${system ? '' : 'the library is of another collection, such as Anaconda’s, or '}${wheel ? 'the package' : by === undefined ? 'what wants it' : 'the file'} was built on a newer system.`,
      evidence: all.slice(0, 3).map(one => one.field),
      fix: wheel ? 'Install a release of the package that is built for this system, or build it here: `pip install --force-reinstall --no-binary PACKAGE PACKAGE`.' : `${system ? '' : 'Keep Anaconda’s libraries out of this process. '}Build mod_wsgi on this system: \`pip install --force-reinstall --no-cache-dir mod_wsgi\`.`,
      verify: '`ldd` of the file prints no `not found`.',
    }
  },
})
