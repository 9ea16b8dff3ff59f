import { createContext, useContext } from 'react'
import type { Platform } from '../checks/platform/platforms.ts'
import type { Section } from '../core/output.ts'
import type { Report } from '../core/report.ts'
import type { Paste } from '../core/source.ts'
import { compare, olderState, type Comparison } from '../exports/compare.ts'
import { findingsOf, flat, type Found } from '../exports/findings.ts'
import type { Pasted } from '../state/case.ts'
import { glance, type SummaryRow } from '../summary/index.ts'

/** Everything that the views draw, made once for a change of the texts. */
export interface Derived {
  readonly report: Report
  readonly pastes: readonly Pasted[]
  readonly findings: readonly Found[]
  readonly rows: readonly SummaryRow[]
  readonly recognised: Platform | undefined
  /** Chosen, else recognised. */
  readonly platform: Platform | undefined
  findingsAt(paste: string, line: number): readonly Found[]
  /** What changed since the older state, where there is one, and what that is called. */
  readonly compared: Compared | undefined
}

export interface Compared {
  readonly name: string
  readonly comparison: Comparison
}

/** The older state is what the person gave for it, else the first of what was pasted twice. */
function comparedWith(report: Report, before: { readonly name: string; readonly report: Report } | undefined): Compared | undefined {
  if (before) return { name: before.name, comparison: compare(before.report, report) }
  const older = olderState(report)
  return older && { name: 'the older of the outputs that were pasted twice', comparison: compare(older, report) }
}

export function derive(report: Report, pastes: readonly Pasted[], chosen: Platform | undefined, before?: { readonly name: string; readonly report: Report }): Derived {
  const findings = report.pastes.length ? findingsOf(report) : []
  const rows = report.pastes.length ? glance(report) : []
  const recognised = rows.find((row): row is SummaryRow<'platform'> => row.key === 'platform')?.value
  const places = new Map<string, Set<Found>>()
  for (const found of flat(findings)) {
    for (const { paste, line } of found.finding.evidence) {
      const place = `${paste.id}/${line}`
      places.set(place, (places.get(place) ?? new Set()).add(found))
    }
  }
  let compared: { readonly with: Compared | undefined } | undefined
  return {
    report, pastes, findings, rows, recognised,
    // Judges the older state, so it is made for the views that show it.
    get compared() {
      compared ??= { with: comparedWith(report, before) }
      return compared.with
    },
    platform: chosen ?? recognised,
    findingsAt: (paste, line) => [...(places.get(`${paste}/${line}`) ?? [])],
  }
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

let times: Intl.DateTimeFormat | undefined

/** Each line of a report says it; a browser takes longer to make the format than to draw the line. */
function clock(when: number): string {
  times ??= new Intl.DateTimeFormat([], { hour: '2-digit', minute: '2-digit' })
  return times.format(when)
}

/** What a paste is called: its file, or the time at which it was pasted. */
export const nameOf = ({ name, when }: Pasted) => (name === undefined ? `your paste of ${clock(when)}` : `the file ${name}`)

export const nameIn = ({ pastes }: Derived, { id }: Paste) => {
  const pasted = pastes.find(one => one.id === id)
  return pasted ? nameOf(pasted) : id
}
