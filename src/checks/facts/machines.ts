import { defineFact, type Fact, type Known } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { logged } from './log.ts'

/** For which machines something was built, as one line tells. Processors are empty where only the word size is told. */
export interface Machine {
  /** What is built so. */
  readonly of: 'Apache' | 'the module' | 'Python' | 'the file that was refused'
  readonly bits: readonly number[]
  readonly processors: readonly string[]
  readonly field: Field
  /** The words that tell it. */
  readonly text: string
}

const narrow = new Set(['x86', 'arm'])

/** arm64e is the arm64 of Apple’s own programs. */
const spellings: readonly (readonly [shows: RegExp, is: string])[] = [
  [/x86[-_]64|amd64/i, 'x86_64'], [/aarch64|arm64e?/i, 'arm64'], [/80386|i[3-6]86|\(Intel\)|ld-linux\.so\.2|linux-gate/i, 'x86'],
  [/ld64\.so\.2|ppc64le|64-bit PowerPC/i, 'ppc64le'], [/ld64\.so\.1|s390x|S\/390/i, 's390x'], [/riscv64|RISC-V/i, 'riscv64'], [/arm(?!64)/i, 'arm'],
]

const processorOf = (text: string) => spellings.find(([shows]) => shows.test(text))?.[1]

function machine(of: Machine['of'], field: Field, text: string, processors: readonly (string | undefined)[]): Machine[] {
  const known = processors.flatMap(one => one ?? [])
  return known.length ? [{ of, bits: [...new Set(known.map(one => (narrow.has(one) ? 32 : 64)))], processors: known, field, text }] : []
}

const sized = (of: Machine['of'], field: Field, text: string, bits: string | undefined): Machine[] => (bits === undefined ? [] : [{ of, bits: [Number(bits)], processors: [], field, text }])
const text = (field: Field) => String(field.value)

/** A file for several processors has a heading for each. */
function universal(known: Known): Machine[] {
  const headings = known.fields('otool', 'architecture')
  const [first] = headings
  return first ? machine('the module', first, headings.map(text).join(', '), headings.map(field => processorOf(text(field)))) : []
}

// mod_wsgi.so: Mach-O universal binary with 2 architectures: [x86_64:…] [arm64:…]
function fileType(field: Field): Machine[] {
  const words = text(field)
  const named = [...words.matchAll(/x86[-_]64|arm64e?|aarch64|Intel 80386|i386|ARM,|PowerPC|S\/390|RISC-V/g)].map(([name]) => processorOf(name))
  return named.length ? machine('the module', field, words, named) : sized('the module', field, words, /^ELF (32|64)-bit/.exec(words)?.[1])
}

/** What the lines tell of word sizes and processors; the program, the module, the library and Python must share one. */
export const machines = defineFact<readonly Machine[]>(['httpd-V', 'ldd', 'otool', 'diagnostic'], (known): Fact<readonly Machine[]> | undefined => {
  const fields = (output: string, key: string) => known.fields(output, key)
  const loaders = fields('ldd', 'loader')
  const value: readonly Machine[] = [
    ...fields('httpd-V', 'architecture').slice(-1).flatMap(field => sized('Apache', field, text(field), /^(32|64)/.exec(text(field))?.[1])),
    // Homebrew on Apple Silicon lies here, and nowhere else.
    ...fields('httpd-V', 'httpdRoot').filter(field => text(field).startsWith('/opt/homebrew/')).flatMap(field => machine('Apache', field, text(field), ['arm64'])),
    ...(loaders.length ? loaders : fields('ldd', 'kernel').filter(field => /gate/.test(text(field)))).slice(0, 1).flatMap(field => machine('the module', field, text(field), [processorOf(text(field).replace(/.*\//, ''))])),
    ...fields('ldd', 'fileType').slice(0, 1).flatMap(fileType),
    ...universal(known),
    // 3.12.1 (tags/v3.12.1:2305ca5, Dec  7 2023, 22:03:25) [MSC v.1937 64 bit (AMD64)]
    ...fields('diagnostic', 'versionText').slice(-1).flatMap(field => machine('Python', field, /\d\d bit \([^)]*\)/.exec(text(field))?.[0] ?? '', [processorOf(/\[MSC .*?(\d\d bit \([^)]*\))/.exec(text(field))?.[1] ?? '')])),
    // /usr/lib/apache2/modules/mod_wsgi.so: wrong ELF class: ELFCLASS32
    ...logged(known, 'loadReason').slice(0, 1).flatMap(field => sized('the file that was refused', field, /ELFCLASS\d\d/.exec(text(field))?.[0] ?? '', /wrong ELF class: ELFCLASS(32|64)/.exec(text(field))?.[1])),
  ]
  return value.length ? { value, evidence: value.map(one => one.field) } : undefined
})

const apart = <T>(a: readonly T[], b: readonly T[]) => a.length > 0 && b.length > 0 && !a.some(one => b.includes(one))

export const exclude = (a: Machine, b: Machine) => apart(a.bits, b.bits) || apart(a.processors, b.processors)
