import { foreignPython, lacksPython } from '../../checks/facts/linking.ts'
import { bringIn } from '../../checks/python-library/remedies.ts'
import { sysPrefix } from '../../checks/python-installation/sys-prefix.ts'
import type { Known } from '../../core/need.ts'
import { code } from '../../core/say.ts'
import { oldApache } from './apache-symbols.ts'
import { signatures, tested, type Signature } from './signature.ts'

const issues = 'user-guides/installation-issues'
const loadModule = 'httpd:mod/mod_so#loadmodule'
const conda = `${issues}#anaconda-python-conflicting-with-system-shared-libraries`

const rebuild = 'Build mod_wsgi anew on this machine with the `apxs` of this Apache, and install it over the old file.'
/** `/usr/lib64/httpd/modules/mod_wsgi.so: cannot open …`: the file in front of the system's words. */
const file = /(?<![^\s:])([^\s:]+): (?:cannot open|failed to map|invalid ELF|file too short)/
/** Compiled packages of an application fail with the same words: the R rows. */
const imports = /\b(?:ImportError|OSError)\b/

/** …/mod_wsgi.cp38-win_amd64.pyd: `python38.dll`. */
const windowsPython = (text: string) => {
  const tag = /\.cp(3\d+t?)-win\w*\.pyd into server/.exec(text)?.[1]
  return tag === undefined ? undefined : `python${tag}.dll`
}

/** The listing misses the library, too: libpython-not-found says what to do. */
const missingIn = (known: Known) => known.fields('ldd', 'notFound').some(field => /libpython/.test(String(field.value)))

