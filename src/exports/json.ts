import { docsUrl } from '../checks/docs.ts'
import type { Section } from '../core/output.ts'
import type { Report } from '../core/report.ts'
import type { Outcome } from '../core/rule.ts'
import { summarise } from '../summary/index.ts'
import { lineAround, unreadLines } from './lines.ts'
import type { ReportJson } from './report-schema.ts'
import { tool } from './tool.ts'

const sectionJson = (section: Section): ReportJson['sections'][number] => ({
  check: section.check,
  output: section.output.id,
  paste: section.paste.id,
  lines: section.lines,
  cutOff: section.extent === 'cut',
  fields: section.fields.map(({ key, label, value, raw, line }) => ({ key, label, value, raw, line })),
  unread: unreadLines(section),
})

function outcomeJson(outcome: Outcome): ReportJson['outcomes'][number] {
  const { rule, kind } = outcome
  const findings = kind === 'found' ? outcome.findings : []
  return {
    rule: rule.id,
    title: kind === 'found' ? rule.fault : rule.title,
    outcome: kind,
    findings: findings.map(({ severity, says, fix, verify, evidence }) => ({
      severity,
      says,
      ...(fix !== undefined && { fix }),
      ...(verify !== undefined && { verify }),
      evidence: evidence.map(field => ({ paste: field.paste.id, line: field.line, text: lineAround(field, Infinity).line, field: field.key })),
      docs: rule.docs.map(docsUrl),
    })),
    lacks: kind === 'could-not-run' ? outcome.lacks : [],
  }
}

export const reportJson = (report: Report): ReportJson => ({
  format: 'wsgi-checkup-report/1',
  tool,
  sections: report.sections.map(sectionJson),
  unread: report.unread.map(({ paste, lines }) => ({ paste: paste.id, lines })),
  summary: summarise(report),
  outcomes: report.outcomes.map(outcomeJson),
})
