import type { Check } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import type { Severity } from '../core/rule.ts'
import { countedFindings, flat, severities, type Found } from '../exports/findings.ts'
import { grouped, many } from '../core/say.ts'
import { isOpenEnded, nothingRecognised } from '../exports/titles.ts'
import { isBlank } from '../state/case.ts'
import { linesRead, sectionsOf, type Derived } from './derived.ts'

export interface CheckState {
  readonly words: string
  readonly mark: 'none' | 'unknown' | 'fine' | Severity
}

export const worst = (found: readonly Found[]): Severity | undefined => severities.find(severity => found.some(one => one.finding.severity === severity))

/** What a tab says of its check. */
export function stateOf({ report, pastes, findings }: Derived, check: Check): CheckState {
  const sections = sectionsOf(report, check.id)
  if (!sections.length) {
    const given = pastes.filter(pasted => pasted.check === check.id && !isBlank(pasted))
    if (!given.length) return { words: 'not yet pasted', mark: 'none' }
    const elsewhere = given.every(({ id }) => report.sections.some(({ paste }) => paste.id === id))
    return { words: elsewhere ? 'pasted, read elsewhere' : 'pasted, not recognised', mark: 'unknown' }
  }
  const { read, all } = linesRead(sections)
  const found = flat(findings).filter(({ finding }) => finding.evidence.some(field => check.outputs.some(output => output.id === field.output)))
  const words = [
    read === all ? `${grouped(read)} read` : `${grouped(read)} of ${many(all, 'line')} read`,
    sections.some(({ extent }) => extent === 'cut') && 'cut off',
    sections.every(({ extent }) => extent === 'failed') && 'the command failed',
    found.length && many(found.length, 'finding'),
  ]
  return { words: words.filter(Boolean).join(', '), mark: worst(found) ?? (read < all ? 'unknown' : sections.every(isOpenEnded) ? 'none' : 'fine') }
}

/** One sentence for what was read: at the foot of the page, and announced. */
export function sentenceFor({ pastes, report, findings }: Derived): string {
  if (!pastes.length) return ''
  const read = checks.flatMap(({ id, title }) => {
    const sections = sectionsOf(report, id)
    return sections.length ? `${title} ${grouped(linesRead(sections).read)}` : []
  })
  return read.length ? `Findings: ${countedFindings(findings) || 'none'}. Lines read: ${read.join(', ')}.` : `${nothingRecognised}.`
}
