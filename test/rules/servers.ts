import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { predictions } from '../../src/checks/facts/predictions.ts'
import { analyse, type Report } from '../../src/core/report.ts'
import type { Severity } from '../../src/core/rule.ts'
import { fixtures } from '../engine/lab.ts'

/** What a page or `-V` says is set into the real output of one of the lab's installations. */
const capture = (id: string, file: string) => readFileSync(join(fixtures, 'lab', id, file), 'utf8')
const sample = (file: string) => readFileSync(join(fixtures, 'rules', file), 'utf8')
const buildIn = (file: string) => sample(file).split('mod_wsgi.')[0] ?? ''

export const builds: Readonly<Record<string, string>> = {
  prefork: capture('deb12-prefork-debug-x', 'httpd-V.txt'),
  worker: capture('deb12-i386-worker-embedded', 'httpd-V.txt'),
  event: capture('deb12-event-embedded-root-80', 'httpd-V.txt'),
  winnt: buildIn('mpm-multiprocess/clear-windows.txt'),
  mpmt_os2: buildIn('mpm-multiprocess/clear-os2.txt'),
  netware: buildIn('mpm-multiprocess/clear-os2.txt').replace('mpmt_os2', 'NetWare'),
}

const linuxPage = capture('deb12-event-embedded-root-80', 'diagnostic.txt')
const windowsPage = `mod_wsgi.${sample('mpm-multiprocess/clear-windows.txt').split('mod_wsgi.').slice(1).join('mod_wsgi.')}`

/** The line of the log by which a debugging start is known, as lab/deb12-prefork-debug-x has it. */
const debugging = "[Mon Nov 23 00:02:51.491603 2026] [core:notice] [pid 29198:tid 29198] AH00094: Command line: '/usr/sbin/apache2 -X'\n"

export const python = (value: boolean) => (value ? 'True' : 'False')

/** What a page says. */
export interface Values {
  readonly group: string
  readonly multithread: boolean
  readonly multiprocess: boolean
  readonly once?: boolean
  readonly release?: string
}

/** What else is pasted. */
export interface Beside {
  readonly config?: string
  readonly debugging?: boolean
}

export function page(mpm: string, { group, multithread, multiprocess, once, release }: Values): string {
  const text = (mpm === 'winnt' ? windowsPage : linuxPage)
    .replace(/(process_group = ).*/, `$1'${group}'`)
    .replace(/(multithread = ).*/, `$1${python(multithread)}`)
    .replace(/(multiprocess = ).*/, `$1${python(multiprocess)}`)
  const more = [...(once === undefined ? [] : [`wsgi.run_once = ${python(once)}`]), ...(release === undefined ? [] : [`mod_wsgi.version = (${release.replaceAll('.', ', ')})`])]
  return `${text}${more.map(line => `${line}\n`).join('')}`
}

export type Said = Severity | 'clear' | 'could-not-run'

function reportOf(mpm: string, values: Values, { config = '', debugging: x = false }: Beside): Report {
  const texts: readonly (readonly [string, string])[] = [['httpd-V', builds[mpm] ?? ''], ['page', page(mpm, values)], ['config', config], ['log', x ? debugging : '']]
  return analyse(texts.filter(([, text]) => text !== '').map(([id, text]) => ({ id, text })))
}

/** What the mount of the configuration is expected to say, and whether the page says otherwise; `open` where nothing is expected. */
export function predict(mpm: string, values: Values, beside: Beside): Readonly<Record<string, string>> {
  const [only] = predictions.get(reportOf(mpm, values, beside).known)?.value ?? []
  const rows = only?.rows.filter(({ key }) => /^multi|^processGroup$/.test(key)) ?? []
  return Object.fromEntries(rows.map(({ label, expected = 'open', differs }) => [label, differs ? `${expected}, but it differs` : expected]))
}

/** How loud each rule is about a build, a page and what stands beside them. */
export function hear(mpm: string, values: Values, beside: Beside = {}): (rule: string) => Said {
  const { outcomes } = reportOf(mpm, values, beside)
  return rule => {
    const outcome = outcomes.find(one => one.rule.id === rule)
    if (!outcome) throw new Error(`No rule is called ${rule}.`)
    return outcome.kind === 'found' ? (outcome.findings[0]?.severity ?? 'clear') : outcome.kind
  }
}
