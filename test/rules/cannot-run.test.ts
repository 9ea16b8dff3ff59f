import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/core/report.ts'
import { fixtures } from '../engine/lab.ts'

const capture = (id: string, file: string) => readFileSync(join(fixtures, 'lab', id, file), 'utf8')

const build = capture('deb12-event-embedded-root-80', 'httpd-V.txt')
const page = capture('deb12-event-embedded-root-80', 'diagnostic.txt')
const list = capture('deb12-event-embedded-root-80', 'httpd-M.txt')
const compiled = capture('deb12-event-embedded-root-80', 'httpd-l.txt')
const without = (text: string, ...lines: readonly RegExp[]) => text.split('\n').filter(line => !lines.some(one => one.test(line))).join('\n')

/** Where an output lacks what a rule looks at, the rule must neither speak nor call it fine. */
const cases: readonly (readonly [rule: string, title: string, text: string])[] = [
  ['mpm-name-module', 'a list of modules that grep filtered', `${build}\n wsgi_module (shared)\n`],
  ['static-set-equal', 'a list of built-in modules without its heading', `${without(compiled, /Compiled in/)}\n${list}`],
  ['wsgi-module-missing', 'a list of modules without its beginning', `${list.split('\n').slice(12, -2).join('\n')}\n${page}`],
  ['so-module', 'a list of built-in modules without its heading', without(compiled, /Compiled in/)],
  ['mpm-static-list', 'nothing to compare the built-in modules with', compiled],
  ['daemon-flags', 'a daemon group whose line was not pasted', `${capture('deb12-event-daemon-venv', 'diagnostic.txt')}\nWSGIDaemonProcess api-v2 threads=1\n`],
  ['mpm-threaded-forked', 'a build without its threaded line', without(build, /threaded:/)],
  ['forked-no-daemon', 'a build without its forked line', `${without(build, /forked:/)}\n${page}`],
  ['run-once', 'the script of the guide, which does not print it', page],
  ['process-group-literal', 'a log that speaks of no group', capture('deb12-event-embedded-root-80', 'error-log.txt')],
  ['mutex-lists-equal', 'one list only', capture('deb12-event-embedded-root-80', 'mutex.txt')],
]

describe('A rule says that it cannot run', () => {
  for (const [rule, title, text] of cases)
    test(`${rule}, for ${title}`, () => {
      expect(analyse([{ id: 'p', text }]).outcomes.find(one => one.rule.id === rule)?.kind).toBe('could-not-run')
    })
})
