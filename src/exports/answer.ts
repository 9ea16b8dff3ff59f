import { commandOn } from '../checks/check.ts'
import { ownPlacesOn } from '../checks/platform/platform.ts'
import type { Platform } from '../checks/platform/platforms.ts'
import type { Field } from '../core/output.ts'
import type { Report } from '../core/report.ts'
import { listed, many } from '../core/say.ts'
import { findingsOf, type Found } from './findings.ts'
import { lineAround } from './lines.ts'
import { capitalised, fenced, prose } from './markdown-text.ts'
import { stepsFor } from './next-steps.ts'
import { outputTitle } from './titles.ts'

/** An answer is read to its end while it is short. */
const mostFindings = 3
const mostLines = 4

const quote = (evidence: readonly Field[]) => fenced([...new Set(evidence.map(field => lineAround(field).line.trim()))].slice(0, mostLines).join('\n'))

const told = ({ rule, finding: { says, fix, verify, evidence, doubt }, beneath }: Found): readonly string[] => [
  `**${prose(rule.fault)}.** ${prose(rule.plain)}`,
  prose(says),
  quote(evidence),
  doubt === undefined ? '' : prose(doubt),
  fix === undefined ? '' : `To change: ${prose(fix)}`,
  verify === undefined ? '' : `To see that it worked: ${prose(verify)}`,
  beneath.length ? `Part of the same story: ${beneath.map(one => prose(one.rule.fault)).join('; ')}.` : '',
]

/** Titles of outputs that were read, in the order in which they were pasted. */
const outputsRead = ({ sections }: Report) => listed([...new Set(sections.map(({ output }) => prose(outputTitle(output.id))))])

function opening(report: Report, severe: readonly Found[]): string {
  if (!report.sections.length) return 'Thank you. In what you sent I recognise none of the outputs that I need, so I cannot tell anything from it yet.'
  const read = `Thank you. I read ${outputsRead(report)}.`
  return severe.length
    ? `${read} ${severe.length === 1 ? 'One thing stands out' : `${many(severe.length, 'thing')} stand out, the one that matters most first`}.`
    : `${read} Nothing in it is wrong as far as it goes; that does not show yet that all is well.`
}

/** Markdown for the person who asked: what is wrong, root first, with their own lines; what to change; what to run next. */
export function answerMarkdown(report: Report, platform: Platform | undefined): string {
  const findings = findingsOf(report)
  const severe = findings.filter(({ finding, rule }) => finding.severity !== 'notable' || rule.doubt)
  const chosen = severe.slice(0, mostFindings)
  const [step] = stepsFor(report, platform)
  const command = step && commandOn(step.command, platform, ownPlacesOn(report.known, platform))
  const parts = [
    opening(report, chosen),
    ...chosen.flatMap(told),
    severe.length > chosen.length ? `${many(severe.length - chosen.length, 'more finding')} can wait until these are settled.` : '',
    step && command !== undefined ? `${chosen.length ? 'To be sure' : 'To go on'}, please run this and send all that it prints (it shows ${prose(step.command.gives)}):` : '',
    command === undefined ? '' : fenced(command),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** A message that asks for one output: `because` says what it would settle. */
export const askFor = (command: string, gives: string, because: string | undefined) =>
  [`Please run this and send all that it prints, as text and uncut:`, fenced(command), `${capitalised(`it shows ${gives}`)}.${because === undefined ? '' : ` It tells whether this is so: ${prose(because)}.`}`].join('\n\n')
