import type { Report } from '../core/report.ts'
import { linesOf, unreadInside, type Stretch } from './lines.ts'
import { fenced, prose } from './markdown-text.ts'
import { lineRange, outputTitle } from './titles.ts'
import { tool, versionInWords } from './tool.ts'

/** A report stays one that somebody reads. */
const mostStretches = 40
const mostLines = 60

/** Lines that nothing understood, outside of the sections and inside them. */
export const stretchesUnread = (report: Report): readonly Stretch[] => [...report.unread, ...unreadInside(report)]

const told = ({ paste, lines: [first, last], section }: Stretch) =>
  [
    `## ${lineRange([first, last])}, ${section ? `inside ${prose(section.output.title)}` : 'outside of every output'}`,
    fenced(linesOf(paste, [first, Math.min(last, first + mostLines - 1)])),
  ].join('\n\n')

/** A report about the analyser itself: the lines that it did not understand, and what it did read around them. Names are still in it. */
export function notUnderstood(report: Report): string {
  const outputs = [...new Set(report.sections.map(section => outputTitle(section.output.id)))]
  return [
    `# Lines that ${tool.name} did not understand`,
    `Version ${versionInWords}. Recognised around them: ${outputs.map(prose).join(', ') || 'nothing'}.`,
    'What I expected it to say about them: …',
    ...stretchesUnread(report).slice(0, mostStretches).map(told),
  ].join('\n\n')
}
