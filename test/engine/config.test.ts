import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { daemonOptions } from '../../src/checks/apache-config/daemon-options.ts'
import { wsgiDirectives } from '../../src/checks/apache-config/wsgi-directives.ts'
import { configTexts } from '../../src/checks/facts/config-texts.ts'
import { mounts } from '../../src/checks/facts/mounts.ts'
import { predictions } from '../../src/checks/facts/predictions.ts'
import { analyse, type Report } from '../../src/core/report.ts'
import { fixtures } from './lab.ts'

const read = (...texts: readonly string[]): Report => analyse(texts.map((text, i) => ({ id: `p${i}`, text })))

/** What is expected of each mount, as on the page; `?` where it is open. */
const told = (...texts: readonly string[]) =>
  (mounts.get(read(...texts).known)?.value ?? []).map(({ path, expected: { processGroup, applicationGroup, multithread, multiprocess, prefix } }) =>
    [path, ...[processGroup, applicationGroup, multithread, multiprocess, prefix].map(({ value }) => (value === undefined ? '?' : value === '' ? "''" : `${value}`))].join(' '))

const host = (...lines: readonly string[]) => `<VirtualHost *:80>\nServerName www.example.com\n${lines.join('\n')}\n</VirtualHost>\n`

const alias = 'WSGIScriptAlias / /srv/shop/shop.wsgi'
const daemon = 'WSGIDaemonProcess shop python-home=/srv/venv threads=5'
const version = 'Server version: Apache/2.4.57 (Debian)\nServer built:   2023-04-13T03:26:51\nServer MPM:     event\n  threaded:     yes (fixed thread count)\n    forked:     yes (variable process count)\n'

/** One of the values of each mount. */
const valueOf = (at: number) => (...texts: readonly string[]) => told(...texts).map(line => line.split(' ')[at])
const group = valueOf(1)
const interpreter = valueOf(2)

const embedded = (...lines: readonly string[]) => told(host(alias, 'WSGIProcessGroup %{GLOBAL}', 'WSGIApplicationGroup %{GLOBAL}'), `${lines.join('\n')}\n`, version)
const flags = (options: string) => told(host(`WSGIDaemonProcess shop ${options}`, alias, 'WSGIProcessGroup shop'), version).map(line => line.split(' ').slice(3, 5).join(' '))

const page = (name: string, application: string) => `mod_wsgi.process_group     = '${name}'\nmod_wsgi.application_group = '${application}'\nwsgi.multithread           = True\nwsgi.multiprocess          = True\n`

/** Of each mount how many lines of the page were held against it, and which differ. */
const seen = (...texts: readonly string[]) => predictions.get(read(...texts).known)?.value.map(({ mount, rows }) => `${mount.path} ${rows.filter(row => row.seen).length} ${rows.filter(row => row.differs).map(row => row.key).join(' ')}`.trim())

describe('A mount is expected in', () => {
  test('the group of its own option, before every directive', () => {
    expect(told(host(daemon, 'WSGIProcessGroup other', `${alias} process-group=shop application-group=%{GLOBAL}`))).toEqual(["/ shop '' true false /srv/venv"])
  })
  test('the group of its directory, before that of the virtual host', () => {
    expect(told(host(daemon, 'WSGIProcessGroup other', alias, '<Directory /srv>', 'WSGIProcessGroup outer', '</Directory>', '<Directory /srv/shop>', 'WSGIProcessGroup shop', '</Directory>'))).toEqual(['/ shop www.example.com| true false /srv/venv'])
  })
  test('the group of its address, before that of its directory', () => {
    expect(told(host(daemon, alias, '<Location />', 'WSGIProcessGroup shop', '</Location>', '<Directory /srv/shop>', 'WSGIProcessGroup other', '</Directory>'))).toEqual(['/ shop www.example.com| true false /srv/venv'])
  })
  test('the group of the server, where its virtual host names none', () => {
    expect(told(`${daemon}\nWSGIProcessGroup shop\n${host(alias)}`)).toEqual(['/ shop www.example.com| true false /srv/venv'])
  })
  test('no group of another address, directory or virtual host', () => {
    const other = '<Location /admin>\nWSGIProcessGroup a\n</Location>\n<Directory /srv/blog>\nWSGIProcessGroup b\n</Directory>'
    expect(told(`${host(alias, other)}<VirtualHost *:443>\nWSGIProcessGroup c\n</VirtualHost>\n`, version)).toEqual(["/ '' www.example.com| true true ?"])
  })
  test('no group at all, if a whole virtual host names none', () => {
    expect(told(host(daemon, alias))).toEqual(["/ '' www.example.com| ? ? ?"])
  })
})

