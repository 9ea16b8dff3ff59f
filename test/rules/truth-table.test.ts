import { describe, expect, test } from 'vitest'
import { configOf, flagsOf, type Settings } from './process-model.ts'
import { hear, predict, python, type Said, type Values } from './servers.ts'

const embedded = (multithread: boolean, multiprocess: boolean, release?: string): Values => ({ group: '', multithread, multiprocess, ...(release === undefined ? {} : { release }) })
const daemon = (multithread: boolean, multiprocess: boolean): Values => ({ group: 'site', multithread, multiprocess })

/** What the mount is expected to say; the opposite of one value then differs. */
const expected = ({ group, multithread, multiprocess }: Values, odd?: 'multithread' | 'multiprocess') => {
  const told = (name: string, value: boolean) => `${python(value)}${name === odd ? ', but it differs' : ''}`
  return { 'mod_wsgi.process_group': `'${group}'`, 'wsgi.multithread': told('multithread', multithread), 'wsgi.multiprocess': told('multiprocess', multiprocess) }
}

function expectPredicted(mpm: string, values: Values, settings: Settings) {
  const beside = { config: `LoadModule wsgi_module modules/mod_wsgi.so\n${configOf(settings, values.group)}` }
  expect(predict(mpm, values, beside)).toEqual(expected(values))
  for (const odd of ['multithread', 'multiprocess'] as const) expect(predict(mpm, { ...values, [odd]: !values[odd] }, beside)).toEqual(expected(values, odd))
}

interface Row {
  readonly row: string
  readonly mpm: string
  readonly values: Values
  /** What makes the row, where it is pasted too. */
  readonly settings?: Settings
  /** What the rules say of these values, which such a server really prints, where its configuration is not pasted. */
  readonly multithread?: Said
  readonly multiprocess?: Said
  /** What they say of the opposite values. */
  readonly notMultithread: Said
  readonly notMultiprocess: Said
}

/** wsgi-environ §1.2, the embedded rows. A limit of one child or one thread cannot be told from a wrong server: a word, or a warning, but no more. */
const rows: readonly Row[] = [
  { row: 'E1: prefork, usual numbers', mpm: 'prefork', values: embedded(false, true), notMultithread: 'broken', notMultiprocess: 'notable' },
  { row: 'E2: prefork, one worker', mpm: 'prefork', values: embedded(false, false), settings: { MaxRequestWorkers: 1 }, multiprocess: 'notable', notMultithread: 'broken', notMultiprocess: 'clear' },
  { row: 'E2: prefork, ServerLimit 1', mpm: 'prefork', values: embedded(false, false), settings: { ServerLimit: 1 }, multiprocess: 'notable', notMultithread: 'broken', notMultiprocess: 'clear' },
  { row: 'E3: worker, usual numbers', mpm: 'worker', values: embedded(true, true), notMultithread: 'risky', notMultiprocess: 'notable' },
  { row: 'E3: event, usual numbers', mpm: 'event', values: embedded(true, true), notMultithread: 'risky', notMultiprocess: 'notable' },
  { row: 'E4: worker, ThreadsPerChild 1', mpm: 'worker', values: embedded(false, true), settings: { ThreadsPerChild: 1, MaxRequestWorkers: 8 }, multithread: 'risky', notMultithread: 'clear', notMultiprocess: 'notable' },
  { row: 'E4: event, ThreadsPerChild 1', mpm: 'event', values: embedded(false, true), settings: { ThreadsPerChild: 1, MaxRequestWorkers: 8 }, multithread: 'risky', notMultithread: 'clear', notMultiprocess: 'notable' },
  { row: 'E5: worker, ServerLimit 1', mpm: 'worker', values: embedded(true, false), settings: { ServerLimit: 1 }, multiprocess: 'notable', notMultithread: 'risky', notMultiprocess: 'clear' },
  { row: 'E5: event, as many workers as threads', mpm: 'event', values: embedded(true, false), settings: { MaxRequestWorkers: 10, ThreadsPerChild: 10 }, multiprocess: 'notable', notMultithread: 'risky', notMultiprocess: 'clear' },
  { row: 'E6: event, both limits 1', mpm: 'event', values: embedded(false, false), settings: { ServerLimit: 1, ThreadsPerChild: 1 }, multithread: 'risky', multiprocess: 'notable', notMultithread: 'clear', notMultiprocess: 'clear' },
  { row: 'E6: worker, both limits 1', mpm: 'worker', values: embedded(false, false), settings: { ServerLimit: 1, ThreadsPerChild: 1 }, multithread: 'risky', multiprocess: 'notable', notMultithread: 'clear', notMultiprocess: 'clear' },
  { row: 'E7: winnt', mpm: 'winnt', values: embedded(true, false), notMultithread: 'risky', notMultiprocess: 'broken' },
  { row: 'E8: winnt, ThreadsPerChild 1', mpm: 'winnt', values: embedded(false, false), settings: { ThreadsPerChild: 1 }, multithread: 'risky', notMultithread: 'clear', notMultiprocess: 'broken' },
  { row: 'E10: netware', mpm: 'netware', values: embedded(true, false), notMultithread: 'risky', notMultiprocess: 'broken' },
  { row: 'E10: mpmt_os2', mpm: 'mpmt_os2', values: embedded(true, false), notMultithread: 'risky', notMultiprocess: 'broken' },
]

