import { configTest } from '../checks/apache-config/config-test.ts'
import { loadFailure, logLines } from '../checks/facts/log.ts'
import { libpython } from '../checks/facts/libpython.ts'
import { answered } from '../checks/facts/python.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code, shortened } from '../core/say.ts'
import { rows as ofMacAndWindows } from './tables/load-mac-windows.ts'
import { rows as ofElf } from './tables/load.ts'
import type { Signature } from './tables/signature.ts'

/** Kinds of the loader's words, the surest first: what each settles about the rest, and the remedy where no signature has a better one. */
const classes: readonly { readonly shows: RegExp; readonly is: string; readonly settles: string; readonly cure: string; readonly about?: 'library' }[] = [
  { shows: /version [`'‘"]?(?:GLIBC|GLIBCXX|OPENSSL)\w*/, is: 'a library of another generation', settles: 'All files were found.', cure: 'Build mod_wsgi on this machine, with its own libraries.' },
  { shows: /(?:undefined symbol: \W*|[Ss]ymbol not found\W+(?:in flat namespace\W+)?_)_?Py/, is: 'a symbol of Python that is missing', settles: 'All files were found and fit this processor.', cure: 'Rebuild mod_wsgi with the Python that is to run.', about: 'library' },
  { shows: /undefined symbol|[Ss]ymbol not found/, is: 'a symbol that Apache or a library does not have', settles: 'All files were found and fit this processor.', cure: 'Rebuild mod_wsgi with the `apxs` of this very Apache.' },
  // Windows says so of a file that is no DLL as well, such as one that was only renamed.
  { shows: /not a valid Win32/, is: 'a file for another word size, or no DLL at all', settles: 'The file was found and could be read.', cure: 'Install Apache, Python and mod_wsgi for one word size.' },
  { shows: /wrong ELF class|incompatible architecture|wrong architecture/, is: 'a file for another processor or word size', settles: 'The file was found and could be read.', cure: 'Build mod_wsgi for the processor of this Apache.' },
  { shows: /code sign/i, is: 'a module without a signature', settles: 'The file was found.', cure: 'Use Homebrew’s Apache, which asks for none.' },
  { shows: /Permission denied|Operation not permitted|Access is denied/, is: 'a lack of rights', settles: 'The path is right.', cure: 'Let Apache’s user read the file and search every directory above it; look at SELinux and at `noexec`.' },
  { shows: /^lib[^:]*: cannot open shared object|Library not loaded/, is: 'a library that is not found', settles: 'The module’s own file was found.', cure: 'Bring the directory of the library onto the loader’s search path, or name the library in a `LoadFile` line.', about: 'library' },
  { shows: /specified module could not be found/, is: 'a file or a library that is not found', settles: 'Nothing is known yet of versions or rights.', cure: 'See whether the file is there; if it is, bring the DLL that it needs in with a `LoadFile` line.' },
  { shows: /cannot open shared object file|No such file/, is: 'a file that is not there', settles: 'Nothing is known yet of its libraries.', cure: 'Correct the path in the `LoadModule` line, or install mod_wsgi for this Apache.' },
  { shows: /initialization routine failed/, is: 'a DLL that gave up', settles: 'All files were found.', cure: 'Install Python and mod_wsgi anew.' },
  { shows: /invalid ELF header|file too short|not an ELF|unknown file type|no suitable image/, is: 'a file that is no library', settles: 'The path is right, and the file could be read.', cure: 'Copy or build the file again.' },
]

const rows: readonly (readonly [id: string, row: Signature])[] = [ofElf, ofMacAndWindows].flatMap(table => Object.entries(table))

export const rule = defineRule({
  title: 'Apache loads its modules',
  fault: 'Apache cannot load a module',
  severity: 'broken',
  plain: 'Apache does not start, because a file that its configuration names cannot be used.',
  why: 'Behind `Cannot load … into server:` stand the words of the system’s loader. They tell apart a file that is missing, a library that is missing, rights, another processor, another generation and symbols; each has its own remedy.',
  speaks: 'A line with `Cannot load … into server`.',
  docs: ['user-guides/installation-issues', 'httpd:mod/mod_so#loadmodule'],
  needs: { lines: logLines, failure: optional(loadFailure), library: optional(libpython), answer: optional(answered), where: optional(platform) },
  // A signature says what is wrong with this very file; the kind of failure then stands beneath it.
  because: ['libpython-not-found', 'libpython-not-linked', 'platform-consistency', ...rows.map(([id]) => id)],
  next: ['ldd', 'otool', 'config'],
  examine({ failure, library, answer, where }) {
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
    const evidence = [...failure.evidence, ...(beside ? (library?.evidence ?? []) : [])]
    const line = `Cannot load ${file} into server: ${reason}`
    if (kind && rows.some(([, row]) => row.shows.test(line) && !row.unless?.test(line)))
      return { severity: 'broken', says: `What keeps ${name} out is ${kind.is}. ${kind.settles}${beside}`, evidence }
    return {
      severity: 'broken',
      says: `Apache cannot load ${name}; the reason is ${kind?.is ?? 'in the loader’s words'}: ${code(shortened(words, 160))}.${beside}`,
      evidence,
      fix: kind?.cure ?? 'Go by the loader’s words: they name the file and the reason.',
      verify: `\`${configTest(where)}\` must say \`Syntax OK\`.`,
    }
  },
})
