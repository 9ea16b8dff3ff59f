import { fieldsIn, type Known } from '../../core/need.ts'
import type { Field, Output, Section } from '../../core/output.ts'

/** Kinds of system that exclude one another. `linux` alone: the C library cannot be told. */
export type Family = 'windows' | 'macos' | 'freebsd' | 'linux' | 'linux-glibc' | 'linux-musl'

export const familyNames: Readonly<Record<Family, string>> = {
  windows: 'Windows', macos: 'macOS', freebsd: 'FreeBSD', linux: 'Linux', 'linux-glibc': 'Linux with glibc', 'linux-musl': 'Linux with musl, as Alpine has it',
}

export interface Sign<T> {
  /** `output.key`; several outputs share some keys. */
  readonly of: readonly string[]
  readonly shows: RegExp
  readonly is: T
}

export interface Shown<T> {
  readonly is: T
  readonly field: Field
  /** The value, or of a list the item, that shows it. */
  readonly text: string
}

const roots = ['httpd-V.httpdRoot', 'httpd-V.configFile', 'apxs.installBuildDir', 'config-nice.prefix']
const words = ['httpd-V.platformWord', 'error-log.bannerPlatform']
const pythons = ['ldd.resolved', 'ldd.absolute', 'otool.library', 'diagnostic.prefix', 'diagnostic.basePrefix', 'diagnostic.path', 'sys-prefix.prefix', 'config.loadModule', 'config.loadFile', 'config.wsgiPythonHome']

/**
 * What proves a family. `/mnt/c/…` is a Linux path (WSL), `/usr/local` and `/home` are anyone’s, `(Unix)` is every own
 * build, and a compiler in `sys.version` proves nothing: Clang is on every system.
 */
const familySigns: readonly Sign<Family>[] = [
  { of: words, shows: /^Win(?:32|64)$/, is: 'windows' },
  { of: ['httpd-V.mpm'], shows: /^winnt$/, is: 'windows' },
  { of: ['httpd-M.module'], shows: /^(?:mpm_winnt|win32)_module$/, is: 'windows' },
  { of: [...roots, ...pythons], shows: /^(?:\w+_module\s+)?["']?[A-Za-z]:[\\/]/, is: 'windows' },
  { of: ['httpd-M.module'], shows: /^hfs_apple_module$/, is: 'macos' },
  { of: [...roots, ...pythons], shows: /^(?:\w+_module\s+)?["']?(?:\/opt\/homebrew\/|\/usr\/local\/(?:Cellar|Frameworks)\/|\/private\/|\/Library\/|\/System\/Library\/|\/Users\/|\/Applications\/)|\.framework\//, is: 'macos' },
  { of: ['otool.library'], shows: /^\/usr\/lib\/libSystem/, is: 'macos' },
  { of: words, shows: /FreeBSD/, is: 'freebsd' },
  { of: ['httpd-V.configFile'], shows: /^etc\/apache2\d\//, is: 'freebsd' },
  { of: ['ldd.loader', 'ldd.library'], shows: /ld-musl|libc\.musl/, is: 'linux-musl' },
  { of: ['ldd.loader'], shows: /\/ld-linux|\/ld64\.so/, is: 'linux-glibc' },
  { of: words, shows: /Debian|Ubuntu|Raspbian|Red Hat|CentOS|Rocky|AlmaLinux|Fedora|Amazon|Oracle Linux|SUSE|Gentoo/i, is: 'linux' },
  { of: ['apxs.installBuildDir'], shows: /^\/usr\/share\/apache2\/build$|^\/usr\/lib(?:64)?\/httpd\/build$/, is: 'linux' },
  { of: pythons, shows: /-linux-gnu|\/dist-packages(?:,|$)|^\/usr\/lib64\//, is: 'linux' },
  { of: ['ldd.kernel'], shows: /^linux-/, is: 'linux' },
]

/** The signs that an output may show, each with the keys to look at. */
const signsOf = <T>(signs: readonly Sign<T>[], { id }: Output) =>
  signs.flatMap(sign => {
    const keys = sign.of.filter(name => name.startsWith(`${id}.`)).map(name => name.slice(id.length + 1))
    return keys.length ? [{ sign, keys }] : []
  })

function firstIn<T>(section: Section, keys: readonly string[], { shows }: Sign<T>): Field | undefined {
  for (const key of keys) {
    const field = fieldsIn(section, key).find(({ value }) => shows.test(String(value)))
    if (field) return field
  }
  return undefined
}

/** Every sign that some section shows, each with the first line that shows it. */
export function shown<T>(signs: readonly Sign<T>[]): (known: Known) => readonly Shown<T>[] {
  const byOutput = new Map<Output, ReturnType<typeof signsOf<T>>>()
  const signsFor = (output: Output) => {
    const found = byOutput.get(output) ?? signsOf(signs, output)
    byOutput.set(output, found)
    return found
  }
  const showing = (section: Section) => signsFor(section.output).flatMap(({ sign, keys }) => {
    const field = firstIn(section, keys, sign)
    return field ? [{ is: sign.is, field, text: (Array.isArray(field.value) ? field.value.find(item => sign.shows.test(item)) : undefined) ?? String(field.value) }] : []
  })
  return known => known.once(signs, () => known.sections.flatMap(showing))
}

export const familiesShown = shown(familySigns)

/** The first pair of signs that cannot both be true of one machine. */
export function contradiction<T>(signs: readonly Shown<T>[], agree: (a: T, b: T) => boolean): readonly [Shown<T>, Shown<T>] | undefined {
  const kinds = new Map<T, Shown<T>>()
  for (const sign of signs) if (!kinds.has(sign.is)) kinds.set(sign.is, sign)
  for (const one of kinds.values()) {
    for (const other of kinds.values()) if (!agree(one.is, other.is)) return [one, other]
  }
  return undefined
}
