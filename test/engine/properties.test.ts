import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { analyse, type Report } from '../../src/core/report.ts'
import type { Paste } from '../../src/core/source.ts'
import { summarise, type Summary } from '../../src/summary/index.ts'
import { cases, onePaste, tabByTab, type Input } from './lab.ts'
import { breakers, disturbers, dressers, type Mangler } from './mangle.ts'
import { astray } from './places.ts'
import { differences, told, wrongs, type Cut, type Difference } from './wrong.ts'

// Many texts to a test, and machines that are slower or busier than this one.
vi.setConfig({ testTimeout: 60_000 })

type Way = 'tab by tab' | 'in one paste'

const ways: readonly Way[] = ['tab by tab', 'in one paste']
const pastesOf = (way: Way, inputs: readonly Input[]): readonly Paste[] => (way === 'tab by tab' ? tabByTab(inputs) : onePaste(inputs))
const inputsOf = (id: string): readonly Input[] => cases.find(one => one.id === id)?.inputs ?? []

const read = new Map<string, Summary>()
/** The reading of the text as it came from the terminal. */
function clean(id: string, way: Way): Summary {
  const known = read.get(`${id} ${way}`) ?? summarise(analyse(pastesOf(way, inputsOf(id))))
  read.set(`${id} ${way}`, known)
  return known
}

const mangled = (id: string, way: Way, how: readonly Mangler[], at: number) =>
  analyse(pastesOf(way, inputsOf(id)).map(paste => ({ ...paste, text: how.reduce((text, { mangle }) => mangle(text, at), paste.text) })))

/** All complaints, shortened: the first ones say what is wrong. */
const listed = (all: readonly string[]): string => [...all.slice(0, 40), ...(all.length > 40 ? [`and ${all.length - 40} more`] : [])].join('\n')

const alone = new Map<string, readonly Summary[]>()
/** What each output of a case says by itself: where the best source of a value is lost, the next one may speak. */
function single(id: string): readonly Summary[] {
  const known = alone.get(id) ?? inputsOf(id).map(input => summarise(analyse(tabByTab([input]))))
  alone.set(id, known)
  return known
}

/** The values that a damaged case gets wrong. */
function faultsOf(id: string, way: Way, report: Report, cut: Cut): readonly Difference[] {
  const said = ({ key, got }: Difference) => single(id).some(summary => JSON.stringify(new Map<string, unknown>(Object.entries(summary)).get(key)) === JSON.stringify(got))
  return wrongs(clean(id, way), report, cut).filter(one => one.got === undefined || !said(one))
}

const cutOf = (how: readonly Mangler[]): Cut => (how.some(one => one.leavesNoTrace) ? 'between lines' : 'seen')

/** Each mangler on every case, both ways, at a few places. */
function exhausted(mangler: Mangler, compare: (id: string, way: Way, report: Report) => readonly Difference[], places: readonly number[]): readonly string[] {
  return cases.flatMap(({ id }) =>
    ways.flatMap(way => places.flatMap(at => told(`${id}, ${way}, ${mangler.name}${places.length > 1 ? ` (${at})` : ''}`, compare(id, way, mangled(id, way, [mangler], at))))),
  )
}

const anyCase = fc.constantFrom(...cases.map(one => one.id))
const anyWay = fc.constantFrom(...ways)
const anyPlace = fc.integer({ min: 0, max: 9999 }).map(n => n / 10_000)
const named = (all: readonly Mangler[], names: readonly string[]): readonly Mangler[] => names.flatMap(name => all.find(one => one.name === name) ?? [])
const namesOf = (all: readonly Mangler[]): string[] => all.map(one => one.name)

/** The same samples at each run, and then a few that nobody has seen. */
function holds<T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>, runs: number) {
  fc.assert(property, { seed: 20_261_123, numRuns: runs })
  fc.assert(property, { numRuns: Math.ceil(runs / 10) })
}

