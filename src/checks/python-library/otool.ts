import { defineOutput } from '../../core/output.ts'
import { programMissing } from '../failure.ts'
import { anotherFile } from './another-file.ts'
import { libraryMeaning } from './libraries.ts'
import { pythonPathMeaning } from './meanings.ts'

/** `otool -L mod_wsgi.so` on macOS, with and without the file's own line, for one or several architectures. */
export const otool = defineOutput<{ file: string; architecture: string; library: string; current: string; rpath: string; unusable: string; failure: string }>({
  id: 'otool',
  title: '`otool -L mod_wsgi.so`',
  command: /(?:^|[\s/])(?:xcrun\s+)?otool\s/,
  beside: anotherFile('otool'),
  lead: /^\S.*\.(?:so|dylib|bundle):$|^\S*mod_wsgi\S*:$/,
  breaks: { when: /\(compatibility version [\d.]{1,20}, current/, at: /(?<=current version [\d.]{1,20}\)\s{1,9})(?=\S)|(?<=\s)(?=[/@]\S{1,300} \(compatibility version)/ },
  fields: {
    architecture: { label: 'Architecture', many: true, line: /^\S.*\(architecture (\w+)\):$/, meaning: ({ value }) => ({ says: `What follows is the part for ${value} processors. A file with several parts runs on each of them.` }) },
    file: { label: 'File', weak: true, line: /^(\S.*\.(?:so|dylib|bundle)|\S*mod_wsgi\S*):$/, whole: /./, meaning: () => ({ says: 'The file whose libraries follow.' }) },
    library: {
      // /opt/homebrew/…/Python.framework/Versions/3.12/Python (compatibility version 3.12.0, current version 3.12.10)
      label: 'Library', many: true,
      // name /opt/local/Library/Frameworks/Python.framework/Versions/3.12/Python (offset 24), of `otool -l`
      line: /^(\S.*?) \(compatibility version [\d.]+, current version [\d.]+(?:, \w+)?\)|^name ([@/]\S.*?) \(offset \d+\)/,
      read: match => match[1] ?? match[2],
      open: /^[@/]\S*(?: \(.*)?$/,
      meaning: ({ value }) => pythonPathMeaning(value) ?? libraryMeaning(value) ?? { says: 'A library that is no part of mod_wsgi’s usual ones.' },
    },
    current: { label: 'Version of the library', many: true, line: /\(compatibility version [\d.]+, current version ([\d.]+)(?:, \w+)?\)/, meaning: () => ({ says: 'The release of the library when the module was linked. Homebrew’s Python writes its full version here.' }) },
    rpath: { label: 'Search path in the file', many: true, line: /^path (\S.*) \(offset \d+\)/, meaning: () => ({ says: 'A directory in which `@rpath` libraries are looked for.' }) },
    unusable: { label: 'No listing', many: true, line: /^(error: .*otool: .*|.*otool: (?:can't open file|error).*|.*: is not an object file|xcode-select: .*|xcrun: error: .*)/, meaning: ({ value }) => ({ says: /xc/.test(value) ? 'Apple’s command line tools are not installed: `xcode-select --install` brings `otool`.' : 'The file could not be opened, or is no library. Ask about the file that the `LoadModule wsgi_module` line names.' }) },
    failure: programMissing('otool', '`otool` belongs to macOS; on Linux and FreeBSD the command is `ldd`.'),
  },
  known: [{ label: 'frame', weak: true, line: /^(?:Load command \d+|(?:cmd|cmdsize|time stamp|current version|compatibility version) \S)/, says: 'A line of the tool’s long form.' }],
  extent: ({ has }) => (has('library') ? 'whole' : has('unusable') || has('failure') ? 'failed' : 'cut'),
})
