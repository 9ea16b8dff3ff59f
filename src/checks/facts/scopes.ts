import { conditionsOf, type Container, type Directive, type Text } from './config-texts.ts'
import { isBelow } from './paths.ts'

/** What is asked about: the address of a mount and the file behind it. */
export interface Target {
  readonly path: string
  /** Undefined where the file depends on the address. */
  readonly script: string | undefined
  readonly host: Container | undefined
  /** Where it is written. */
  readonly alias: Directive
}

export type Covers = 'yes' | 'no' | 'open'

/** The virtual host in which something stands. */
export const hostOf = (within: readonly Container[]) => within.find(({ name }) => name === 'virtualhost')

/** Patterns and variables are left to Apache. */
const isPattern = (argument: string) => /^~|[*?[\]]|\$\{|%\{/.test(argument)

function coversDirectory(argument: string, { script }: Target): Covers {
  if (argument === '/') return 'yes'
  if (script === undefined || isPattern(argument) || /\$\{/.test(script)) return 'open'
  return isBelow(script, argument) ? 'yes' : 'no'
}

function coversLocation(argument: string, { path }: Target): Covers {
  if (isPattern(argument)) return 'open'
  const plain = argument.replace(/\/+$/, '')
  if (plain === '' || path === plain || path.startsWith(`${plain}/`)) return argument.endsWith('/') && plain === path ? 'open' : 'yes'
  return 'no'
}

function coversFile(argument: string, { script }: Target): Covers {
  if (script === undefined || isPattern(argument)) return 'open'
  return script.split(/[\\/]/).at(-1) === argument ? 'yes' : 'no'
}

/** Whether a container holds for the request of a mount. Conditions are judged elsewhere. */
function covers(container: Container, target: Target): Covers {
  const { name, argument } = container
  if (name === 'virtualhost') return container === target.host ? 'yes' : 'no'
  if (name === 'directory') return coversDirectory(argument, target)
  if (name === 'location') return coversLocation(argument, target)
  if (name === 'files') return coversFile(argument, target)
  if (name.startsWith('proxy')) return 'no'
  // `<If …>` is asked for each request; the other conditions are told by holdsFor.
  return /^(?:require|if(?:define|module|version|file)$|macro$|wsgiinterp)/.test(name) ? 'yes' : 'open'
}

/** mod_wsgi's own lines count for nothing where it is not loaded, so its presence is no condition. */
export const isOwnCondition = ({ name, argument }: Container) => name === 'ifmodule' && /^(?:mod_wsgi\.c|wsgi_module)$/i.test(argument)

interface Placed {
  readonly line: Directive
  readonly order: number
}

const byHost = new WeakMap<readonly Directive[], Map<Container | undefined, Placed[]>>()

function sortedByHost(lines: readonly Directive[]): Map<Container | undefined, Placed[]> {
  const before = byHost.get(lines)
  if (before) return before
  const sorted = new Map<Container | undefined, Placed[]>()
  for (const [order, line] of lines.entries()) {
    const host = hostOf(line.within)
    const same = sorted.get(host)
    if (same) same.push({ line, order })
    else sorted.set(host, [{ line, order }])
  }
  byHost.set(lines, sorted)
  return sorted
}

/** Of lines with one directive those that can be in force in a virtual host: its own and those outside of all, in their order. A server may have hundreds of hosts. */
export function around(lines: readonly Directive[], host: Container | undefined): readonly Directive[] {
  const sorted = sortedByHost(lines)
  return [...(sorted.get(undefined) ?? []), ...(host ? (sorted.get(host) ?? []) : [])].toSorted((a, b) => a.order - b.order).map(({ line }) => line)
}

/** Whether a line is in force for a mount: conditions that enclose both do not matter. */
export function holdsFor({ within }: Directive, target: Target): Covers {
  let open = false
  // From the outside in: most lines are of another virtual host, which is quickly told.
  for (const one of within) {
    const answer = covers(one, target)
    if (answer === 'no') return 'no'
    open ||= answer === 'open'
  }
  open ||= conditionsOf({ within }).some(one => !isOwnCondition(one) && !target.alias.within.includes(one))
  return open ? 'open' : 'yes'
}

/** Later ones go before earlier ones: the server, the virtual host, directories from short to long, files, addresses; those of the virtual host after the others. */
function rankOf({ within }: Directive, order: number): readonly number[] {
  const inner = within.filter(({ name }) => /^(?:directory|location|files)/.test(name))
  const host = hostOf(within) ? 1 : 0
  const directories = inner.filter(({ name }) => name.startsWith('directory'))
  const kind = inner.some(({ name }) => name.startsWith('location')) ? 3 : inner.some(({ name }) => name.startsWith('files')) ? 2 : directories.length ? 1 : 0
  // A shorter directory comes first whichever host it is written for.
  const length = kind === 1 ? (directories.at(-1)?.argument.replace(/\/+$/, '').length ?? 0) : 0
  return [kind, length, host, order]
}

const after = (a: readonly number[], b: readonly number[]) => {
  const at = a.findIndex((part, i) => part !== b[i])
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0)
}

export interface Effective {
  /** The line that counts; undefined where none does. */
  readonly line: Directive | undefined
  /** A line that may count in its place. */
  readonly doubtful: Directive | undefined
}

/** The line that counts for a mount, of all lines with this directive. */
export function effective(lines: readonly Directive[], target: Target): Effective {
  const ranked = around(lines, target.host).flatMap((line, order) => {
    const holds = holdsFor(line, target)
    return holds === 'no' ? [] : [{ line, rank: rankOf(line, order), holds }]
  })
  const best = ranked.filter(({ holds }) => holds === 'yes').reduce<(typeof ranked)[number] | undefined>((one, next) => (one && after(one.rank, next.rank) ? one : next), undefined)
  const doubtful = ranked.find(({ holds, line, rank }) => holds === 'open' && (!best || after(rank, best.rank)) && line.words[0] !== best?.line.words[0])
  return { line: best?.line, doubtful: doubtful?.line }
}

/** Where a text without any virtual host comes from, it does not tell: several values at its top are then of several places. */
export const isAmbiguous = (lines: readonly Directive[], texts: readonly Text[]): boolean =>
  texts.some(text => {
    if (text.containers.some(({ name }) => name === 'virtualhost')) return false
    const top = text.directives.filter(one => lines.includes(one) && !one.within.length)
    return new Set(top.map(one => one.words[0])).size > 1
  })
