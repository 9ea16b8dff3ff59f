import type { Meaning } from '../../core/prose.ts'

const issues = 'user-guides/installation-issues'

const isPython = (name: string) => /libpython|Python/.test(name)

export function notFoundMeaning(name: string): Meaning {
  if (!isPython(name)) return { says: `The loader finds no \`${name}\`, so Apache cannot load the file.` }
  return {
    says: `The loader does not find \`${name}\`, so Apache cannot load mod_wsgi in this environment.`,
    more: 'The library exists where Python was installed, in a directory that is not searched. Ways out: build mod_wsgi with `LD_RUN_PATH` set to that directory, add the directory to the loader’s configuration and run `ldconfig`, or name the library in a `LoadFile` line.',
    docs: [`${issues}#unable-to-find-python-shared-library`],
  }
}

export function symbolMeaning(name: string): Meaning {
  if (/^(?:ap_|apr_|core_module$|unixd_|ap$)/.test(name)) return { says: `\`${name}\` lives in the \`httpd\` program and is there once Apache loads the module. Expected in this listing.` }
  if (/^_?Py/.test(name)) return { says: `\`${name}\` belongs to the Python library, and no library in this list has it.`, more: 'It is normal only where `httpd` gets the Python library from elsewhere, by `LoadFile` for example.', docs: [issues] }
  return { says: `No library in this list has \`${name}\`.`, docs: [issues] }
}

/** Sizes as observed: dynamically linked 0.25 to 1.7 MB, with a static Python 8 MB and more. */
export function sizeMeaning(bytes: number): Meaning {
  const size = bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.round(bytes / 1000)} kB`
  return {
    says: bytes >= 4e6 ? `${size}: so large only where the whole of Python is inside the file.` : `${size}: the usual size of a module that takes Python from a shared library.`,
    guide: 'The guide says “well under 1MB”. A module of mod_wsgi 6 built from source is about 1.6 MB, because it keeps its symbols; only the missing Python line tells a static Python.',
  }
}

export function fileTypeMeaning(text: string): Meaning {
  if (/^ELF \d\d-bit/.test(text)) return { says: `A ${/^ELF (\d\d)-bit/.exec(text)?.[1]}-bit library for Linux or a BSD. The processor named here must be that of Apache.` }
  if (text.startsWith('Mach-O')) return { says: 'A library for macOS. The processor named here must be that of Apache: Apple Silicon is arm64, Intel is x86_64.' }
  if (text.startsWith('PE32')) return { says: 'A library for Windows. `PE32+` is 64-bit, `PE32` alone is 32-bit.' }
  if (text.startsWith('symbolic link')) return { says: 'A link. The file behind it is what Apache loads.' }
  return { says: 'This is no library at all, so Apache cannot load it as a module.' }
}

/** What a macOS path to Python tells of its origin. */
export function pythonPathMeaning(path: string): Meaning | undefined {
  if (!/[Pp]ython/.test(path)) return undefined
  if (path.startsWith('@rpath/Python3.framework')) return { says: 'The Python of Xcode or the command line tools, named relative to a search list. Apache cannot load it so.' }
  if (path.startsWith('@')) return { says: 'The Python library, named relative to a search list in the file. Where the list is missing, Apache cannot load it.' }
  if (/^\/(?:opt\/homebrew|usr\/local)\/(?:opt|Cellar)\//.test(path)) return { says: `The Python library of Homebrew${path.startsWith('/opt') ? ' for Apple Silicon' : ' for Intel'}.`, more: '`opt` is a link to the release in `Cellar`: both name the same.' }
  if (path.startsWith('/Library/Frameworks/Python.framework')) return { says: 'The Python library of the installer from python.org.' }
  if (path.startsWith('/System/Library/Frameworks/Python.framework')) return { says: 'The Python 2 that came with macOS up to 12.2. Newer systems do not have it.' }
  if (/Python3?\.framework/.test(path)) return { says: 'The Python library, as a framework.' }
  return /libpython/.test(path) ? { says: 'The Python library.' } : undefined
}
