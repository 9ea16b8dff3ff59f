import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Severity } from '../../src/core/rule.ts'
import { analyse } from '../../src/core/report.ts'
import { fixtures } from '../engine/lab.ts'

/** What a page or `-V` says is set into the real output of one of the lab's installations. */
const capture = (id: string, file: string) => readFileSync(join(fixtures, 'lab', id, file), 'utf8')

const buildIn = (sample: string) => readFileSync(join(fixtures, 'rules', sample), 'utf8').split('mod_wsgi.')[0] ?? ''

const builds: Readonly<Record<string, string>> = {
  prefork: capture('deb12-prefork-debug-x', 'httpd-V.txt'),
  worker: capture('deb12-i386-worker-embedded', 'httpd-V.txt'),
  event: capture('deb12-event-embedded-root-80', 'httpd-V.txt'),
  winnt: buildIn('mpm-multiprocess/clear-windows.txt'),
  mpmt_os2: buildIn('mpm-multiprocess/clear-os2.txt'),
  netware: buildIn('mpm-multiprocess/clear-os2.txt').replace('mpmt_os2', 'NetWare'),
}

const linuxPage = capture('deb12-event-embedded-root-80', 'diagnostic.txt')
const windowsPage = `mod_wsgi.${readFileSync(join(fixtures, 'rules/mpm-multiprocess/clear-windows.txt'), 'utf8').split('mod_wsgi.').slice(1).join('mod_wsgi.')}`

const python = (value: boolean) => (value ? 'True' : 'False')

interface Values {
  readonly group: string
  readonly multithread: boolean
  readonly multiprocess: boolean
  readonly release?: string
}

function page(mpm: string, { group, multithread, multiprocess, release }: Values): string {
  const text = (mpm === 'winnt' ? windowsPage : linuxPage)
    .replace(/(process_group = ).*/, `$1'${group}'`)
    .replace(/(multithread = ).*/, `$1${python(multithread)}`)
    .replace(/(multiprocess = ).*/, `$1${python(multiprocess)}`)
  return release === undefined ? text : `${text}mod_wsgi.version = (${release.replaceAll('.', ', ')})\n`
}

type Said = Severity | 'clear'

/** How loud one rule is about a build and a page. */
function said(rule: string, mpm: string, values: Values): Said {
  const outcome = analyse([{ id: 'p', text: `${builds[mpm] ?? ''}\n${page(mpm, values)}` }]).outcomes.find(one => one.rule.id === rule)
  if (outcome?.kind === 'could-not-run') throw new Error(`${rule} could not run for lack of ${outcome.lacks.join(', ')}`)
  return outcome?.kind === 'found' ? (outcome.findings[0]?.severity ?? 'clear') : 'clear'
}

interface Row {
  readonly row: string
  readonly mpm: string
  readonly values: Values
  /** What the rules say of these values, which such a server really prints. */
  readonly multithread?: Said
  readonly multiprocess?: Said
  /** What they say of the opposite values; undefined: not asked. */
  readonly notMultithread: Said | undefined
  readonly notMultiprocess: Said | undefined
}

const embedded = (multithread: boolean, multiprocess: boolean, release?: string): Values => ({ group: '', multithread, multiprocess, ...(release === undefined ? {} : { release }) })
const daemon = (multithread: boolean, multiprocess: boolean): Values => ({ group: 'site', multithread, multiprocess })