/** What the loader says of a module on Linux and other systems with ELF files. */
export const rows: Readonly<Record<string, Signature>> = {
  'l01-libpython-missing': {
    title: 'Apache finds the Python library',
    fault: 'Apache does not find the Python library',
    severity: 'broken',
    plain: 'Apache does not start, because the library that holds Python is in no place where the system looks.',
    why: 'The file of mod_wsgi was found; it names a Python library, and the loader knows no such file. Apache gets neither your shell’s `LD_LIBRARY_PATH` nor its `PATH`.',
    docs: [`${issues}#unable-to-find-python-shared-library`, 'user-guides/checking-your-installation#python-shared-library'],
    shows: /(libpython[\w.+-]*): cannot open shared object file(?!: Permission)|Library not loaded: ([^\s\\]*(?:libpython|Python3?\.framework\/)[^\s\\]*)|\.cp(3\d+)t?-win\w*\.pyd into server: The specified module could not be found/,
    unless: imports,
    like: 'Cannot load modules/mod_wsgi.so into server: libpython3.12.so.1.0: cannot open shared object file: No such file or directory',
    says: ({ text }, known) => {
      const dll = windowsPython(text)
      if (text.includes('Library not loaded')) return 'The library that is missing is Python’s own, {name}.'
      if (dll === undefined) return missingIn(known) ? 'Apache itself confirms what `ldd` shows: it does not find {name}{at}.' : 'Apache does not find {name}{at}, which mod_wsgi needs.'
      const named = foreignPython.get(known)
      return `A file built for this Python needs ${code(dll)}, ${named ? `which ${code(named.value)} is to bring in: look whether that file exists, and whether the service’s account may read it` : 'the likeliest one not to be found'}.`
    },
    fix: ({ text }, known) => {
      const dll = windowsPython(text)
      if (dll !== undefined) return foreignPython.get(known) ? undefined : `Put \`LoadFile "C:/path/to/${dll}"\` before the \`LoadModule wsgi_module\` line; \`mod_wsgi-express module-config\` prints it with the right path.`
      const library = /(libpython[\w.+-]*): cannot open/.exec(text)?.[1]
      return library === undefined || missingIn(known) ? undefined : bringIn(library, sysPrefix.fields.prefix.get(known)?.value)
    },
    verify: tested,
    because: ['libpython-not-found', 'l15-rpath-missing', 'l16-library-moved', 'l21-windows-dll-missing'],
    atStart: true,
    next: ['ldd', 'otool'],
  },
  'l02-module-file-missing': {
    title: 'The file that `LoadModule` names is there',
    fault: 'The file of mod_wsgi is not there',
    severity: 'broken',
    plain: 'Apache does not start, because the configuration names a file that does not exist.',
    why: 'It is the module itself that is missing, not a library that it needs. A relative path in `LoadModule` counts from `ServerRoot`, so each Apache on a machine has its own `modules` directory.',
    docs: [loadModule, 'user-guides/installation-from-pypi'],
    shows: /mod_wsgi[^\s:]{0,100}: cannot open shared object file(?!: Permission)/,
    name: file,
    like: 'Cannot load modules/mod_wsgi.so into server: /etc/httpd/modules/mod_wsgi.so: cannot open shared object file: No such file or directory',
    says: 'There is no file {name}, which a `LoadModule` line names{at}.',
    fix: 'Correct the path, or install mod_wsgi for this very Apache; `mod_wsgi-express module-config` prints the line for a copy that `pip` installed.',
    verify: tested,
    atStart: true,
    next: ['config'],
  },
  'l03-library-permission': {
    title: 'Apache may read the modules and libraries',
    fault: 'Apache may not read a module or library',
    severity: 'broken',
    plain: 'Apache does not start, because it is not allowed to read a file that it needs.',
    why: 'The file is there, but its own rights, those of a directory above it, or SELinux refuse it to Apache.',
    docs: ['user-guides/configuration-issues#selinux-on-rhel-and-fedora', 'user-guides/application-issues#access-rights-of-apache-user'],
    shows: /: cannot open shared object file: Permission denied/,
    name: file,
    unless: imports,
    like: '/usr/lib64/httpd/modules/mod_wsgi.so: cannot open shared object file: Permission denied',
    says: 'Apache is refused the file {name}.',
    fix: 'Look at each directory with `namei -l FILE`: the file needs `r`, each directory `x`, for everybody. With SELinux (`ls -Z FILE`), `sudo restorecon -v FILE`.',
    verify: tested,
    atStart: true,
    because: ['private-path'],
  },
  'l04-map-refused': {
    title: 'Code may be run where the modules and libraries lie',
    fault: 'The system refuses to run code from a library',
    severity: 'broken',
    plain: 'Apache may read the file, but not run what is in it.',
    why: 'The loader read the file and was not allowed to map it as code. The file system is mounted with `noexec`, or SELinux forbids it for files with this label.',
    docs: ['user-guides/application-issues#secure-variants-of-unix', 'user-guides/configuration-issues#selinux-on-rhel-and-fedora'],
    shows: /: failed to map segment from shared object/,
    name: file,
    like: '/srv/app/venv/lib/python3.11/site-packages/x.so: failed to map segment from shared object: Permission denied',
    says: ({ text }) => `The file {name} may not be run as code${/not permitted/.test(text) ? ': `Operation not permitted`' : ''}.`,
    fix: 'Ask `findmnt -T FILE` for `noexec`, and move the file to another file system if it shows. With SELinux, `sudo restorecon -v FILE` gives it the usual label.',
    verify: tested,
  },
  'l05-python-symbol': {
    title: 'The Python library has what mod_wsgi asks for',
    fault: 'A symbol of Python is missing',
    severity: 'broken',
    plain: 'Apache does not start, because mod_wsgi was built for another Python than the one it meets.',
    why: 'Names that begin with `Py` live in the Python library. They are missing where another version of it is loaded than the module was built for, or none, as when a static library was not linked in.',
    docs: [`${issues}#multiple-python-versions`, `${issues}#lack-of-python-shared-library`],
    shows: /(?:undefined symbol: \W*|[Ss]ymbol not found\W+(?:in flat namespace\W+)?_)(_?Py\w+)/,
    unless: imports,
    like: 'Cannot load /usr/lib/apache2/modules/mod_wsgi.so into server: /usr/lib/apache2/modules/mod_wsgi.so: undefined symbol: PyExc_SystemError',
    says: 'The symbol {name} of Python is in no library that was loaded{at}.',
    // Without any Python in the listing, libpython-not-linked says how to build.
    fix: (_, known) => (lacksPython.get(known)?.value.lacks ? undefined : 'Build mod_wsgi anew with the Python that is to run, and take out a `LoadFile` line for another one.'),
    verify: `${tested} \`{ldd}\` names the wanted \`libpython3.X\`.`,
    because: ['libpython-not-linked', 'libpython-vs-sysversion', 'module-tag-vs-libpython', 'several-libpython', 'static-libpython'],
    atStart: true,
    next: ['ldd', 'otool'],
  },
  'l06-apache-symbol': {
    title: 'Apache has what mod_wsgi asks for',
    fault: 'A symbol of Apache is missing',
    severity: 'broken',
    plain: 'Apache does not start, because mod_wsgi was built for another Apache.',
    why: 'Names that begin with `ap_` or `apr_` live in the `httpd` program and its APR. Where one is missing at the start, the module was compiled with the headers of another generation. In `ldd -r` alone they are always missing.',
    docs: ['user-guides/installation-from-pypi', 'requirements#apache-http-server'],
    shows: /undefined symbol: \W*((?:ap|apr|unixd)_\w+)/,
    unless: imports,
    like: '/etc/httpd/modules/mod_wsgi.so: undefined symbol: ap_get_scoreboard_worker_from_indexes',
    says: ({ text }) => {
      const old = oldApache(text)
      return `This Apache does not have {name}. ${old === undefined ? 'Either side may be the older one.' : old === 'server' ? 'The name came with Apache 2.4: this Apache is older, and the module was built for 2.4.' : 'The name is one of Apache 2.2, gone in 2.4: the module is older than this Apache.'}`
    },
    fix: ({ text }) => (oldApache(text) === 'server' ? 'Load the module into an Apache 2.4, or build a release for 2.2 (mod_wsgi 5 at most) with the `apxs` of this one.' : rebuild),
    verify: tested,
    because: ['apxs-version', 'httpd-root-vs-apxs'],
    atStart: true,
    next: ['httpd-V'],
  },
  'l07-newer-glibc': {
    title: 'The file was built for libraries as old as these',
    fault: 'The file was built on a newer system',
    severity: 'broken',
    plain: 'The module, or a package, was built on a newer system than this one.',
    why: 'Each symbol of the C and C++ library carries the release that brought it. The one that is asked for is newer than the library of this machine.',
    docs: [issues],
    shows: /version \W?((?:GLIBC|GLIBCXX|CXXABI)_[\w.]+)\W* not found|^((?:GLIBC|GLIBCXX|CXXABI)_[\w.]+)$/,
    also: ['ldd.missingVersion'],
    like: "/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.38' not found (required by /usr/lib/apache2/modules/mod_wsgi.so)",
    says: ({ text }) => {
      const [, kind, release] = /(GLIBC|GLIBCXX|CXXABI)_([\d.]+)/.exec(text) ?? []
      return `{name} names the release: ${kind === 'GLIBC' ? `it was built where the C library is ${release} or newer; \`ldd --version\` tells the one here` : 'it was built with a newer C++ library, or another one is loaded here'}.`
    },
    because: ['glibc-versions'],
    next: ['ldd'],
  },
  'l08-openssl-mixed': {
    title: 'One OpenSSL serves the whole process',
    fault: 'Two releases of OpenSSL meet in one process',
    severity: 'broken',
    plain: 'Apache and Python bring different versions of the same library, and only one can win.',
    why: 'Apache’s `mod_ssl` has loaded the system’s OpenSSL; Anaconda’s or another private Python was built with its own and now gets that of Apache.',
    docs: [conda],
    shows: /version \W?(OPENSSL_[\w.]+)\W* not found|undefined symbol: \W*(SSL_\w+)/,
    like: "/lib/x86_64-linux-gnu/libssl.so.3: version `OPENSSL_3.2.0' not found (required by /opt/conda/lib/python3.12/lib-dynload/_ssl.cpython-312-x86_64-linux-gnu.so)",
    says: 'The OpenSSL that was loaded first does not have {name}.',
    fix: 'Build mod_wsgi with the system’s Python instead of Anaconda’s, or run the application in an Apache of its own without `mod_ssl`, behind this one.',
    verify: 'After `{fresh}`, the log shows no such line.',
    because: ['conda-mix', 'glibc-versions'],
    next: ['ldd', 'diagnostic'],
  },
  'l09-word-size': {
    title: 'All files have the same word size',
    fault: '32-bit and 64-bit files are mixed',
    severity: 'broken',
    plain: 'Apache does not start, because a file was made for another kind of processor mode.',
    why: 'A 64-bit program can load 64-bit libraries only, and a 32-bit program 32-bit ones.',
    docs: [issues],
    shows: /wrong ELF class: ELFCLASS(32|64)/,
    unless: imports,
    like: '/usr/lib/apache2/modules/mod_wsgi.so: wrong ELF class: ELFCLASS32',
    says: ({ text }) => (text.includes('ELFCLASS32') ? 'The file has 32 bits, Apache has 64.' : 'The file has 64 bits, Apache has 32.'),
    fix: 'Install or build mod_wsgi, and the Python that it uses, with the word size that `{httpd} -V` shows as `Architecture`.',
    verify: tested,
    because: ['arch-consistency'],
    atStart: true,
    next: ['httpd-V'],
  },
  'l10-no-library-file': {
    title: 'The module is a library of this system',
    fault: 'The file is no library of this system',
    severity: 'broken',
    plain: 'Apache does not start, because the file that it should load is damaged or something else.',
    why: 'Its first bytes are not those of a library for this system: it comes from another system, is a text, or was cut short when it was copied.',
    docs: [loadModule],
    shows: /: (?:invalid ELF header|file too short)/,
    name: file,
    unless: imports,
    like: '/usr/lib/apache2/modules/mod_wsgi.so: invalid ELF header',
    says: ({ text }) => (text.includes('too short') ? 'The file {name} ends too early.' : 'The file {name} is no ELF file.'),
    fix: 'Copy it again, or build it on this machine. `file -L FILE` says what it is.',
    verify: tested,
    because: ['platform-consistency'],
    atStart: true,
    next: ['ldd', 'otool', 'config'],
  },
}

export const rules = signatures(rows)
