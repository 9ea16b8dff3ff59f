import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { docs } from '../guards/docs-known.ts'
import { apacheCodes } from '../../src/checks/error-log/codes/apache.ts'
import { plain } from '../../src/checks/error-log/codes/plain.ts'
import { wsgiCodes } from '../../src/checks/error-log/codes/wsgi.ts'
import { codeMeaning } from '../../src/checks/error-log/meaning.ts'
import type { Meaning } from '../../src/core/prose.ts'
import { analyse } from '../../src/core/report.ts'
import { judge } from '../../src/core/rule.ts'
import { codeRules } from '../../src/rules/codes/index.ts'
import { fixtures } from './lab.ts'

const linesOf = (file: string) => readFileSync(join(fixtures, 'codes', file), 'utf8').trim().split('\n')
const reportOf = (...lines: readonly string[]) => analyse([{ id: 'p', text: `${lines.join('\n')}\n` }])
const fieldsOf = (line: string, key: string) => reportOf(line).sections.flatMap(section => section.fields.filter(field => field.key === key))

/** The rules for numbers alone, as if nothing else spoke. */
function numbered(...lines: readonly string[]) {
  const { known } = reportOf(...lines)
  return codeRules(known, []).map(rule => ({ rule, outcome: judge(rule, known) }))
}
const severities = (...lines: readonly string[]) => numbered(...lines).flatMap(({ rule, outcome }) => (outcome.kind === 'found' ? outcome.findings.map(finding => `${rule.id} ${finding.severity}`) : []))

const all = Object.entries(wsgiCodes)
const numbers = Array.from({ length: 210 }, (_, i) => `WSGI${String(i + 1).padStart(4, '0')}`)
const lines = new Map(linesOf('lines.txt').map(line => [/WSGI\d{4}/.exec(line)?.[0] ?? '', line]))
const severityOf: Readonly<Record<string, string>> = { alert: 'broken', crit: 'broken', err: 'risky', warn: 'notable', retired: 'notable' }

describe('The table of mod_wsgi’s numbers', () => {
  test('has each of the 210', () => {
    expect(Object.keys(wsgiCodes)).toEqual(numbers)
    expect([...lines.keys()]).toEqual(numbers)
  })

  test('says of each what happened and what to do, in whole sentences', () => {
    const bad = all.filter(([, [, happened, todo]]) => [happened, todo].some(text => !/^[A-Z`].{5,159}[.)]$/.test(text) || /!|  |'/.test(text) || (text.match(/`/g)?.length ?? 0) % 2))
    expect(bad).toEqual([])
  })

  test('calls those retired that no release uses, and says of two that they cannot occur', () => {
    expect(all.flatMap(([code, [severity]]) => (severity === 'retired' ? code.slice(-4) : []))).toEqual(['0037', '0039', '0066', '0092', '0093', '0180', '0193', '0197'])
    for (const code of ['WSGI0088', 'WSGI0099']) expect(codeMeaning(code).says).toContain('cannot occur')
  })
})

test('What Apache’s numbers and messages without one mean is said in whole sentences, with links that exist', () => {
  const meanings: readonly (readonly [string, Meaning])[] = [...Object.entries(apacheCodes), ...plain.map(([begins, meaning]) => [begins, meaning] as const)]
  const bad = meanings.filter(([, { says, more }]) => [says, more ?? says].some(text => !/^(?:[A-Z`“]|mod_|macOS|suEXEC).{5,199}[.)]$/.test(text) || /!|  | '/.test(text) || (text.match(/`/g)?.length ?? 0) % 2))
  expect(bad.map(([name]) => name)).toEqual([])
  expect(meanings.flatMap(([name, { docs: links = [] }]) => links.flatMap(link => (Object.hasOwn(docs, link) ? [] : `${name}: ${link}`)))).toEqual([])
})

describe('A line with the number', () => {
  for (const [code, [severity, happened, todo, occasion]] of all) {
    test(`${code} is explained, and something speaks of it`, () => {
      const line = lines.get(code) ?? ''
      const [field] = fieldsOf(line, 'code')
      expect(field?.value).toBe(code)
      const meaning: Meaning | undefined = field?.meaning
      expect(meaning?.says.endsWith(happened)).toBe(true)
      expect(meaning?.more).toBe(todo)
      expect(meaning?.docs?.filter(link => !Object.hasOwn(docs, link))).toEqual([])
      expect(severities(line)).toEqual([`${code.toLowerCase()} ${occasion === 'client' || occasion === 'never' ? 'notable' : severityOf[severity]}`])
      const spoken = reportOf(line).outcomes.filter(one => one.kind === 'found' && !one.rule.doubt)
      expect(spoken.map(one => one.rule.id)).not.toEqual([])
    })
  }

  test('WSGI0300 is said to be unknown, and how to look it up', () => {
    const line = '[Mon Nov 23 09:00:01.527533 2028] [wsgi:error] [pid 815:tid 140099] WSGI0300: Something new happened.'
    const { says, more, docs: links } = codeMeaning('WSGI0300')
    expect(says).toContain('not known to this page')
    expect(more).toContain('(error-reference)')
    expect(links).toEqual(['error-reference'])
    expect(severities(line)).toEqual(['wsgi0300 notable'])
    expect(severities(line.replace('wsgi:error', 'wsgi:info'))).toEqual([])
  })

  test('has a finding that names the line, with what to do', () => {
    const found = reportOf(lines.get('WSGI0022') ?? '').outcomes.find(one => one.kind === 'found')
    expect(found?.rule).toMatchObject({ id: 'wsgi0022', severity: 'broken', docs: ['error-reference#wsgi0022'] })
    expect(found?.kind === 'found' && found.findings[0]?.evidence.map(field => field.line)).toEqual([1])
    expect(found?.kind === 'found' && found.findings[0]?.fix).toContain('ulimit -u')
  })
})

