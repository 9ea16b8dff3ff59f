import { defineFact, type Fact } from '../../core/need.ts'
import { diagnostic } from '../diagnostic-script/diagnostic.ts'
import { normal } from './paths.ts'

/** The standard library's entry in `sys.path`. */
export interface Stdlib {
  readonly entry: string
  readonly base: string
  /** `3.12`; undefined on Windows, where the path does not tell. */
  readonly version: string | undefined
  readonly freeThreaded: boolean
}

function stdlibOf(entries: readonly string[]): Stdlib | undefined {
  // A directory that was put in front may look the same; the standard library has its compiled part beside it.
  const sure = entries.filter(entry => entries.includes(`${entry}/lib-dynload`))
  for (const entry of [...sure, ...entries]) {
    const unix = /^(.*)\/lib(?:64)?\/python(\d\.\d+)(t?)$/.exec(entry)
    if (unix) return { entry, base: unix[1] || '/', version: unix[2], freeThreaded: unix[3] === 't' }
    const windows = /^([A-Za-z]:\\.*)\\Lib$/i.exec(entry)
    if (windows) return { entry, base: windows[1] ?? '', version: undefined, freeThreaded: false }
  }
  return undefined
}

export const stdlib = defineFact<Stdlib>(['diagnostic'], (known): Fact<Stdlib> | undefined => {
  const path = diagnostic.fields.path.get(known)
  const found = path && stdlibOf(path.value)
  return found && { value: found, evidence: [path] }
})

/** The installation beneath: `sys.base_prefix`, else the root of the standard library in `sys.path`. */
export const basePrefix = defineFact<string>(['diagnostic'], (known): Fact<string> | undefined => {
  const told = diagnostic.fields.basePrefix.get(known)
  if (told) return { value: told.value, evidence: [told] }
  const found = stdlib.get(known)
  return found && { value: found.value.base, evidence: found.evidence }
})

/** A line that only a script that ran in the server prints. A dump of Python's path configuration in the log has `sys.prefix`, too. */
export const answered = defineFact<true>(['diagnostic'], (known): Fact<true> | undefined => {
  const { processGroup, applicationGroup, multithread, pythonVersion } = diagnostic.fields
  const line = processGroup.get(known) ?? applicationGroup.get(known) ?? multithread.get(known) ?? pythonVersion.get(known)
  return line && { value: true, evidence: [line] }
})

/** Whether the Python that runs was built without the GIL, as its version line says. */
export const freeThreadedBuild = defineFact<boolean>(['diagnostic'], (known): Fact<boolean> | undefined => {
  const text = diagnostic.fields.versionText.get(known)
  return text && { value: /free-threading build/.test(text.value), evidence: [text] }
})

/** Whether the server's Python is a virtual environment: `sys.prefix` differs from the installation beneath. */
export const virtualEnvironment = defineFact<boolean>(['diagnostic'], (known): Fact<boolean> | undefined => {
  const prefix = diagnostic.fields.prefix.get(known)
  const base = basePrefix.get(known)
  return prefix && base && { value: normal(prefix.value) !== normal(base.value), evidence: [prefix, ...base.evidence] }
})

export type Mode = 'embedded' | 'daemon'

export const mode = defineFact<Mode>(['diagnostic'], (known): Fact<Mode> | undefined => {
  const group = diagnostic.fields.processGroup.get(known)
  return group && { value: group.value === '' ? 'embedded' : 'daemon', evidence: [group] }
})

/** `3.12` of `3.12.1`. */
export const minorOf = (version: string) => /^\d+\.\d+/.exec(version)?.[0]
