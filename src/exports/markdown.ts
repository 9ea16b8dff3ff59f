import { commandOn } from '../checks/check.ts'
import { docsTitle, docsUrl } from '../checks/docs.ts'
import { ownPlacesOn } from '../checks/platform/platform.ts'
import { isPlatform, platforms, type Platform } from '../checks/platform/platforms.ts'
import type { Report } from '../core/report.ts'
import { glance, type SummaryRow } from '../summary/index.ts'
import { findingsOf, type Found } from './findings.ts'
import { lineAround, linesOf, unreadInside, type Stretch } from './lines.ts'
import { capitalised, code, codeCell, collapsed, fenced, prose } from './markdown-text.ts'
import { stepsFor } from './next-steps.ts'
import { many } from '../core/say.ts'
import { checkTitle, extentWords, isKnownFailure, lineRange, nothingRecognised, outputTitle } from './titles.ts'
import { tool, versionInWords } from './tool.ts'

/** A list that is longer stands in full with its output. */
const most = 8

const list = (lines: readonly string[]) => [...new Set(lines)].map(line => `- ${line}`).join('\n')

function cell({ key, value }: SummaryRow): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return `${value}`
  if (typeof value === 'string') return key === 'platform' && isPlatform(value) ? platforms[value] : codeCell(value)
  const more = value.length > most ? ` and ${value.length - most} more` : ''
  return value.slice(0, most).map(codeCell).join(', ') + more || 'none'
}

function summaryText(rows: readonly SummaryRow[]): string {
  if (!rows.length) return `${nothingRecognised}, so nothing is known of this installation.`
  return ['| What | Value |', '| --- | --- |', ...rows.map(row => `| ${row.label} | ${cell(row)} |`)].join('\n')
}

function findingText(found: Found, root?: Found): readonly string[] {
  const { rule, beneath } = found
  const { severity, says, evidence, fix, verify } = found.finding
  return [
    `${root ? '####' : '###'} ${severity}: ${prose(rule.fault)}`,
    prose(says),
    list(evidence.map(field => `${prose(outputTitle(field.output))}, line ${field.line}: ${code(lineAround(field).line.trim())}`)),
    root ? `Follows from: ${prose(root.rule.fault)}.` : '',
    fix === undefined ? '' : `**To change:** ${prose(fix)}`,
    verify === undefined ? '' : `**To see that it worked:** ${prose(verify)}`,
    rule.docs.length ? `Read: ${rule.docs.map(link => `[${prose(docsTitle(link))}](${docsUrl(link)})`).join(', ')}` : '',
    ...beneath.flatMap(one => findingText(one, found)),
  ]
}

/** What could not be judged, and what to paste so that it can. */
function missingText(report: Report, platform: Platform | undefined): readonly string[] {
  const lacking = report.outcomes.flatMap(one => {
    if (one.kind !== 'could-not-run' || isKnownFailure(one.rule)) return []
    return prose(one.rule.title) + (one.lacks.length ? ` (for lack of ${one.lacks.map(id => prose(outputTitle(id))).join(', ')})` : '')
  })
  const steps = stepsFor(report, platform).flatMap(({ output, command }) => [
    `### ${capitalised(outputTitle(output))}`,
    `${capitalised(command.gives)}:`,
    fenced(commandOn(command, platform, ownPlacesOn(report.known, platform)) ?? ''),
  ])
  return [...(lacking.length ? ['## Could not be judged', list(lacking)] : []), ...(steps.length ? ['## What to paste next', ...steps] : [])]
}

/** Each output in full, and the lines that nothing understood. */
function pastesText(report: Report): readonly string[] {
  const { pastes, sections, unread } = report
  const stretches: readonly Stretch[] = [...sections.map(section => ({ ...section, section })), ...unread]
  const strange = unreadInside(report).map(({ paste, lines, section }) => `${checkTitle(section?.check ?? '')}, ${lineRange(lines)}: ${linesOf(paste, lines)}`)
  return [
    ...pastes.flatMap((paste, i) =>
      stretches
        .filter(one => one.paste === paste)
        .map(({ lines, section }) => {
          const what = section ? [checkTitle(section.check), section.output.title, extentWords(section)].filter(Boolean).join(', ') : 'not recognised'
          return collapsed(`${pastes.length > 1 ? `Paste ${i + 1}, ` : ''}${lineRange(lines)}: ${what}`, linesOf(paste, lines))
        }),
    ),
    strange.length ? collapsed(`Not understood within these: ${many(strange.length, 'stretch', 'stretches')}`, strange.join('\n')) : '',
  ]
}

/** The report for an issue tracker; `platform` where the person chose another than the recognised one. */
export function reportMarkdown(report: Report, platform?: Platform): string {
  const rows = glance(report)
  const recognised = rows.find((row): row is SummaryRow<'platform'> => row.key === 'platform')
  const findings = findingsOf(report)
  const clear = report.outcomes.filter(({ kind, rule }) => kind === 'clear' && !isKnownFailure(rule)).length
  const failures = report.outcomes.filter(({ kind, rule }) => kind === 'clear' && isKnownFailure(rule)).length
  const parts = [
    '# mod_wsgi installation report',
    summaryText(rows),
    '## Findings',
    ...(findings.length ? findings.flatMap(found => findingText(found)) : ['None.']),
    `${many(clear, 'comparison')} found nothing wrong.${failures ? ` None of ${many(failures, 'known failure')} shows in the log.` : ''}`,
    ...missingText(report, platform ?? recognised?.value),
    '## What was pasted',
    ...pastesText(report),
    `Made by ${tool.name} ${versionInWords}.`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}