describe('It is left open', () => {
  test('where files are included, a placeholder stands, or a script decides', () => {
    expect(group(`Include conf.d/*.conf\n${host(alias)}`)).toEqual(['?'])
    expect(group(host(daemon, alias, 'WSGIProcessGroup %{ENV:SITE}'))).toEqual(['?'])
    expect(group(host(daemon, alias, 'WSGIProcessGroup ${SITE}'))).toEqual(['?'])
    expect(group(host(daemon, alias, 'WSGIProcessGroup shop', 'WSGIDispatchScript /srv/d.py'))).toEqual(['?'])
  })
  test('where the line is in a condition, a pattern, or another slash decides', () => {
    expect(group(host(daemon, alias, '<IfDefine X>', 'WSGIProcessGroup shop', '</IfDefine>'))).toEqual(['?'])
    expect(group(host(daemon, alias, '<DirectoryMatch "^/srv/.*">', 'WSGIProcessGroup shop', '</DirectoryMatch>'))).toEqual(['?'])
    expect(group(host(daemon, 'WSGIScriptAlias /shop /srv/shop/shop.wsgi', '<Location /shop/>', 'WSGIProcessGroup shop', '</Location>'))).toEqual(['?'])
  })
  test('where a line alone, a torn snippet or the find of a search says nothing of what is missing', () => {
    expect(group(`${alias}\n`)).toEqual(['?'])
    expect(group(`<VirtualHost *:80>\n${daemon}\n${alias}\n`)).toEqual(['?'])
    expect(group(`/etc/httpd/conf.d/a.conf:${daemon}\n/etc/httpd/conf.d/a.conf:WSGIProcessGroup shop\n/etc/httpd/conf.d/a.conf:${alias}\n`)).toEqual(['?'])
  })
  test('but a condition around everything, or that mod_wsgi is there, leaves nothing open', () => {
    expect(group(`<IfModule mod_ssl.c>\n${host(daemon, alias, 'WSGIProcessGroup shop')}</IfModule>\n`)).toEqual(['shop'])
    expect(group(host(daemon, alias, '<IfModule mod_wsgi.c>', 'WSGIProcessGroup shop', '</IfModule>'))).toEqual(['shop'])
  })
})

describe('The other values', () => {
  test('of embedded mode follow the MPM and its limits', () => {
    expect(embedded()).toEqual(["/ '' '' true true ?"])
    expect(embedded('ThreadsPerChild 1')).toEqual(["/ '' '' false true ?"])
    expect(embedded('ServerLimit 1')).toEqual(["/ '' '' true false ?"])
    expect(embedded('<IfModule mpm_prefork_module>', 'ServerLimit 1', '</IfModule>')).toEqual(["/ '' '' true true ?"])
  })
  test('of a group follow its options alone', () => {
    expect(['processes=1', 'threads=1', 'processes=2 threads=1', 'threads=0'].flatMap(flags)).toEqual(['true true', 'false false', 'false true', '? ?'])
  })
  test('name the home of the group, else that of the server', () => {
    expect(told(`WSGIPythonHome /usr/local\n${host('WSGIDaemonProcess shop', alias, 'WSGIProcessGroup shop', 'WSGIApplicationGroup %{GLOBAL}')}`)).toEqual(["/ shop '' true false /usr/local"])
    expect(told(`WSGIPythonHome /srv/venv/bin/python\n${host('WSGIDaemonProcess shop', alias, 'WSGIProcessGroup shop', 'WSGIApplicationGroup x')}`)).toEqual(['/ shop x true false ?'])
  })
  test('name the interpreter by host and address, unless port, case or pattern decide', () => {
    expect(interpreter(host(alias.replace(' / ', ' /app ')))).toEqual(['www.example.com|/app'])
    expect(interpreter(host(alias).replace(':80', ':8080'))).toEqual(['?'])
    expect(interpreter(host(alias.replace(' / ', ' /App ')))).toEqual(['?'])
    expect(interpreter(host('WSGIScriptAliasMatch ^/(a|b) /srv/shop/shop.wsgi'))).toEqual(['?'])
  })
})

