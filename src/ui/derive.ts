import { ownPlacesOn } from '../checks/platform/platform.ts'
import type { Platform } from '../checks/platform/platforms.ts'
import type { Report } from '../core/report.ts'
import { compare, olderState } from '../exports/compare.ts'
import { findingsOf, flat, type Found } from '../exports/findings.ts'
import type { Pasted } from '../state/case.ts'
import { glance, type SummaryRow } from '../summary/index.ts'
import type { Compared, Derived } from './derived.ts'

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
    own: ownPlacesOn(report.known, chosen ?? recognised),
    findingsAt: (paste, line) => [...(places.get(`${paste}/${line}`) ?? [])],
  }
}