describe('A text that was only dressed up says the same', () => {
  for (const mangler of dressers) test(mangler.name, () => {
    expect(listed(exhausted(mangler, (id, way, report) => differences(clean(id, way), report), [0]))).toBe('')
  })

  for (const mangler of [...dressers, ...breakers]) test(`${mangler.name}, every value stands where it says`, () => {
    expect(listed(cases.flatMap(({ id }) => ways.flatMap(way => astray(mangled(id, way, [mangler], 0.4)).map(line => `${id}, ${way}: ${line}`))))).toBe('')
  })

  test('dressed up several times', () => {
    holds(
      fc.property(anyCase, anyWay, fc.subarray(namesOf(dressers), { minLength: 2, maxLength: 4 }), (id, way, names) => {
        expect(listed(told(`${id}, ${way}, ${names.join(', ')}`, differences(clean(id, way), mangled(id, way, named(dressers, names), 0))))).toBe('')
      }),
      150,
    )
  })
})

describe('A text with foreign lines says nothing wrong', () => {
  for (const mangler of disturbers) test(mangler.name, () => {
    expect(listed(exhausted(mangler, (id, way, report) => faultsOf(id, way, report, 'seen'), [0, 0.23, 0.4, 0.61, 0.83, 0.99]))).toBe('')
  })

  test('disturbed anywhere and dressed up', () => {
    holds(
      fc.property(anyCase, anyWay, fc.constantFrom(...namesOf(disturbers)), fc.subarray(namesOf(dressers), { maxLength: 2 }), anyPlace, (id, way, name, names, at) => {
        const how = [...named(disturbers, [name]), ...named(dressers, names)]
        expect(listed(told(`${id}, ${way}, ${how.map(one => one.name).join(', ')} (${at})`, faultsOf(id, way, mangled(id, way, how, at), cutOf(how))))).toBe('')
      }),
      150,
    )
  })

  test('outputs in another order', () => {
    holds(
      fc.property(
        anyCase.chain(id => fc.tuple(fc.constant(id), fc.shuffledSubarray(inputsOf(id).map(one => one.file), { minLength: inputsOf(id).length }))),
        ([id, files]) => {
          const inputs = files.flatMap(file => inputsOf(id).find(one => one.file === file) ?? [])
          expect(listed(told(`${id}, ${files.join(' ')}`, faultsOf(id, 'in one paste', analyse(onePaste(inputs)), 'seen')))).toBe('')
        },
      ),
      100,
    )
  })

  test('one output a second time', () => {
    const complaints = cases.flatMap(({ id, inputs }) =>
      inputs.flatMap(input => told(`${id}, ${input.file} twice`, faultsOf(id, 'in one paste', analyse(onePaste(inputs.flatMap(one => (one === input ? [one, one] : [one])))), 'seen'))),
    )
    expect(listed(complaints)).toBe('')
  })
})

const prefixes = (way: Way, input: Input, ends: readonly number[]): readonly string[] => {
  const whole = summarise(analyse(pastesOf(way, [input])))
  return ends.flatMap(end => {
    const text = input.text.slice(0, end)
    const cut = text.endsWith('\n') || /^[ \t]*\r?\n/.test(input.text.slice(end)) ? 'between lines' : 'seen'
    return told(`${input.file}, ${way}, up to ${end} of ${input.text.length}, ${JSON.stringify(text.slice(-30))}`, wrongs(whole, analyse(pastesOf(way, [{ ...input, text }])), cut))
  })
}

const what = (line: string) => line.slice(line.lastIndexOf(': '))

/** The same complaint character after character is one. */
const firstOfEach = (all: readonly string[]): readonly string[] => all.filter((line, i) => what(line) !== what(all[i - 1] ?? ': '))

const lineEnds = (text: string): readonly number[] => [...text.matchAll(/\n/g)].flatMap(({ index }) => [index, index + 1])