describe('The page of the script', () => {
  const two = host(daemon, 'WSGIScriptAlias /admin /srv/shop/admin.wsgi', alias, 'WSGIProcessGroup shop')

  test('is held against the mount from which it comes, and no other', () => {
    expect(seen(two, page('shop', 'www.example.com|/admin'))).toEqual(['/admin 4 multiprocess', '/ 0'])
    expect(seen(two, page('shop', 'www.example.com:8080|'))).toEqual(['/admin 0', '/ 4 multiprocess'])
  })
  test('is held against none where its mount cannot be told', () => {
    expect(seen(two, page('shop', ''))).toEqual(['/admin 0', '/ 0'])
    expect(seen(two, page('shop', 'blog.example.com|'))).toEqual(['/admin 0', '/ 0'])
  })
})

describe('The configuration', () => {
  const text = readFileSync(join(fixtures, 'shapes/config-whole-file.txt'), 'utf8')

  test('is read with its containers, and without what is commented out', () => {
    const [one] = configTexts.get(read(text).known)?.value ?? []
    expect(one?.directives.filter(({ name }) => name === 'WSGIProcessGroup').map(({ words }) => words)).toEqual([['shop']])
    expect(one?.containers.map(({ name, argument, ended }) => `${name} ${argument} ${ended}`)).toEqual(['virtualhost *:80 true', 'directory /srv/shop true'])
    expect(one).toMatchObject({ includes: false, torn: false, filtered: false })
  })
  test('has every option explained where it stands, also over several lines', () => {
    const field = read(text).sections[0]?.fields.find(({ key }) => key === 'daemonProcess')
    expect(field?.parts.map(({ value, span, meaning }) => [value, text.slice(span.start, span.end) === value, (meaning?.says.length ?? 0) > 10])).toEqual(['user=shop', 'group=shop', 'python-home="/srv/my shop/venv"', 'processes=2', 'threads=5', 'display-name=%{GROUP}'].map(value => [value, true, true]))
  })
})

test('Each entry of the tables is a sentence, and says no release that it cannot', () => {
  const wrong = [...Object.entries(wsgiDirectives), ...Object.entries(daemonOptions)].filter(([, { says, since = '1.0' }]) => !/^[A-Z`].*\.$/.test(says) || !/^\d+\.\d+(?:\.\d+)?$/.test(since))
  expect(wrong.map(([name]) => name)).toEqual([])
})

describe('No value is', () => {
  test.each([
    ['a path folded between its marks', 'LoadFile "C:/Program Files/Python311/python311.dll"\nLoadModule wsgi_module "C:/Program\nFiles/Python311/Lib/mod_wsgi.pyd"\nWSGIPythonHome "C:/Program Files/Python311"\n', ['C:/Program Files/Python311/python311.dll', 'C:/Program Files/Python311']],
    ['the name that grep writes before an empty line', '/etc/httpd/conf.modules.d/10-wsgi.conf:LoadModule wsgi_module modules/mod_wsgi.so\n/etc/httpd/conf.modules.d/10-wsgi.conf-\n', ['wsgi_module modules/mod_wsgi.so']],
  ])('%s', (_name, text, values) => {
    expect(read(text).sections.flatMap(({ fields }) => fields.map(({ value }) => value))).toEqual(values)
  })
})
