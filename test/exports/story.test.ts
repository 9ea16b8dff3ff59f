import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyse, type Paste } from '../../src/core/report.ts'
import { findingsOf, flat, severities, type Found } from '../../src/exports/findings.ts'
import { rules } from '../../src/rules/index.ts'
import { cases, fixtures, onePaste, tabByTab } from '../engine/lab.ts'
import { expectNone } from '../guards/none.ts'
import { pastesOf, samplesOf } from '../guards/rule-samples.ts'

const shapes = join(fixtures, 'shapes')
const samples: readonly (readonly [name: string, pastes: readonly Paste[]])[] = [
  ...cases.flatMap(({ id, inputs }) => [[`lab/${id}`, tabByTab(inputs)] as const, [`lab/${id} in one paste`, onePaste(inputs)] as const]),
  ...readdirSync(shapes).filter(file => file.endsWith('.txt')).map(file => [`shapes/${file}`, [{ id: 'p', text: readFileSync(join(shapes, file), 'utf8') }]] as const),
  ...rules.flatMap(({ id }) => samplesOf(id).filter(sample => sample.startsWith('found-')).map(sample => [`rules/${id}/${sample}`, pastesOf(id, sample)] as const)),
]
const stories = samples.map(([name, pastes]) => {
  const { outcomes } = analyse(pastes)
  return { name, outcomes, findings: findingsOf({ outcomes }) }
})

const grave = ({ finding }: Found) => severities.indexOf(finding.severity)
const gravest = (found: Found) => Math.min(...flat([found]).map(grave))
const linesOf = ({ finding }: Found) => [...new Set(finding.evidence.map(({ paste, line }) => `${paste.id}/${line}`))].toSorted().join(' ')

/** Two cards that may rest on the same lines, and why they are two. */
const twoFaults: Readonly<Record<string, string>> = {
  'apr-loaded-vs-compiled + apr-loaded-vs-compiled': 'one line names APR and APR-UTIL, and each has a version of its own',
  // What is loaded from a path is wrong, and its place is closed: to mend the one leaves the other.
  'private-path + xcode-python': 'which Python it is, and whose directory it lies in',
  'private-path + shims': 'that it is no Python, and whose directory it lies in',
  'l20-static-library-loaded + private-path': 'which kind of file it is, and whose directory it lies in',
}

test('no report says the same twice', () => {
  const twice = stories.flatMap(({ name, findings }) => {
    const says = flat(findings).map(({ finding }) => finding.says)
    return says.filter((words, i) => says.indexOf(words) !== i).map(words => `${name}: ${words}`)
  })
  expectNone(twice, 'One of the two rules has to leave this to the other, or to say what it adds.')
})

test('two cards that rest on the same lines are joined, or are two faults', () => {
  const used = new Set<string>()
  // Where the line breaks got lost, everything stands on one line.
  const apart = stories.filter(({ name }) => !name.includes('/joined-')).flatMap(({ name, findings }) => {
    const severe = findings.filter(found => gravest(found) < 2)
    return severe.flatMap((one, i) =>
      severe.slice(i + 1).flatMap(other => {
        const pair = [one.rule.id, other.rule.id].toSorted().join(' + ')
        if (linesOf(one) !== linesOf(other)) return []
        used.add(pair)
        return Object.hasOwn(twoFaults, pair) ? [] : `${pair}, in ${name}`
      }),
    )
  })
  expectNone(apart, 'Name the root in `because` of the other rule or finding, or add the pair to twoFaults with the reason.')
  expectNone(Object.keys(twoFaults).filter(pair => !used.has(pair)), 'These pairs no longer occur: take them out of twoFaults.')
})

test('a root stands where the worst that follows from it belongs', () => {
  const wrong = stories.flatMap(({ name, findings }) => findings.filter((found, i) => i > 0 && gravest(findings[i - 1] ?? found) > gravest(found)).map(({ id }) => `${id} in ${name}`))
  expectNone(wrong, 'These cards stand below milder ones.')
})

