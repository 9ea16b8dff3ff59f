import type { Output } from '../core/output.ts'
import type { DocsLink, Prose } from '../core/prose.ts'
import { placesOn, type OwnPlaces } from './platform/places.ts'
import type { Platform } from './platform/platforms.ts'

/** A command to run. `{httpd}`, `{apxs}`, `{module}`, `{log}`, `{conf}` and `{python}` stand for what the platform calls them. */
export interface Command {
  /** The output that it prints. */
  readonly output: string
  readonly gives: Prose
  readonly run: string
  /** Wordings of their own. */
  readonly on?: Readonly<Partial<Record<Platform, string>>>
  /** Platforms on which this cannot be asked, and why. */
  readonly notOn?: Readonly<Partial<Record<Platform, Prose>>>
}

/** What helps somebody through a check who has never made it, and those who help them. */
export interface Walk {
  /** What will come out, so that one knows it when one sees it. */
  readonly expect: Prose
  /** What the answer may look like, and what it means. */
  readonly answers: readonly { readonly see: Prose; readonly means: Prose }[]
}

/** One section of mod_wsgi's guide, and one tab of the page. */
export interface Check {
  readonly id: string
  readonly title: string
  readonly guide: DocsLink
  readonly why: Prose
  readonly commands: readonly Command[]
  readonly outputs: readonly Output[]
  /** Absent where the guided walk does not pass. */
  readonly walk?: Walk
}

/** The command's wording on a platform; undefined where it cannot be run there. */
export function commandOn(command: Command, platform: Platform = 'other', own?: OwnPlaces): string | undefined {
  if (command.notOn?.[platform] !== undefined) return undefined
  const places = placesOn(platform, own)
  return (command.on?.[platform] ?? command.run).replace(/\{(httpd|apxs|module|log|conf|python)\}/g, (_, name: keyof typeof places) => places[name])
}

/** One reason for several platforms. */
export const onNone = (platforms: readonly Platform[], why: Prose): Partial<Record<Platform, Prose>> => Object.fromEntries(platforms.map(platform => [platform, why]))
