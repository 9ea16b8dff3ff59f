import { defineFact, type Fact, type Need } from '../../core/need.ts'
import { diagnostic } from '../diagnostic-script/diagnostic.ts'
import { libpython } from './libpython.ts'
import { minorOf } from './python.ts'

/** The last month with fixes from the Python project; a release that is not listed here is newer than this page. */
const lastMonths: Readonly<Record<string, string>> = {
  '2.7': '2020-01', '3.6': '2021-12', '3.7': '2023-06', '3.8': '2024-10', '3.9': '2025-10', '3.10': '2026-10',
  '3.11': '2027-10', '3.12': '2028-10', '3.13': '2029-10', '3.14': '2030-10',
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

export interface Support {
  readonly version: string
  readonly state: 'supported' | 'ending' | 'ended'
  /** `October 2025` */
  readonly until: string | undefined
}

const monthsOf = (year: number, month: number) => year * 12 + month - 1
const before = (version: string) => /^(?:2\.|3\.[0-5]$)/.test(version)

/** How long a Python, `3.9`, is still maintained on a day: `ending` in the last half year. */
export function supportOf(version: string, day: Date): Support {
  const last = Object.hasOwn(lastMonths, version) ? lastMonths[version] : undefined
  // Those older than the list ended before it begins.
  if (last === undefined) return { version, state: before(version) ? 'ended' : 'supported', until: undefined }
  const [year = 0, month = 1] = last.split('-').map(Number)
  const left = monthsOf(year, month) - monthsOf(day.getUTCFullYear(), day.getUTCMonth() + 1)
  return { version, state: left < 0 ? 'ended' : left < 6 ? 'ending' : 'supported', until: `${months[month - 1] ?? ''} ${year}` }
}

/** The Python that answered, else the one in the listing, and whether it is still maintained on the day that the clock shows. */
const supportBy = (clock: () => Date): Need<Fact<Support>> =>
  defineFact<Support>(['diagnostic', 'ldd', 'otool'], (known): Fact<Support> | undefined => {
    const running = diagnostic.fields.pythonVersion.get(known)
    const library = libpython.get(known)
    const version = running ? minorOf(running.value) : library?.value.version
    return version === undefined ? undefined : { value: supportOf(version, clock()), evidence: running ? [running] : (library?.evidence ?? []) }
  })

/** The one thing in the engine that is not found in the pastes is today’s date; a test gives a clock that stands. */
export const pythonSupport = supportBy(() => new Date())
