import { defineOutput, type Extent } from '../../core/output.ts'
import { programMissing } from '../failure.ts'
import { anotherFile } from './another-file.ts'
import { libraryMeaning } from './libraries.ts'
import { fileTypeMeaning, notFoundMeaning, sizeMeaning, symbolMeaning } from './meanings.ts'

const library = (name: string) => libraryMeaning(name) ?? { says: `\`${name}\` is no library that we know in a \`mod_wsgi.so\`. It may be wanted by another one.` }

/** `ldd mod_wsgi.so` of glibc, musl and FreeBSD, and what else people ask of the file: `ls -l`, `file`, `readelf -d`, `objdump -p`. */
export const ldd = defineOutput<{
  file: string; kernel: string; library: string; resolved: string; notFound: string; loader: string; absolute: string
  undefinedSymbol: string; missingVersion: string; unusable: string; failure: string
  size: number; link: string; fileType: string; needed: string; runpath: string
}>({
  id: 'ldd',
  title: '`ldd mod_wsgi.so`',
  command: /(?:^|[\s/])(?:ldd|readelf|objdump|file|ls)\s.*(?:mod_wsgi|\.so)|(?:^|[\s/])ldd\s/,
  beside: anotherFile('ldd|readelf|objdump'),
  lead: /^(?=\S+:$)\S*(?:\S\.so|mod_wsgi)/,
  breaks: { when: /\(0x[0-9a-f]{6,16}\)\s/, at: /(?<=(?:\(0x[0-9a-f]{6,16}\)|=> not found)\s{1,9})(?=\S)|(?<=\s)(?=linux-(?:vdso|gate)\.so\.1 )/ },
  fields: {
    file: { label: 'File', weak: true, line: /^(\S.{0,300}\.so\S{0,100}|\S{0,300}mod_wsgi\S{0,100}):$/, whole: /./, meaning: () => ({ says: 'The file whose libraries follow.' }) },
    kernel: { label: 'Kernel page', line: /^(linux-(?:vdso|gate)\.so\.1) (?:=>\s*)?\(0x[0-9a-f]+\)|^\[(vdso)\]/, meaning: () => library('linux-vdso.so.1') },
    library: {
      // libpython3.12.so.1.0 => /usr/local/lib/libpython3.12.so.1.0 (0x00002adebf94d000)
      label: 'Library', many: true, settled: true,
      line: /^(\S+) => \/\S.*? \(0x[0-9a-f]+\)/,
      open: /^\S{1,300}\.so\S{0,100} (?:=>|=)\s*\S*(?:\s+\(\w*)?$/,
      meaning: ({ value }) => library(value),
    },
    resolved: {
      label: 'Found at', many: true, settled: true,
      line: /^\S+ => (\/\S.*?) \(0x[0-9a-f]+\)/,
      meaning: ({ match }) => ({
        says: 'The file that the loader takes for this name, as this shell sees it.',
        more: `\`${/\(0x[0-9a-f]+\)/.exec(match.input)?.[0] ?? '(0x…)'}\` is the address at which it was mapped for this listing. It differs from run to run and means nothing here.`,
      }),
    },
    notFound: { label: 'Not found', many: true, settled: true, whole: /./, line: /^(\S+) => not found\b|^Error loading shared library (\S+): No such file|["'(](lib[\w.+-]{1,60}\.so[\w.]{0,20}) => not found\b/, read: match => match[1] ?? match[2] ?? match[3], meaning: ({ value }) => notFoundMeaning(value) },
    loader: { label: 'Loader', line: /^(\/\S+\/ld[-\w.]*\.so\.\d+)(?: => \S+)? \(0x[0-9a-f]+\)/, meaning: ({ value }) => library(value.replace(/.*\//, '')) },
    absolute: { label: 'Library by its path', many: true, settled: true, line: /^(\/(?!\S*\/ld[-\w.]*\.so\.\d)\S+\.so\S*) \(0x[0-9a-f]+\)/, meaning: () => ({ says: 'A library that is wanted by its full path instead of a name, so nothing is searched for.' }) },
    undefinedSymbol: { label: 'Undefined symbol', many: true, line: /^undefined symbol: (\S+)\s+\(|^Error relocating \S+: (\S+): symbol not found/, read: match => match[1] ?? match[2], meaning: ({ value }) => symbolMeaning(value) },
    missingVersion: { label: 'Version not found', many: true, line: /^(?!.*(?:\bCannot load |\b[A-Z]\w*Error: )).*version ['"]?([A-Z][A-Za-z]*_[\w.]+)['"]? not found \(required by/, meaning: ({ value }) => ({ says: `The file was built on a system with a newer or another library: \`${value}\` is missing here.`, more: 'Build `mod_wsgi` on this machine. `GLIBCXX` and `OPENSSL` versions point to a mix with Anaconda’s or other private libraries.', docs: ['user-guides/installation-issues'] }) },
    unusable: {
      label: 'No listing', many: true, whole: /./,
      line: /^(ldd: .*(?:No such file or directory|not regular file|cannot read|exited with).*|not a dynamic executable|statically linked|(?:readelf|objdump): .*(?:Not an ELF file|No such file).*|There is no dynamic section in this file\.?|ls: (?:cannot access|\S+:).*mod_wsgi.*No such file.*)/,
      meaning: ({ value }) => ({
        says: /dynamic|static|ELF/.test(value) ? 'This file is no shared library for this processor: a script, a text, or a file for another one.' : 'There is no such file, or it is none that can be examined.',
        more: 'Ask about the file that the `LoadModule wsgi_module` line names. A relative path there counts from `ServerRoot`.',
      }),
    },
    failure: programMissing('ldd|readelf|objdump', '`ldd` belongs to Linux and FreeBSD; on macOS the command is `otool -L`.'),
    size: { label: 'Size', line: /^-[rwxsStT-]{9}[.+@]?\s+\d+\s+\S+\s+\S+\s+(\d+)\s+\S.*mod_wsgi\S*$/, read: match => Number(match[1]), many: true, meaning: ({ value }) => sizeMeaning(value) },
    link: { label: 'Link', many: true, line: /^l[rwxsStT-]{9}[.+@]?\s+\d+\s+\S+\s+\S+\s+\d+\s+\S.*mod_wsgi\S* -> (\S+)/, meaning: () => ({ says: 'The name is a link; this is the file behind it.' }) },
    fileType: { label: 'Kind of file', many: true, line: /^\S*mod_wsgi\S*:\s+((?:ELF|Mach-O|PE32|setuid ELF|symbolic link|ASCII|data|POSIX|libtool)\b.*)$/, meaning: ({ value }) => fileTypeMeaning(value) },
    needed: { label: 'Wanted library', many: true, line: /\(NEEDED\)\s+Shared library: \[([^\]]+)\]|^NEEDED\s+(\S+)/, read: match => match[1] ?? match[2], meaning: ({ value }) => library(value) },
    runpath: { label: 'Search path in the file', many: true, line: /\((?:RUNPATH|RPATH)\)\s+Library r(?:un)?path: \[([^\]]*)\]|^(?:RUNPATH|RPATH)\s+(\S+)/, read: match => match[1] ?? match[2], meaning: () => ({ says: 'Directories that are written into the file and searched for its libraries. `LD_LIBRARY_PATH` comes before `RUNPATH`.', docs: ['user-guides/installation-issues'] }) },
  },
  known: [{ label: 'frame', weak: true, line: /^(?:Version information:|Dynamic [Ss]ection|Tag\s+Type|total \d+)/, says: 'A heading of the tool.' }],
  extent: ({ has, value }): Extent => {
    // musl and FreeBSD list no page of the kernel; their C library comes last.
    const other = value('library', 'libc.so.7') || ['x86_64', 'aarch64', 'i386', 'armhf', 'armv7', 'ppc64le', 's390x', 'riscv64'].some(cpu => value('library', `libc.musl-${cpu}.so.1`))
    if (other || (has('kernel') && has('loader'))) return 'whole'
    // Some kernels give no such page: with the loader at its end the list may be all.
    if (has('loader') && (has('library') || has('notFound'))) return 'part'
    if (has('library') || has('notFound') || has('loader') || has('kernel')) return 'cut'
    return has('size') || has('link') || has('fileType') || has('needed') || has('runpath') ? 'part' : 'failed'
  },
})