describe('In embedded mode', () => {
  for (const { row, mpm, values, settings = {}, multithread = 'clear', multiprocess = 'clear', notMultithread, notMultiprocess } of rows) {
    // E9: `httpd -X` changes none of it.
    for (const debugging of [false, true]) {
      const title = `${row}${debugging ? ', with -X' : ''}`
      test(`${title}: the values of such a server are believed`, () => {
        const said = hear(mpm, values, { debugging })
        expect({ multithread: said('mpm-multithread'), multiprocess: said('mpm-multiprocess') }).toEqual({ multithread, multiprocess })
      })

      test(`${title}: the opposite values are not`, () => {
        const threads = hear(mpm, { ...values, multithread: !values.multithread }, { debugging })
        const processes = hear(mpm, { ...values, multiprocess: !values.multiprocess }, { debugging })
        expect({ multithread: threads('mpm-multithread'), multiprocess: processes('mpm-multiprocess') }).toEqual({ multithread: notMultithread, multiprocess: notMultiprocess })
      })
    }

    test(`${row}: its configuration explains the values`, () => {
      expect(flagsOf(mpm, settings)).toEqual({ multithread: values.multithread, multiprocess: values.multiprocess, once: false })
      const said = hear(mpm, values, { config: configOf(settings) })
      expect([said('mpm-multithread'), said('mpm-multiprocess'), said('embedded-unexpected')]).toEqual(['clear', 'clear', 'clear'])
    })

    // What NetWare and OS/2 say is left open.
    if (!row.startsWith('E10'))
      test(`${row}: is what the mount of its configuration is expected to say`, () => {
        expectPredicted(mpm, values, settings)
      })
  }

  test('E4 before 4.9.0: ThreadsPerChild 1 leaves several threads', () => {
    const config = configOf({ ThreadsPerChild: 1 })
    expect(hear('event', embedded(true, true, '4.8.0'), { config })('mpm-multithread')).toBe('clear')
    expect(hear('event', embedded(false, true, '4.8.0'), { config })('mpm-multithread')).toBe('broken')
  })
})

/** The daemon rows, each of which is the same under every MPM and with `-X`. */
const daemons: readonly (readonly [row: string, options: NonNullable<Settings['daemon']>, values: Values])[] = [
  ['D1: no processes=, no threads=', {}, daemon(true, false)],
  ['D2: threads=5', { threads: 5 }, daemon(true, false)],
  ['D3: threads=1', { threads: 1 }, daemon(false, false)],
  ['D4: processes=1', { processes: 1 }, daemon(true, true)],
  ['D5: processes=2', { processes: 2 }, daemon(true, true)],
  ['D6: processes=1 threads=1', { processes: 1, threads: 1 }, daemon(false, true)],
  ['D7: processes=3 threads=1', { processes: 3, threads: 1 }, daemon(false, true)],
  ['D8: threads=1 maximum-requests=1', { threads: 1, 'maximum-requests': 1 }, { ...daemon(false, false), once: true }],
]

