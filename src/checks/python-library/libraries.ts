/**
 * What the names in the lines of `ldd`, `otool -L` and `readelf -d` stand for. Where a Python on macOS comes from is in meanings.ts.
 * From ld.so(8), vdso(7), the release notes of glibc 2.34, cpython configure.ac, and mod_wsgi docs/user-guides.
 */

import type { Meaning, Prose } from '../../core/prose.ts'

const sharedLibrary = 'user-guides/checking-your-installation#python-shared-library'
const conflicts = 'user-guides/installation-issues#anaconda-python-conflicting-with-system-shared-libraries'
const python = [sharedLibrary, 'user-guides/installation-issues#unable-to-find-python-shared-library']

/** The letters behind the version in the name of the library. */
const flags: Readonly<Record<string, Prose>> = {
  m: 'The `m` is in names up to Python 3.7.',
  d: 'The `d` marks a debug build, in which packages compiled for a normal build may not load.',
  t: 'The `t` marks a free-threaded build, in which packages compiled for a normal build do not load.',
}

/** Loaders whose names do not tell the processor. */
const processors: Readonly<Record<string, string>> = { 'ld-linux.so.2': 'x86', 'ld-linux.so.3': 'armel', 'ld64.so.2': 'ppc64le', 'ld64.so.1': 's390x' }

const libpython = ([, version = '', letters = '', collection]: RegExpExecArray): Meaning => ({
  says: `The shared library of Python ${version}${collection === undefined ? '' : ' from a Red Hat software collection'}: the Python that runs inside Apache.`,
  more: [
    `\`mod_wsgi.so\` was built for Python ${version}, and only virtual environments and packages of ${version} work with it.`,
    ...[...letters].flatMap((letter) => flags[letter] ?? []),
  ].join(' '),
  docs: python,
})

const loader = ([file, musl, processor]: RegExpExecArray): Meaning => ({
  says: `The program that loads shared libraries; its name tells that this file is for \`${processor ?? processors[file] ?? file}\`.`,
  more: musl === undefined
    ? 'The `httpd` program and the Python library have to be for the same.'
    : 'musl is the C library of Alpine. Python packages built for glibc do not load there, and threads get little stack unless `stack-size` of `WSGIDaemonProcess` asks for more.',
  docs: [sharedLibrary],
})

const plain = (says: Prose, more: Prose, docs = [sharedLibrary]) => (): Meaning => ({ says, more, docs })
const comesWithPython = (what: Prose) => plain(what, 'It comes along with the Python library. No effect of its own on mod_wsgi.')
const system = (what: Prose) => plain(what, 'It is always expected here. No effect of its own on mod_wsgi.')

/** Matched against the last part of the name, or against all of it where the row has a slash. */
const rows: readonly (readonly [name: RegExp, means: (found: RegExpExecArray) => Meaning])[] = [
  [/^linux-(?:vdso|gate)\.so|^\[vdso\]/, system('A page of code that the kernel itself supplies; there is no such file.')],
  [/^ld(?:-linux|-(musl)|64)(?:-([\w-]+))?\.so\.\d$/, loader],

  [/^libpython3\.(?:so|dylib)$/, plain('A thin library that hands on to the library of the exact Python version.', 'mod_wsgi links to that one, so this line alone is suspicious.', python)],
  [/^libpython(\d\.\d+)([a-z]*)\.(?:so|dylib)(?:\.(?:\d|(rh-python|python))\S*)?$/, libpython],

  [/^lib(?:c\.(?:so|musl)|System\.)/, system('The C library of the system, on which every program rests.')],
  [/^lib(?:m|thr|md|socket)\.so/, system('A part of the C library.')],
  [/^lib(?:pthread|dl|util|rt)\.so/, plain('A part of the C library.', 'Since glibc 2.34 it is inside `libc.so.6`; on Linux this line points to an older system or build, which is fine.')],
  [/^libcrypt[.-]/, comesWithPython('The library that hashes login passwords.')],
  [/^lib(?:gcc_s|atomic)\b/, comesWithPython('Helper code of the compiler.')],
  [/^lib(?:stdc\+\+|c\+\+)/, plain('The library of the C++ language.', 'Not expected here. With an old copy, as in XAMPP, packages written in C++ may not load.', [sharedLibrary, conflicts])],
  [/^lib(?:z|bz2|lzma)\./, comesWithPython('A library for compression.')],
  [/^libexpat\./, plain('expat, which reads XML.', 'Debian and Ubuntu link Python to it. Apache uses it too; incompatible copies crash, but those of one distribution match.', [sharedLibrary, conflicts])],
  [/^lib(?:uuid|nsl|selinux|intl|iconv|readline|ncurses|tinfo|panel|edit|sqlite3|ffi)/, comesWithPython('A library of the system.')],
  [/^lib(?:crypto|ssl)\b/, plain('OpenSSL, for encryption.', 'Not expected here. When `mod_ssl` and Python use different copies, as with Conda, `import ssl` fails or Apache crashes.', [sharedLibrary, conflicts])],
  [/^libapr(?:util)?-\d\./, plain('A part of APR, the library below Apache.', 'Normally absent, as `httpd` brings it. If listed, it has to be the very file that `httpd` uses.')],
  [/^lib(?:jemalloc|tcmalloc|mimalloc)/, plain('A memory allocator in place of the system’s.', 'The whole process has to use it.')],
  [/^\/System\/Library\/|\/(?:CoreFoundation|SystemConfiguration)\.framework\/|\/libobjc\./, system('A part of macOS.')],
]

/** The first row that knows the name; a name that no row knows has no meaning. */
export const libraryMeaning = (name: string): Meaning | undefined => {
  const file = name.slice(name.lastIndexOf('/') + 1)
  for (const [form, means] of rows) {
    const found = form.exec(form.source.includes('/') ? name : file)
    if (found) return means(found)
  }
  return undefined
}