describe('A message from before it had its number', () => {
  for (const row of linesOf('older.txt')) {
    const [code = '', line = ''] = [row.slice(0, row.indexOf(' ')), row.slice(row.indexOf(' ') + 1)]
    test(`${code}: ${line.replace(/^.*?(?:\] |: )(?=[A-Zmc][^[\]]*$)/, '').slice(0, 60)}`, () => {
      const [field] = fieldsOf(line, 'event')
      expect(field?.meaning.says).toBe(codeMeaning(code).says)
      expect(field?.meaning.more).toContain(`the number \`${code}\``)
      expect(severities(line).map(text => text.slice(0, 8))).toEqual(code.startsWith('WSGI') ? [code.toLowerCase()] : [])
    })
  }

  test('is no fault where it only tells of the life of processes', () => {
    const life = [
      'Initializing Python.', "Attach interpreter ''.", "Loading Python script file '/srv/shop/wsgi.py'.", "Reloading WSGI script '/srv/shop/wsgi.py'.", "Force restart of process 'shop'.",
      "Starting process 'shop' with uid=33, gid=33 and threads=15.", "Process 'shop' terminated normally, exit code 0", "Maximum requests reached 'shop'.", "Daemon process idle inactivity timer expired, stopping process 'shop'.",
      "Shutdown requested 'shop'.", "Exiting process 'shop'.", 'Client closed connection.', "Create interpreter 'www.example.com|'.", "Adding '/srv/shop' to path.", "Process 'shop' to be deregistered, as server is restarting or being shutdown.",
      "Initializing Python runtime in daemon process 'shop'.", "Destroying sub-interpreter 'www.example.com|' in embedded mode.",
    ]
    for (const words of life) {
      const line = `[Mon Nov 23 09:00:03.527535 2015] [wsgi:info] [pid 815:tid 140099] mod_wsgi (pid=815): ${words}`
      expect([words, fieldsOf(line, 'event')[0]?.meaning.says.endsWith('No fault.'), severities(line)]).toEqual([words, true, []])
    }
  })
})

const at = (time: string, rest: string) => `[Mon Nov 23 ${time}.527533 2026] ${rest}`
const notice = (time: string) => at(time, '[mpm_event:notice] [pid 812:tid 140012] AH00489: Apache/2.4.62 (Debian) mod_wsgi/6.0.5 Python/3.12 configured -- resuming normal operations')
const stop = (time: string) => at(time, '[mpm_event:notice] [pid 812:tid 140012] AH00491: caught SIGTERM, shutting down')

const failed = (time: string) => at(time, "[wsgi:alert] [pid 812:tid 140012] WSGI0024: Unable to spawn daemon process 'shop'. Daemon group will not start.")
const lost = (time: string) => at(time, "[wsgi:crit] [pid 815:tid 140099] WSGI0018: Unable to poll daemon socket for '/run/apache2/wsgi.812.0.1.sock'. Daemon process will shut down.")
const broke = (time: string) => at(time, "[wsgi:alert] [pid 815:tid 140099] WSGI0023: Read failed on signal pipe in daemon process 'shop'; daemon process will shut down.")

describe('What came after a line', () => {
  test('the notice of the same start changes nothing', () => {
    expect(severities(failed('09:00:00'), notice('09:00:01'))).toEqual(['wsgi0024 broken'])
  })

  test('a start that went well long after it makes it an old one', () => {
    const [found] = numbered(failed('09:00:00'), notice('09:00:01'), stop('09:20:00'), notice('09:20:05'))
    expect(found?.outcome.kind === 'found' && found.outcome.findings).toMatchObject([{ severity: 'notable', says: expect.stringContaining('this is over') }])
  })

  test('a start does not mend what has nothing to do with starts', () => {
    expect(severities(lost('09:00:00'), stop('09:20:00'), notice('09:20:05'))).toEqual(['wsgi0018 broken'])
  })

  test('what every stop brings is silent at a stop, and speaks at any other time', () => {
    expect(severities(stop('09:20:00'), broke('09:20:01'))).toEqual([])
    expect(severities(broke('09:00:00'), stop('09:20:00'))).toEqual(['wsgi0023 broken'])
  })
})

const raised = (words: string) => at('09:00:01', `[wsgi:error] [pid 815:tid 140099] [client 192.0.2.7:51022] ${words}`)
const idsOf = (...given: readonly string[]) => reportOf(...given).outcomes.flatMap(({ kind, rule }) => (kind === 'found' ? rule.id : []))

describe('A number is left to another rule', () => {
  const head = at('09:00:00', "[wsgi:error] [pid 815:tid 140099] [client 192.0.2.7:51022] WSGI0175: SystemExit exception raised by WSGI script '/srv/shop/wsgi.py' for main interpreter; ignored.")

  test('that shows its line', () => {
    expect(idsOf(lines.get('WSGI0117') ?? '')).not.toContain('wsgi0117')
  })

  test('that shows the exception beneath it', () => {
    const traceback = [raised('Traceback (most recent call last):'), raised('  File "/srv/shop/wsgi.py", line 3, in <module>'), raised('    import shop')]
    expect(idsOf(head, ...traceback, raised("ModuleNotFoundError: No module named 'shop'"))).not.toContain('wsgi0175')
    expect(idsOf(head)).toContain('wsgi0175')
  })
})