const atCharacter = (id: string, end: number): readonly string[] => {
  const text = inputsOf(id).map(one => one.text).join('\n')
  const report = analyse([{ id: 'everything', text: text.slice(0, end) }])
  const cut = text.slice(0, end).endsWith('\n') || /^[ \t]*\r?\n/.test(text.slice(end)) ? 'between lines' : 'seen'
  return told(`${id}, in one paste, up to ${end} of ${text.length}, ${JSON.stringify(text.slice(Math.max(0, end - 30), end))}`, faultsOf(id, 'in one paste', report, cut))
}

describe('The beginning of a text says nothing wrong', () => {
  for (const { id, inputs } of cases) test(`${id}, line by line`, () => {
    const complaints = inputs.flatMap(input => ways.flatMap(way => prefixes(way, input, lineEnds(input.text))))
    expect(listed(complaints)).toBe('')
  })

  for (const { id, inputs } of cases) test(`${id} in one paste, every few lines`, () => {
    const ends = lineEnds(inputs.map(one => one.text).join('\n')).filter((_end, i) => i % 17 === 0)
    expect(listed(ends.flatMap(end => atCharacter(id, end)))).toBe('')
  })

  const some = new Set([
    'deb12-prefork-embedded-sub-8080', 'opt-httpd-event-py312', 'deb12-event-daemon-p3-t1-global', 'deb12-wsgi-missing', 'opt-httpd-libpython-not-found',
    'deb11-prefork-embedded', 'deb12-i386-worker-embedded', 'deb12-pyenv-prefix-mismatch', 'deb12-event-daemon-venv', 'usrlocal-apache2-prefork-embedded',
  ])
  for (const { id, inputs } of cases.filter(one => some.has(one.id))) test(`${id}, character by character`, () => {
    const complaints = inputs.flatMap(input => {
      const ends = Array.from({ length: Math.min(input.text.length, 1500) }, (_, i) => i)
      return firstOfEach(prefixes('tab by tab', input, ends))
    })
    expect(listed(complaints)).toBe('')
  })

  test('any character of anything', () => {
    holds(
      fc.property(anyCase, anyPlace, (id, at) => {
        const inputs = inputsOf(id)
        const length = inputs.reduce((sum, input) => sum + input.text.length + 1, 0)
        const complaints = [...atCharacter(id, Math.floor(at * length)), ...inputs.flatMap(input => prefixes('tab by tab', input, [Math.floor(at * input.text.length)]).map(line => `${id}, ${line}`))]
        expect(listed(complaints)).toBe('')
      }),
      200,
    )
  })
})

describe('Lines that were joined keep at least 95 of 100 values', () => {
  for (const mangler of breakers.filter(one => one.name.startsWith('joined'))) test(mangler.name, () => {
    let all = 0
    const lost: string[] = []
    for (const { id } of cases) for (const way of ways) {
      const before = clean(id, way)
      all += Object.keys(before).length
      lost.push(...told(`${id}, ${way}`, differences(before, mangled(id, way, [mangler], 0)).filter(one => one.got === undefined)))
    }
    expect(lost.length / all <= 0.05 ? '' : listed(lost)).toBe('')
  })
})

describe('Broken lines: nothing wrong is said', () => {
  for (const mangler of breakers) test(mangler.name, () => {
    expect(listed(exhausted(mangler, (id, way, report) => faultsOf(id, way, report, cutOf([mangler])), mangler.name.startsWith('with its middle') ? [0, 0.12, 0.31, 0.47, 0.66, 0.85] : [0]))).toBe('')
  })

  test('broken and dressed up', () => {
    holds(
      fc.property(anyCase, anyWay, fc.constantFrom(...namesOf(breakers)), fc.subarray(namesOf(dressers), { maxLength: 2 }), anyPlace, (id, way, name, names, at) => {
        const how = [...named(breakers, [name]), ...named(dressers, names)]
        expect(listed(told(`${id}, ${way}, ${how.map(one => one.name).join(', ')} (${at})`, faultsOf(id, way, mangled(id, way, how, at), cutOf(how))))).toBe('')
      }),
      150,
    )
  })
})
