import { commandOn, type Command } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import type { Platform } from '../checks/platform/platforms.ts'
import type { Report } from '../core/report.ts'

/** A command, and what its output would let us look at. */
export interface Step {
  readonly output: string
  readonly check: string
  readonly command: Command
  /** Titles of the rules that lack this output and no other. */
  readonly alone: readonly string[]
  /** Titles of those that lack it beside others. */
  readonly among: readonly string[]
}

const commands = checks.flatMap(check => check.commands.map(command => ({ check: check.id, command })))

/** Printed by a server that runs; of no use where it does not start. */
const ofRunning = 'diagnostic'

/** What can be run on the platform, the output that would settle most first. */
export function stepsFor({ outcomes }: Pick<Report, 'outcomes'>, platform: Platform | undefined): readonly Step[] {
  const lacking = new Map<string, { alone: string[]; among: string[] }>()
  let down = false
  for (const outcome of outcomes) {
    if (outcome.kind === 'found') down ||= outcome.findings.some(({ severity }) => severity === 'broken')
    if (outcome.kind !== 'could-not-run') continue
    for (const output of outcome.lacks) {
      const entry = lacking.get(output) ?? { alone: [], among: [] }
      entry[outcome.lacks.length === 1 ? 'alone' : 'among'].push(outcome.rule.title)
      lacking.set(output, entry)
    }
  }
  const late = ({ output }: Step) => Number(down && output === ofRunning)
  return [...lacking]
    .flatMap(([output, { alone, among }]) => {
      const found = commands.find(({ command }) => command.output === output)
      return found && commandOn(found.command, platform) !== undefined ? { output, ...found, alone, among } : []
    })
    .toSorted((a, b) => late(a) - late(b) || b.alone.length - a.alone.length || b.among.length - a.among.length)
}