test('what is merely worth knowing is the root of nothing worse, save a doubt about the paste', () => {
  const wrong = stories.flatMap(({ name, findings }) => findings.filter(found => found.finding.severity === 'notable' && !found.rule.doubt && gravest(found) < 2).map(({ id }) => `${id} in ${name}`))
  expectNone(wrong)
})

test('each finding is told once', () => {
  const lost = stories.flatMap(({ name, outcomes, findings }) => {
    const all = outcomes.flatMap(one => (one.kind === 'found' ? one.findings.map((_, n) => `${one.rule.id}/${n}`) : []))
    return JSON.stringify(flat(findings).map(({ id }) => id).toSorted()) === JSON.stringify(all.toSorted()) ? [] : name
  })
  expectNone(lost)
})

test('findings follow from rules that exist', () => {
  const ids = new Set(rules.map(({ id }) => id))
  const isKnown = (id: string) => ids.has(id) || /^wsgi\d{4}$/.test(id)
  const unknown = stories.flatMap(({ findings }) => flat(findings).flatMap(({ rule, finding }) => [...(rule.because ?? []), ...(finding.because ?? [])]).filter(id => !isKnown(id)))
  expectNone(unknown, 'No rule has these ids.')
})

/** What the log tells of what another output shows: the log’s sample, the other one, and what is then beneath what. */
const joined: readonly (readonly [log: string, other: string, root: string, beneath: string])[] = [
  ['c01-unknown-directive/found-misspelt.txt', 'wsgi-directive-misspelt/found-missing-letter.txt', 'wsgi-directive-misspelt', 'c01-unknown-directive'],
  ['c02-process-group-too-early/found-order.txt', 'process-group-too-early/found-alias-first.txt', 'process-group-too-early', 'c02-process-group-too-early'],
  ['c03-process-group-elsewhere/found-accessible.txt', 'process-group-undefined/found-in-another-host.txt', 'process-group-undefined', 'c03-process-group-elsewhere'],
  ['c04-daemon-name-twice/found-two-sites.txt', 'daemon-process-duplicate/found-both-ports.txt', 'daemon-process-duplicate', 'c04-daemon-name-twice'],
  ['d12-unknown-process-group/found-4.9.txt', 'process-group-undefined/found-main-file-without-any.txt', 'process-group-undefined', 'd12-unknown-process-group'],
  ['r10-script-not-loaded/found-package-6.0.txt', 'venv-minor/found-nothing-of-it.txt', 'venv-minor', 'r10-script-not-loaded'],
  ['r14-interpreter-change/found-cython.txt', 'app-group-subinterpreter/found-one-application-in-a-daemon-group.txt', 'app-group-subinterpreter', 'r14-interpreter-change'],
]

describe('Told as one story:', () => {
  for (const [log, other, root, beneath] of joined)
    test(`${beneath} beneath ${root}`, () => {
      const pastes = [log, other].map(name => ({ id: name, text: readFileSync(join(fixtures, 'rules', name), 'utf8') }))
      const card = findingsOf(analyse(pastes)).find(({ rule }) => rule.id === root)
      expect(card?.beneath.map(({ rule }) => rule.id)).toContain(beneath)
    })

  test('a suspicion beneath what raises it', () => {
    const [card] = findingsOf(analyse(pastesOf('app-group-subinterpreter', 'found-timeout')))
    expect([card?.rule.id, ...(card?.beneath.map(({ rule }) => rule.id) ?? [])]).toEqual(['d07-daemon-timeout', 'app-group-subinterpreter'])
  })

  test('a crash beneath the start of Python that failed', () => {
    const [card, ...others] = findingsOf(analyse(pastesOf('p06-landmarks-not-found', 'found-debian-10.txt')))
    expect(card?.rule.id).toBe('python-init-log')
    expect(others).toEqual([])
  })
})
