import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { commandOn } from '../../src/checks/check.ts'
import { checks } from '../../src/checks/index.ts'
import { lookFor, restart } from '../../src/checks/platform/commands.ts'
import { ownPlacesOn, platform } from '../../src/checks/platform/platform.ts'
import { analyse } from '../../src/core/report.ts'

const known = (text: string) => analyse([{ id: 'p', text }]).known
const opt = known(readFileSync(new URL('../../fixtures/lab/opt-httpd-event-py312/httpd-V.txt', import.meta.url), 'utf8'))
const ask = (output: string, places: ReturnType<typeof ownPlacesOn>) => checks.flatMap(({ commands }) => commands.filter(one => one.output === output).flatMap(one => commandOn(one, 'source', places) ?? []))

describe('An Apache that somebody built in a place of its own', () => {
  test('is asked there', () => {
    const own = ownPlacesOn(opt, 'source')
    expect(ask('httpd-M', own)).toContain('/opt/httpd/bin/httpd -M')
    expect(ask('ldd', own)[0]).toContain('/opt/httpd/modules/mod_wsgi.so')
    expect(ask('error-log', own)[0]).toContain('/opt/httpd/logs/error_log')
  })

  test('is restarted there, and its configuration is where `httpd -V` says', () => {
    expect(restart(platform.get(opt))).toBe('sudo /opt/httpd/bin/apachectl restart')
    expect(lookFor('WSGI', platform.get(opt))).toContain('/opt/httpd/etc/')
  })

  test('is not looked for there by somebody who chose another platform', () => {
    expect(ownPlacesOn(opt, 'debian')).toBeUndefined()
  })

  test('is taken to be in the usual place where its own would need quotes, or is not known', () => {
    expect(ask('httpd-M', ownPlacesOn(known('Server version: Apache/2.4.66 (Unix)\n -D HTTPD_ROOT="/opt/my apache"\n'), 'source'))).toContain('/usr/local/apache2/bin/httpd -M')
    expect(ask('httpd-M', ownPlacesOn(known('Server MPM:     event\n'), 'source'))).toContain('/usr/local/apache2/bin/httpd -M')
  })
})
