import { commandOn, type Command } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import type { Platform } from '../checks/platform/platforms.ts'
import type { Report } from '../core/report.ts'
import { findingsOf, flat } from './findings.ts'
import { isKnownFailure } from './titles.ts'

/** A command, and what its output would let us look at. */
export interface Step {
  readonly output: string
  readonly check: string
  readonly command: Command
  /** Titles of the rules that lack this output and no other. */
  readonly alone: readonly string[]
  /** Titles of those that lack it beside others. */
  readonly among: readonly string[]
  /** What is found, and what this output would confirm or trace. */
  readonly confirms: readonly string[]
}

const commands = checks.flatMap(check => check.commands.map(command => ({ check: check.id, command })))

function canAsk(output: string, platform: Platform | undefined) {
  const found = commands.find(({ command }) => command.output === output)
  return found && commandOn(found.command, platform) !== undefined ? found : undefined
}

/** A hundred rules look for one message each; as a reason to paste the log they are one. */
const noKnownFailure = 'No message of a known failure'

/** Printed by a server that runs; of no use where it does not start, and more work than a command: the script has to be mounted first. */
const ofRunning = 'diagnostic'
const worth = ({ output, alone }: Pick<Step, 'output' | 'alone'>) => alone.length / (output === ofRunning ? 2 : 1)

/** What can be run on the platform, the output that would settle most first. */
export function stepsFor({ outcomes, sections }: Pick<Report, 'outcomes' | 'sections'>, platform: Platform | undefined): readonly Step[] {
  const has = new Set(sections.filter(({ extent }) => extent !== 'failed').map(({ output }) => output.id))
  const lacking = new Map<string, { alone: string[]; among: string[]; confirms: string[] }>()
  const entryOf = (output: string) => {
    const entry = lacking.get(output) ?? { alone: [], among: [], confirms: [] }
    lacking.set(output, entry)
    return entry
  }
  // One output for a finding and what follows from it: the first that was not pasted and that this machine can print.
  for (const found of findingsOf({ outcomes })) {
    if (flat([found]).every(({ finding }) => finding.severity === 'notable')) continue
    const { fault, next } = found.rule
    const output = next?.find(id => !has.has(id) && canAsk(id, platform))
    if (output === undefined) continue
    const { confirms } = entryOf(output)
    if (!confirms.includes(fault)) confirms.push(fault)
  }
  // What is there whole would say no more when it is pasted again.
  const whole = new Set(sections.flatMap(({ extent, output }) => (extent === 'whole' ? output.id : [])))
  let down = false
  for (const outcome of outcomes) {
    if (outcome.kind === 'found') {
      down ||= outcome.findings.some(({ severity }) => severity === 'broken')
      continue
    }
    if (outcome.kind !== 'could-not-run') continue
    for (const output of outcome.lacks) {
      const titles = entryOf(output)[outcome.lacks.length === 1 ? 'alone' : 'among']
      const title = isKnownFailure(outcome.rule) ? noKnownFailure : outcome.rule.title
      if (!titles.includes(title)) titles.push(title)
    }
  }
  const late = ({ output }: Step) => Number(down && output === ofRunning)
  return [...lacking]
    .flatMap(([output, why]) => {
      const found = whole.has(output) && !why.confirms.length ? undefined : canAsk(output, platform)
      return found ? { output, ...found, ...why } : []
    })
    // What confirms a finding goes before what merely opens more comparisons, in the order of the findings.
    .toSorted((a, b) => Number(b.confirms.length > 0) - Number(a.confirms.length > 0) || (a.confirms.length ? 0 : late(a) - late(b) || worth(b) - worth(a) || b.among.length - a.among.length))
}