/** wsgi-environ §1.2, the embedded rows. A limit of one child or one thread cannot be told from a wrong server: a word, or a warning, but no more. */
const rows: readonly Row[] = [
  { row: 'E1: prefork, usual numbers', mpm: 'prefork', values: embedded(false, true), notMultithread: 'broken', notMultiprocess: 'notable' },
  { row: 'E2: prefork, one worker', mpm: 'prefork', values: embedded(false, false), multiprocess: 'notable', notMultithread: 'broken', notMultiprocess: 'clear' },
  { row: 'E3: worker, usual numbers', mpm: 'worker', values: embedded(true, true), notMultithread: 'risky', notMultiprocess: 'notable' },
  { row: 'E3: event, usual numbers', mpm: 'event', values: embedded(true, true), notMultithread: 'risky', notMultiprocess: 'notable' },
  { row: 'E4: worker, ThreadsPerChild 1', mpm: 'worker', values: embedded(false, true), multithread: 'risky', notMultithread: 'clear', notMultiprocess: 'notable' },
  { row: 'E4: event, ThreadsPerChild 1', mpm: 'event', values: embedded(false, true), multithread: 'risky', notMultithread: 'clear', notMultiprocess: 'notable' },
  { row: 'E4: event, ThreadsPerChild 1, before 4.9.0', mpm: 'event', values: embedded(true, true, '4.8.0'), notMultithread: 'broken', notMultiprocess: 'notable' },
  { row: 'E5: worker, ServerLimit 1', mpm: 'worker', values: embedded(true, false), multiprocess: 'notable', notMultithread: 'risky', notMultiprocess: 'clear' },
  { row: 'E5: event, ServerLimit 1', mpm: 'event', values: embedded(true, false), multiprocess: 'notable', notMultithread: 'risky', notMultiprocess: 'clear' },
  { row: 'E6: event, both limits 1', mpm: 'event', values: embedded(false, false), multithread: 'risky', multiprocess: 'notable', notMultithread: 'clear', notMultiprocess: 'clear' },
  { row: 'E6: worker, both limits 1', mpm: 'worker', values: embedded(false, false), multithread: 'risky', multiprocess: 'notable', notMultithread: 'clear', notMultiprocess: 'clear' },
  { row: 'E7: winnt', mpm: 'winnt', values: embedded(true, false), notMultithread: 'risky', notMultiprocess: 'broken' },
  { row: 'E8: winnt, ThreadsPerChild 1', mpm: 'winnt', values: embedded(false, false), multithread: 'risky', notMultithread: 'clear', notMultiprocess: 'broken' },
  { row: 'E9: prefork with -X', mpm: 'prefork', values: embedded(false, true), notMultithread: 'broken', notMultiprocess: 'notable' },
  { row: 'E9: event with -X', mpm: 'event', values: embedded(true, true), notMultithread: 'risky', notMultiprocess: 'notable' },
  { row: 'E10: netware', mpm: 'netware', values: embedded(true, false), notMultithread: 'risky', notMultiprocess: 'broken' },
  { row: 'E10: mpmt_os2', mpm: 'mpmt_os2', values: embedded(true, false), notMultithread: 'risky', notMultiprocess: 'broken' },
]

describe('In embedded mode', () => {
  for (const { row, mpm, values, multithread = 'clear', multiprocess = 'clear', notMultithread, notMultiprocess } of rows) {
    test(`${row}: the values of such a server are believed`, () => {
      expect({ multithread: said('mpm-multithread', mpm, values), multiprocess: said('mpm-multiprocess', mpm, values) }).toEqual({ multithread, multiprocess })
    })

    test(`${row}: the opposite values are not`, () => {
      const { multithread: threads, multiprocess: processes } = values
      expect({
        multithread: said('mpm-multithread', mpm, { ...values, multithread: !threads }),
        multiprocess: said('mpm-multiprocess', mpm, { ...values, multiprocess: !processes }),
      }).toEqual({ multithread: notMultithread, multiprocess: notMultiprocess })
    })
  }
})

/** The daemon rows D1 to D8, X1 and X2: every pair of values is that of some `WSGIDaemonProcess` line, under each MPM and with `-X`. */
const daemons: readonly (readonly [row: string, values: Values])[] = [
  ['D1, D2, X1: no processes=, several threads', daemon(true, false)],
  ['D3, D8: threads=1', daemon(false, false)],
  ['D4, D5, X2: processes= is written, even processes=1', daemon(true, true)],
  ['D6, D7: processes= and threads=1', daemon(false, true)],
]

describe('In daemon mode the MPM has no say', () => {
  for (const [row, values] of daemons)
    for (const mpm of ['prefork', 'worker', 'event'])
      test(`${row}, under ${mpm}`, () => {
        expect([said('mpm-multithread', mpm, values), said('mpm-multiprocess', mpm, values), said('daemon-flags', mpm, values)]).toEqual(['clear', 'clear', 'clear'])
      })
})

describe('A server of mod_wsgi-express in debug mode', () => {
  test('X3: has one child with one thread, which its own configuration says', () => {
    const express = page('event', embedded(false, false)).replace("sys.path = ['", "sys.path = ['/tmp/mod_wsgi-localhost:8000:1000/htdocs', '")
    const { outcomes } = analyse([{ id: 'p', text: `${builds['event'] ?? ''}\n${express}` }])
    expect(outcomes.find(one => one.rule.id === 'mpm-multiprocess')?.kind).toBe('clear')
  })
})
