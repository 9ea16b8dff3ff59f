import type { Platform } from '../checks/platform/platforms.ts'
import type { Report } from '../core/report.ts'
import type { Field } from '../core/output.ts'
import { rows } from './rows.ts'

/** The "at a glance" values; a key is absent where the value is not known. */
export interface Summary {
  readonly platform?: Platform
  readonly serverVersion?: string
  readonly serverBanner?: string
  readonly mpm?: string
  readonly threaded?: boolean
  readonly forked?: boolean
  readonly architecture?: string
  readonly aprLoaded?: string
  readonly aprUtilLoaded?: string
  readonly pcreLoaded?: string
  readonly aprCompiled?: string
  readonly aprUtilCompiled?: string
  readonly pcreCompiled?: string
  readonly httpdRoot?: string
  readonly configFile?: string
  readonly defines?: number
  readonly configurePrefix?: string
  readonly installBuildDir?: string
  readonly compiledModules?: readonly string[]
  readonly loadedModules?: readonly string[]
  readonly wsgiLoaded?: boolean
  readonly mutexDefault?: string
  readonly mutexMechanisms?: readonly string[]
  readonly acceptMutexMechanisms?: readonly string[]
  readonly libpython?: string
  readonly libpythonPath?: string
  readonly librariesNotFound?: readonly string[]
  readonly pythonStatic?: boolean
  readonly pythonVersion?: string
  readonly pythonPrefix?: string
  readonly pythonPath?: readonly string[]
  readonly virtualEnvironment?: boolean
  readonly mode?: 'embedded' | 'daemon'
  readonly processGroup?: string
  readonly applicationGroup?: string
  readonly multithread?: boolean
  readonly multiprocess?: boolean
  readonly modWsgiVersion?: string
}

export type SummaryKey = keyof Summary

/** One value of the summary with its name for people and the fields that it rests on. */
export interface SummaryRow<K extends SummaryKey = SummaryKey> {
  readonly key: K
  readonly label: string
  readonly value: NonNullable<Summary[K]>
  readonly evidence: readonly Field[]
}

/** The summary with its evidence, in the order in which it is read. */
export function glance(report: Report): readonly SummaryRow[] {
  return rows.flatMap(({ key, label, find }) => {
    const found = find(report.known)
    return found ? [{ key, label, value: found.value, evidence: found.evidence }] : []
  })
}

/** The bare values, for exports. */
export function summarise(report: Report): Summary {
  return Object.fromEntries(glance(report).map(row => [row.key, row.value]))
}
