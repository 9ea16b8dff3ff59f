import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { fullVersionIn, libraryRelease } from '../checks/facts/full-version.ts'
import { libpython } from '../checks/facts/libpython.ts'
import { compiledAndRuntime } from '../checks/facts/log-python.ts'
import { basePrefix, minorOf } from '../checks/facts/python.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

const sameMinor = (a: string, b: string) => minorOf(a) === minorOf(b)

export const rule = defineRule({
  title: 'Library and files of Python are of one patch level',
  fault: 'Library and files of Python are of two patch levels',
  severity: 'risky',
  plain: 'This mostly works, but some of Python’s own modules may fail.',
  why: 'Releases that share their first two numbers can be mixed as far as mod_wsgi goes, but compiled parts of the standard library are made for their own release. mod_wsgi up to 4.5.6 logged the difference; `WSGI0099`, which is documented for it, is never written, so the paths are the only sign.',
  speaks: 'A full release such as `3.11.7` in the path of the library or of the standard library, in `otool`’s line or in the log, that is not the one that runs.',
  docs: ['user-guides/installation-issues#python-patch-level-mismatch', 'user-guides/installation-issues#multiple-python-versions'],
  needs: { version: optional(diagnostic.fields.pythonVersion), library: optional(libpython), base: optional(basePrefix), linked: optional(libraryRelease), logged: optional(compiledAndRuntime) },
  // Another minor version is told by these; a library and files of two places by prefix-libpython.
  because: ['libpython-vs-sysversion', 'prefix-libpython', 'sysversion-vs-stdlib'],
  next: ['ldd', 'otool', 'config'],
  examine({ version, library, base, linked, logged }) {
    if (version) {
      const places = [
        { path: library?.value.status === 'found' ? library.value.path : undefined, fact: library, what: 'the library in the listing is', fix: 'Stop Apache and start it, and look for an `LD_LIBRARY_PATH` or a `LoadFile` that brings another library than the listing shows.' },
        { path: base?.value, fact: base, what: 'its files are', fix: 'Name the installation of the library that runs in `WSGIPythonHome` or `python-home=`, or rebuild mod_wsgi with the Python of that directory.' },
      ]
      for (const { path, fact, what, fix } of places) {
        // An alias such as `versions/3.12` tells no patch level.
        const told = path === undefined ? undefined : fullVersionIn(path)
        const [field] = fact?.evidence ?? []
        if (path === undefined || told === undefined || !field || told === version.value || !sameMinor(told, version.value)) continue
        return {
          severity: 'risky',
          says: `Python ${code(version)} runs, but by the path ${code(path)} ${what} of ${told}, unless the directory kept its name through an upgrade.`,
          evidence: [version, ...(fact?.evidence ?? [])],
          pair: [version, field],
          fix,
          verify: 'The path and `sys.version` name the same release.',
        }
      }
      const [field] = linked?.evidence ?? []
      if (linked && field && linked.value !== version.value && sameMinor(linked.value, version.value))
        return { severity: 'notable', says: `mod_wsgi was linked when Python was ${code(linked.value)}; ${code(version)} runs now. The first two numbers agree, so nothing has to be done.`, evidence: [field, version], pair: [field, version] }
    }
    const { compiled, runtime, fields = [] } = logged?.value ?? {}
    // Two minor versions are banner-python's.
    if (compiled !== undefined && runtime !== undefined && compiled !== runtime && sameMinor(compiled, runtime))
      return { severity: 'notable', says: `mod_wsgi was compiled for Python ${compiled} and runs with ${runtime}. Only the third number differs: these two lines are no reason for a failure.`, evidence: fields }
    return version ?? logged ? undefined : { lacks: ['diagnostic'] }
  },
})
