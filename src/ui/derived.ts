import { createContext, useContext } from 'react'
import type { OwnPlaces } from '../checks/platform/places.ts'
import type { Platform } from '../checks/platform/platforms.ts'
import { knownOf } from '../core/need.ts'
import type { Section } from '../core/output.ts'
import type { Report } from '../core/report.ts'
import type { Paste } from '../core/source.ts'
import type { Comparison } from '../exports/compare.ts'
import type { Found } from '../exports/findings.ts'
import type { Pasted } from '../state/case.ts'
import type { SummaryRow } from '../summary/index.ts'

/** Everything that the views draw, made once for a change of the texts. */
export interface Derived {
  readonly report: Report
  readonly pastes: readonly Pasted[]
  readonly findings: readonly Found[]
  readonly rows: readonly SummaryRow[]
  readonly recognised: Platform | undefined
  /** Chosen, else recognised. */
  readonly platform: Platform | undefined
  /** Where the Apache at hand is, if that is known better than by the platform. */
  readonly own: OwnPlaces | undefined
  findingsAt(paste: string, line: number): readonly Found[]
  /** What changed since the older state, where there is one, and what that is called. */
  readonly compared: Compared | undefined
}

export interface Compared {
  readonly name: string
  readonly comparison: Comparison
}

/** Before anything can be read. */
export const nothingDerived: Derived = {
  report: { pastes: [], sections: [], unread: [], outcomes: [], known: knownOf([]) },
  pastes: [], findings: [], rows: [], recognised: undefined, platform: undefined, own: undefined, compared: undefined,
  findingsAt: () => [],
}

export const DerivedContext = createContext<Derived | undefined>(undefined)

export function useDerived(): Derived {
  const derived = useContext(DerivedContext)
  if (!derived) throw new Error('Drawn outside of <DerivedContext>.')
  return derived
}

export const sectionsOf = (report: Report, check: string): readonly Section[] => report.sections.filter(section => section.check === check)

/** Lines of values that were read, and those among them that nothing understood. */
export function linesRead(sections: readonly Section[]): { readonly read: number; readonly all: number } {
  let read = 0
  let all = 0
  for (const { readings } of sections) {
    for (const { kind } of readings) {
      if (kind !== 'known') all++
      if (kind === 'fields') read++
    }
  }
  return { read, all }
}

/** The first line that is not blank, or the beginning of it. */
export const firstLine = (text: string) => /\S[^\n\r]{0,159}/.exec(text)?.[0] ?? ''

/** `14:05`, as logs write it: a browser takes longer to make the format of the person's own country than to draw the line that says it. */
const clock = (when: number) => new Date(when).toTimeString().slice(0, 5)

/** What a paste is called: its file, or the time at which it was pasted. */
export const nameOf = ({ name, when }: Pasted) => (name === undefined ? `your paste of ${clock(when)}` : `the file ${name}`)

export const nameIn = ({ pastes }: Derived, { id }: Paste) => {
  const pasted = pastes.find(one => one.id === id)
  return pasted ? nameOf(pasted) : id
}
