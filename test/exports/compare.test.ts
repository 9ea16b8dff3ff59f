import { expect, test } from 'vitest'
import { analyse } from '../../src/core/report.ts'
import { compare, olderState } from '../../src/exports/compare.ts'
import { cases, tabByTab } from '../engine/lab.ts'

const modules = (...names: readonly string[]) => `Loaded Modules:\n core_module (static)\n so_module (static)\n${names.map(name => ` ${name} (shared)\n`).join('')}`
const read = (...texts: readonly string[]) => analyse(texts.map((text, i) => ({ id: `p${i}`, text })))

test('a state compared with itself has no change, whatever was pasted', () => {
  for (const { inputs } of cases) {
    const report = analyse(tabByTab(inputs))
    const { changes, gone, fresh, unsure } = compare(report, report)
    expect([changes, gone, fresh, unsure]).toEqual([[], [], [], []])
  }
})

test('a value that changed is shown on both sides', () => {
  const before = read('Server version: Apache/2.4.57 (Debian)\nServer MPM:     prefork\n')
  const after = read('Server version: Apache/2.4.66 (Debian)\nServer MPM:     event\n')
  const changes = compare(before, after).changes.map(({ key, before: one, after: other }) => [key, one?.value, other?.value])
  expect(changes).toContainEqual(['serverVersion', '2.4.57', '2.4.66'])
  expect(changes).toContainEqual(['mpm', 'prefork', 'event'])
})

test('a module that went and one that came are told apart', () => {
  const { changes } = compare(read(modules('mpm_prefork_module', 'php_module')), read(modules('mpm_event_module', 'php_module')))
  expect(changes.map(({ before, after }) => [before?.value, after?.value])).toEqual([['mpm_prefork_module', undefined], [undefined, 'mpm_event_module']])
})

test('what a shortened list does not show is no change', () => {
  const { changes } = compare(read(' mpm_event_module (shared)\n wsgi_module (shared)\n ssl_module (shared)\n'), read(modules('mpm_event_module', 'wsgi_module')))
  // The newer list is whole, so what it lacks is gone; the older is not, so what it lacks may have been there.
  expect(changes.map(({ before, after }) => [before?.value, after?.value])).toEqual([['ssl_module', undefined]])
})

test('a finding is gone only where its rule looked again', () => {
  const before = read(modules('mpm_event_module'))
  const again = compare(before, read(modules('mpm_event_module', 'wsgi_module')))
  expect(again.gone.map(({ rule }) => rule.id)).toEqual(['wsgi-module-absent'])
  const elsewhere = compare(before, read('Server version: Apache/2.4.66 (Debian)\nServer MPM:     event\n'))
  expect(elsewhere.gone).toEqual([])
  expect(elsewhere.unsure.map(({ rule }) => rule.id)).toContain('wsgi-module-absent')
})

test('an output pasted twice brings its own older state', () => {
  const report = read(modules('mpm_event_module'), modules('mpm_event_module', 'wsgi_module'))
  const older = olderState(report)
  expect(older && compare(older, report).changes.map(({ after }) => after?.value)).toEqual(['wsgi_module'])
  expect(olderState(read(modules('mpm_event_module')))).toBeUndefined()
})
