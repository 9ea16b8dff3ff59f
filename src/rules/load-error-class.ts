import { loadFailure, logLines } from '../checks/facts/log.ts'
import { libpython } from '../checks/facts/libpython.ts'
import { answered } from '../checks/facts/python.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** Classes of the loader's words, the surest first; `about` tells whether a Python library in the listing is of interest. */
const classes: readonly { readonly shows: RegExp; readonly is: string; readonly cure: string; readonly about?: 'library' }[] = [
  { shows: /version [`'‘"]?(?:GLIBC|GLIBCXX|OPENSSL)\w*/, is: 'a library of another generation', cure: 'Build mod_wsgi on this machine, with its own libraries.' },
  { shows: /undefined symbol: _?Py|Symbol not found: __?Py/, is: 'a symbol of Python that is missing', cure: 'Build mod_wsgi anew with the Python that is to run.', about: 'library' },
  { shows: /undefined symbol|Symbol not found/, is: 'a symbol that Apache or a library does not have', cure: 'Build mod_wsgi anew with the `apxs` of this very Apache.' },
  { shows: /wrong ELF class|incompatible architecture|wrong architecture|not a valid Win32/, is: 'a file for another processor or word size', cure: 'Build mod_wsgi for the processor of this Apache.' },
  { shows: /code sign/i, is: 'a module without a signature', cure: 'Use Homebrew’s Apache, which asks for none.' },
  { shows: /Permission denied|Operation not permitted|Access is denied/, is: 'rights that are lacking', cure: 'Let Apache’s user read the file and search every directory above it; look at SELinux and at `noexec`.' },
  { shows: /^lib[^:]*: cannot open shared object|Library not loaded|specified module could not be found/, is: 'a library that is not found', cure: 'Bring the directory of the library onto the loader’s search path, or name the library in a `LoadFile` line.', about: 'library' },
  { shows: /cannot open shared object file|No such file/, is: 'a file that is not there', cure: 'Correct the path in the `LoadModule` line, or install mod_wsgi for this Apache.' },
  { shows: /invalid ELF header|file too short|not an ELF|unknown file type|no suitable image/, is: 'a file that is no library', cure: 'Copy or build the file again.' },
  { shows: /garbled|not compatible with this version|locate API module structure/, is: 'a module for another Apache, or another module than the line says', cure: 'Write `LoadModule wsgi_module`, and build mod_wsgi for this Apache.' },
]

export const rule = defineRule({
  title: 'Apache loads its modules',
  fault: 'Apache cannot load a module',
  severity: 'broken',
  why: 'Behind `Cannot load … into server:` stand the words of the system’s loader. They tell apart a file that is missing, a library that is missing, rights, another processor, another generation and symbols; each has its own remedy.',
  docs: ['user-guides/installation-issues', 'httpd:mod/mod_so#loadmodule'],
  needs: { lines: logLines, failure: optional(loadFailure), library: optional(libpython), answer: optional(answered) },
  because: ['libpython-not-found', 'libpython-not-linked', 'platform-consistency'],
  examine({ failure, library, answer }) {
    if (!failure) return undefined
    const { file, reason, old } = failure.value
    const kind = classes.find(one => one.shows.test(reason))
    const name = file === '' ? 'the module' : code(file.replace(/.*[\\/]/, ''))
    // A later start went well, or the script answered since: the line is an old one.
    if (old || answer) return { severity: 'notable', says: `The log has a line by which Apache could not load ${name}, but ${answer ? 'the script answered' : 'a later start went well'}: the line is an old one.`, evidence: [...failure.evidence, ...(answer?.evidence ?? [])] }
    // The loader begins with the path of the file, which the `LoadModule` line has already.
    const words = reason.replace(/^[^\s:]*\/([^/\s:]+): /, '$1: ')
    const path = library?.value.status === 'found' ? library.value.path : undefined
    const beside = kind?.about === 'library' && path !== undefined ? ` The listing finds ${code(path)}, so Apache runs in another environment than the shell, or loads another file.` : ''
    return {
      severity: 'broken',
      says: `Apache cannot load ${name}; the reason is ${kind?.is ?? 'in the loader’s words'}: ${code(words.length > 160 ? `${words.slice(0, 160)}…` : words)}.${beside}`,
      evidence: [...failure.evidence, ...(beside ? (library?.evidence ?? []) : [])],
      fix: kind?.cure ?? 'Look up the loader’s words in the documentation.',
      verify: '`httpd -t` must say `Syntax OK`.',
    }
  },
})
