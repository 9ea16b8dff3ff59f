import { defineFact, fieldsIn, type Fact, type Known } from '../../core/need.ts'
import type { Field, Section, Value } from '../../core/output.ts'
import type { Prose } from '../../core/prose.ts'
import { defaultName } from './application-group.ts'
import type { Expectations, Expected } from './expectation.ts'
import { mounts, type Mount } from './mounts.ts'
import { samePlace } from './paths.ts'

/** One line of the page: what it should say for a mount, and what it says. */
export interface Row {
  readonly key: keyof Expectations
  readonly label: string
  readonly expected: string | undefined
  readonly because: Prose
  readonly evidence: readonly Field[]
  /** What the page says, where the page is that of this mount. */
  readonly seen: Field | undefined
  readonly differs: boolean
}

export interface Prediction {
  readonly mount: Mount
  readonly rows: readonly Row[]
}

const last = (page: Section, key: string): Field | undefined => fieldsIn(page, key).at(-1)

const mountText = ({ path }: Mount) => (path === '/' ? '' : path)

/** The path that was asked for: `curl http://localhost/app`. */
const asked = (page: Section): string | undefined => /https?:\/\/[^\s/'"]+(\/[^\s'"?#]*)?/.exec(page.command ?? '')?.slice(1).map(path => path ?? '/')[0]

/** Of several mounts the one whose address is the longest beginning of a path; none where two share it. */
function reached(all: readonly Mount[], path: string): readonly Mount[] {
  const fitting = all.filter(mount => !mount.pattern && (path === mount.path || path.startsWith(`${mountText(mount)}/`)))
  const longest = Math.max(...fitting.map(mount => mount.path.length))
  return fitting.filter(mount => mount.path.length === longest)
}

const hostName = ({ host }: Mount) => host?.name?.words[0]?.replace(/:\d+$/, '').toLowerCase()

/** The mounts that the page comes from: one, or the same address in the virtual hosts of two ports. */
function mountsOf(page: Section, all: readonly Mount[]): readonly Mount[] {
  const group = last(page, 'applicationGroup')
  const name = group && defaultName(String(group.value))
  if (name) return all.filter(mount => mountText(mount) === name.mount && [undefined, name.host.toLowerCase()].includes(hostName(mount)))
  // mod_wsgi.script_name = '/app'
  const told = fieldsIn(page, 'extra').map(field => /^mod_wsgi\.script_name\s*=\s*'(.*)'/.exec(String(field.value))?.[1]).find(path => path !== undefined)
  const path = told ?? asked(page)
  if (path !== undefined) return reached(all, path || '/')
  const [only, ...more] = all
  if (only && !more.length && !only.text.includes && !only.text.filtered) return [only]
  const process = last(page, 'processGroup')
  return all.filter(({ expected }) => process && group && expected.processGroup.value === process.value && expected.applicationGroup.value === group.value)
}

/** Mounts of one address under one name count as one. */
const isOne = (found: readonly Mount[]) => new Set(found.map(mount => `${hostName(mount)} ${mount.path}`)).size === 1

const texts: readonly (readonly [key: keyof Expectations, label: string, field: string])[] = [
  ['processGroup', 'mod_wsgi.process_group', 'processGroup'], ['applicationGroup', 'mod_wsgi.application_group', 'applicationGroup'],
  ['multithread', 'wsgi.multithread', 'multithread'], ['multiprocess', 'wsgi.multiprocess', 'multiprocess'], ['prefix', 'sys.prefix', 'prefix'],
]

const python = (value: Value) => (typeof value === 'boolean' ? (value ? 'True' : 'False') : `'${String(value)}'`)

function isSame(key: keyof Expectations, expected: Value, seen: Value): boolean {
  if (expected === seen) return true
  if (key === 'prefix') return samePlace(String(expected), String(seen))
  const [one, other] = [defaultName(String(expected)), defaultName(String(seen))]
  // The port comes from the request.
  return key === 'applicationGroup' && one !== undefined && other !== undefined && one.host.toLowerCase() === other.host.toLowerCase() && one.mount === other.mount
}

function rowsOf(mount: Mount, page: Section | undefined): readonly Row[] {
  return texts.flatMap(([key, label, name]): Row[] => {
    const { value, because, evidence }: Expected<string | boolean> = mount.expected[key]
    const seen = page && last(page, name)
    return [{ key, label, expected: value === undefined ? undefined : python(value), because, evidence, seen, differs: value !== undefined && seen !== undefined && !isSame(key, value, seen.value) }]
  })
}

/** What the diagnostic page should say for each mount, beside what it says. */
export const predictions = defineFact<readonly Prediction[]>(['config', 'diagnostic'], (known: Known): Fact<readonly Prediction[]> | undefined => {
  const all = mounts.get(known)
  if (!all) return undefined
  const page = known.section('diagnostic')
  const found = page ? mountsOf(page, all.value) : []
  return { value: all.value.map(mount => ({ mount, rows: rowsOf(mount, isOne(found) && found.includes(mount) ? page : undefined) })), evidence: all.evidence }
})