describe('In daemon mode the MPM has no say', () => {
  for (const [row, options, values] of daemons)
    for (const mpm of ['prefork', 'worker', 'event'])
      // D10
      for (const debugging of [false, true]) {
        const title = `${row}, under ${mpm}${debugging ? ' with -X' : ''}`
        test(`${title}: the values are believed`, () => {
          const said = hear(mpm, values, { debugging })
          expect([said('mpm-multithread'), said('mpm-multiprocess'), said('daemon-flags')]).toEqual(['clear', 'clear', 'could-not-run'])
          expect(flagsOf(mpm, { daemon: options })).toEqual({ multithread: values.multithread, multiprocess: values.multiprocess, once: values.once ?? false })
          expect(hear(mpm, values, { config: configOf({ daemon: options }), debugging })('daemon-flags')).toBe('clear')
          expectPredicted(mpm, values, { daemon: options })
        })

        test(`${title}: the opposite values are not`, () => {
          const beside = { config: configOf({ daemon: options }), debugging }
          for (const odd of [{ ...values, multithread: !values.multithread }, { ...values, multiprocess: !values.multiprocess }]) {
            const said = hear(mpm, odd, beside)
            expect([said('mpm-multithread'), said('mpm-multiprocess'), said('daemon-flags')]).toEqual(['clear', 'clear', 'risky'])
          }
        })
      }

  test('D8: only threads=1 maximum-requests=1 runs once', () => {
    const once = { ...daemon(false, false), once: true }
    expect(hear('event', once, { config: configOf({ daemon: { threads: 1, 'maximum-requests': 1 } }) })('run-once')).toBe('risky')
    expect(hear('event', once, { config: configOf({ daemon: { threads: 1 } }) })('run-once')).toBe('broken')
    expect(hear('event', { ...once, multithread: true })('run-once')).toBe('broken')
    expect(hear('event', { ...embedded(true, true), once: true })('run-once')).toBe('broken')
    expect(hear('event', { ...once, once: false })('run-once')).toBe('clear')
  })

  test('D9: a group with threads=0 answers nothing', () => {
    for (const values of [daemon(true, false), daemon(false, false)]) expect(hear('event', values, { config: configOf({ daemon: { threads: 0 } }) })('daemon-flags')).toBe('risky')
  })
})

describe('A server of mod_wsgi-express', () => {
  const group = 'localhost:8000'

  test('X1, X2: has a daemon group, with processes= only where it is asked for', () => {
    for (const [options, multiprocess] of [[{ threads: 5 }, false], [{ threads: 5, processes: 1 }, true], [{ threads: 5, processes: 4 }, true]] as const) {
      const beside = { config: configOf({ daemon: options }, group) }
      const values = { group, multithread: true, multiprocess }
      expect(['mpm-multithread', 'mpm-multiprocess', 'daemon-flags'].map(hear('event', values, beside))).toEqual(['clear', 'clear', 'clear'])
      expect(hear('event', { ...values, multiprocess: !multiprocess }, beside)('daemon-flags')).toBe('risky')
    }
  })

  test('X3: has one child with one thread in debug mode, which its own configuration says', () => {
    const beside = { config: `${configOf({ ServerLimit: 1, ThreadsPerChild: 1 })}DocumentRoot /tmp/mod_wsgi-localhost:8000:1000/htdocs\n` }
    expect(['mpm-multithread', 'mpm-multiprocess'].map(hear('event', embedded(false, false), beside))).toEqual(['clear', 'clear'])
  })
})

const numbers = { ServerLimit: [undefined, 1, 4], MaxRequestWorkers: [undefined, 1, 10, 100], ThreadsPerChild: [undefined, 1, 10] } as const
const limits: readonly Settings[] = numbers.ServerLimit.flatMap(a => numbers.MaxRequestWorkers.flatMap(b => numbers.ThreadsPerChild.map(c => ({ ...(a && { ServerLimit: a }), ...(b && { MaxRequestWorkers: b }), ...(c && { ThreadsPerChild: c }) }))))

describe('With the configuration pasted, whatever it says', () => {
  for (const mpm of ['prefork', 'worker', 'event', 'winnt', 'netware', 'mpmt_os2'])
    test(`${mpm} is believed where the page fits, and not where it does not`, () => {
      const wrong: string[] = []
      for (const settings of limits) {
        const { multithread, multiprocess } = flagsOf(mpm, settings)
        const values = embedded(multithread, multiprocess, '6.0.5')
        const beside = { config: configOf(settings) }
        const right = hear(mpm, values, beside)
        const threads = hear(mpm, { ...values, multithread: !multithread }, beside)('mpm-multithread')
        const processes = hear(mpm, { ...values, multiprocess: !multiprocess }, beside)('mpm-multiprocess')
        const said = [right('mpm-multithread'), right('mpm-multiprocess'), threads !== 'clear', processes !== 'clear']
        if (String(said) !== 'clear,clear,true,true') wrong.push(`${JSON.stringify(settings)}: ${String(said)}`)
      }
      expect(wrong).toEqual([])
    })
})
