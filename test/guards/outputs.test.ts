import { describe, expect, test } from 'vitest'
import { docs } from './docs-known.ts'
import { checks } from '../../src/checks/index.ts'
import { commandOn } from '../../src/checks/check.ts'
import { isPlatform, platforms } from '../../src/checks/platform/platforms.ts'
import type { Output } from '../../src/core/output.ts'
import { expectNone } from './none.ts'

/** The order of the tabs is that of mod_wsgi's guide, and the ids are in people's saved files. */
const order = ['apache-build', 'apache-modules', 'mutex', 'python-library', 'python-installation', 'diagnostic-script', 'error-log', 'apache-config']
const outputs = checks.flatMap(check => check.outputs)
const every = Object.keys(platforms).filter(isPlatform)

test('the checks stand in the order of the guide', () => {
  expect(checks.map(check => check.id)).toEqual(order)
})

test('no two outputs share an id', () => {
  const ids = outputs.map(output => output.id)
  expectNone(ids.filter((id, i) => ids.indexOf(id) !== i), 'Rename one of each.')
})

for (const check of checks) {
  describe(`The check ${check.id}`, () => {
    test('has a reason, its place in the guide and outputs', () => {
      expect(check.why.trim().length).toBeGreaterThan(20)
      expectNone(Object.hasOwn(docs, check.guide) ? [] : [check.guide], 'It is not in test/guards/docs-known.ts.')
      expect(check.outputs.length).toBeGreaterThan(0)
    })

    test('says how to get each of its outputs', () => {
      expect(check.commands.length).toBeGreaterThan(0)
      const ids = new Set(outputs.map(output => output.id))
      const asked = new Set(checks.flatMap(one => one.commands).map(command => command.output))
      expectNone(check.commands.map(command => command.output).filter(id => !ids.has(id)), 'No output has these ids.')
      expectNone(check.outputs.map(output => output.id).filter(id => !asked.has(id)), 'Nobody is told how to get these: add an entry to `commands` in the index.ts of the check.')
    })

    test('has a way to each output on each platform, or says why there is none', () => {
      const ways = check.commands.flatMap(command => every.map(platform => ({ where: `${command.output} on ${platform}`, way: commandOn(command, platform), why: command.notOn?.[platform] })))
      expectNone(ways.filter(({ way, why }) => !(way ?? why)?.trim()).map(({ where }) => where))
    })

    test('writes commands that can be typed as they stand', () => {
      const typed = check.commands.flatMap(command => every.flatMap(platform => commandOn(command, platform) ?? []))
      expectNone(typed.filter(words => /^[$#>] |^`|[\u2018-\u201d\u00a0]|\.\.\.$|\{\w+\}/.test(words)), 'No prompts, no placeholders, no typographic quotes.')
    })
  })
}

interface Pattern {
  readonly name: string
  readonly pattern: RegExp
}

const named = (name: string, pattern: RegExp | undefined): readonly Pattern[] => (pattern ? [{ name, pattern }] : [])

const patternsOf = (output: Output): readonly Pattern[] => {
  return [
    ...named('command', output.command),
    ...named('breaks.when', output.breaks?.when),
    ...named('breaks.at', output.breaks?.at),
    ...named('lead', output.lead),
    ...named('above', output.above),
    ...named('beside', output.beside),
    ...named('sure', output.sure),
    ...named('block.from', output.block?.from),
    ...named('block.within', output.block?.within),
    ...output.specs.flatMap(spec => [...named(spec.key, spec.line), ...named(`${spec.key}.open`, spec.open), ...named(`${spec.key}.whole`, spec.whole), ...named(`${spec.key}.parts`, spec.parts)]),
    ...output.known.flatMap(line => [...named(line.label, line.line), ...named(`${line.label}.tail`, line.tail)]),
  ]
}

/** Plain words at the start of a pattern: with them the pattern gets to its loops. */
function beginningsOf({ source }: RegExp): readonly string[] {
  const words = source.replace(/\(\?[:=!<]+|\(\?<\w+>/g, '(').replace(/\\[bBdDsSwW]/g, ' ').replace(/\\(.)/g, '$1').match(/[\w'"=/.:,<> -]{2,}/g) ?? []
  const first = words.slice(0, 4).map(word => word.trim()).filter(Boolean)
  return [...new Set(['', ...first, first.join(' ')])]
}

const pieces = ['a', ' ', '0', '=', '(', '/', '"', "'", '.', ':', '-', ', ', "', '", 'a ', '/a', '1.', 'a_', '[x] ', 'a=', '\\', 'key="v" ']
const limit = 200

/** Ever longer, so that a pattern whose time doubles with each sign is caught before it takes for ever. */
const lengths = [...Array.from({ length: 22 }, (_, i) => Math.round(16 * 1.25 ** i)), 2000, 20_000]

const fill = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

/** A new pattern each time, for engines remember what a text led to. */
function timeFor({ source, flags }: RegExp, text: string, clock: () => number): number {
  const again = new RegExp(source, flags.replace('g', ''))
  const began = clock()
  again.test(text)
  return clock() - began
}

const byTheWall = () => performance.now()
/** What this process had of the processor, in milliseconds. To ask for it takes longer than most patterns do. */
const byTheProcessor = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** No machine is as busy as that. */
const lost = 20 * limit

/** Where a busy machine may have held it up, the best of three counts, by the time of the processor. A pattern that gets lost has no quick one. */
function leastTimeFor(pattern: RegExp, text: string): number {
  let least = timeFor(pattern, text, byTheWall)
  for (let tries = 0; least > limit && least < lost && tries < 3; tries++) least = Math.min(least, timeFor(pattern, text, byTheProcessor))
  return least
}

/** The first text that takes too long. What is quick at 2,000 signs cannot be slow at ten times as many. */
function trap(pattern: RegExp, beginning: string, piece: string): string | undefined {
  let before = 0
  for (const length of lengths) {
    if (length > 2000 && before < 0.1) return undefined
    const text = beginning + fill(piece, length)
    before = leastTimeFor(pattern, text)
    if (before > limit) return `${Math.round(before)} ms for ${length} characters of ${JSON.stringify(piece)}${beginning && ` behind ${JSON.stringify(beginning)}`}`
  }
  return undefined
}

for (const output of outputs) {
  describe(`The patterns of ${output.id}`, () => {
    for (const { name, pattern } of patternsOf(output)) {
      test(`${name} does not get lost in a long line`, { timeout: 60_000 }, () => {
        const pairs = beginningsOf(pattern).flatMap(beginning => (beginning.length > 1 ? [...pieces, beginning] : pieces).map(piece => ({ beginning, piece })))
        let found: string | undefined
        for (const { beginning, piece } of pairs) found ??= trap(pattern, beginning, piece)
        expectNone(found === undefined ? [] : [found], String(pattern).slice(0, 300))
      })
    }
  })
}
