import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/core/report.ts'
import { astray, lost } from './places.ts'

interface Written {
  readonly time: string
  readonly words: string
}

/** How one message looks in each kind of log: `[wsgi:error]`, process 815, thread 140099. */
const formats: Readonly<Record<string, (given: Written) => string>> = {
  'Apache 2.4': ({ time, words }) => `[Mon Nov 23 ${time}.527532 2026] [wsgi:error] [pid 815:tid 140099] [client 192.0.2.7:51022] ${words}`,
  'Apache 2.4 with prefork': ({ time, words }) => `[Mon Nov 23 ${time}.527532 2026] [wsgi:error] [pid 815] [client 192.0.2.7:51022] ${words}`,
  'mod_wsgi 3 in Apache 2.4, which knows its module by no name': ({ time, words }) => `[Mon Nov 23 ${time}.527532 2026] [:error] [pid 815] [remote 192.0.2.7:148] ${words}`,
  'Apache 2.2': ({ time, words }) => `[Mon Nov 23 ${time} 2026] [error] [client 192.0.2.7] ${words}`,
  'Apache 2.2 without a client': ({ time, words }) => `[Mon Nov 23 ${time} 2026] [error] ${words}`,
  'a single digit of the day': ({ time, words }) => `[Mon Nov  2 ${time}.527532 2026] [wsgi:error] [pid 815:tid 140099] ${words}`,
  'the place in the source, as at level debug': ({ time, words }) => `[Mon Nov 23 ${time}.527532 2026] [wsgi:error] [pid 815:tid 140099] mod_wsgi.c(1882): [client 192.0.2.7:51022] ${words}`,
  'the error of the system in front': ({ time, words }) => `[Mon Nov 23 ${time}.527532 2026] [wsgi:error] [pid 815:tid 140099] (13)Permission denied: [client 192.0.2.7:51022] ${words}`,
  'the error of Windows in front': ({ time, words }) => `[Mon Nov 23 ${time}.527532 2026] [wsgi:error] [pid 815:tid 396] (OS 5)Access is denied.  : [client ::1:60011] ${words}`,
  'ErrorLogFormat with an ISO time': ({ time, words }) => `[2026-11-23 ${time}.527532] [wsgi:error] [pid 815:tid 140099] [client 192.0.2.7:51022] ${words}`,
  'ErrorLogFormat with a zone': ({ time, words }) => `[2026-11-23T${time}+01:00] [wsgi:error] [pid 815] ${words}`,
  'ErrorLogFormat with a time without brackets': ({ time, words }) => `2026-11-23T${time}.527532Z [wsgi:error] [pid 815:tid 140099] ${words}`,
  'ErrorLogFormat with numbers of request and connection': ({ time, words }) => `[2026-11-23 ${time}.527532] [wsgi:error] [R:abcDEF123] [C:zz12] mod_wsgi.c(1882): ${words}`,
  'ErrorLogFormat with the process before the level': ({ time, words }) => `[2026-11-23 ${time}.527532] [pid 815:tid 140099] [wsgi:error] [client 192.0.2.7:51022] ${words}`,
  'ErrorLogFormat without a time': ({ words }) => `[wsgi:error] [pid 815:tid 140099] [client 192.0.2.7:51022] ${words}`,
  'ErrorLogFormat with the virtual host in front': ({ time, words }) => `[www.example.com] [Mon Nov 23 ${time}.527532 2026] [wsgi:error] [pid 815:tid 140099] ${words}`,
  'ErrorLogFormat as the manual once gave it': ({ time, words }) => `[Mon Nov 23 ${time} 2026] [error] [pid 815] mod_wsgi.c(1882): [client 192.0.2.7:51022] ${words}`,
  syslog: ({ time, words }) => `Nov 23 ${time} www apache2[815]: [wsgi:error] [pid 815:tid 140099] [client 192.0.2.7:51022] ${words}`,
  'syslog under a name of one’s own': ({ time, words }) => `Nov  3 ${time} www shop-errors[815]: [wsgi:error] [pid 815:tid 140099] ${words}`,
  'syslog with ISO times': ({ time, words }) => `2026-11-23T${time}.527532+00:00 www httpd[815]: [wsgi:error] [pid 815:tid 140099] ${words}`,
  'syslog with its priority': ({ time, words }) => `<187>Nov 23 ${time} www httpd[815]: [wsgi:error] [pid 815:tid 140099] ${words}`,
  'journald, short': ({ time, words }) => `Nov 23 ${time} www httpd[815]: [Mon Nov 23 ${time}.527532 2026] [wsgi:error] [pid 815:tid 140099] ${words}`,
  'journald, precise': ({ time, words }) => `Nov 23 ${time}.527532 www httpd[815]: [wsgi:error] [pid 815:tid 140099] ${words}`,
  'journald, ISO': ({ time, words }) => `2026-11-23T${time}+0100 www apachectl[815]: [wsgi:error] [pid 815:tid 140099] ${words}`,
  'journald, full': ({ time, words }) => `Mon 2026-11-23 ${time} UTC www httpd[815]: [wsgi:error] [pid 815:tid 140099] ${words}`,
  'docker logs -t': ({ time, words }) => `2026-11-23T${time}.527532417Z [Mon Nov 23 ${time}.527532 2026] [wsgi:error] [pid 9:tid 140099] ${words}`,
  'docker compose': ({ time, words }) => `web-1  | [Mon Nov 23 ${time}.527532 2026] [wsgi:error] [pid 9:tid 140099] [client 172.18.0.1:51022] ${words}`,
  'docker compose with times': ({ time, words }) => `web-1  | 2026-11-23T${time}.527532417Z [Mon Nov 23 ${time}.527532 2026] [wsgi:error] [pid 9:tid 140099] ${words}`,
  'docker compose of old': ({ time, words }) => `web_1  | [Mon Nov 23 ${time}.527532 2026] [wsgi:error] [pid 9:tid 140099] ${words}`,
  'a swarm': ({ time, words }) => `shop.1.k3j2h1@node1    | [Mon Nov 23 ${time}.527532 2026] [wsgi:error] [pid 9:tid 140099] ${words}`,
  'kubectl logs --prefix --timestamps': ({ time, words }) => `[pod/shop-7d9f8c6b5-x2x9z/web] 2026-11-23T${time}.527532417Z [Mon Nov 23 ${time}.527532 2026] [wsgi:error] [pid 9:tid 140099] ${words}`,
  'grep over several files': ({ time, words }) => `/var/log/httpd/error_log-20261122:14:[Mon Nov 23 ${time}.527532 2026] [wsgi:error] [pid 815:tid 140099] ${words}`,
  'a quoted mail': ({ time, words }) => `> [Mon Nov 23 ${time}.527532 2026] [wsgi:error] [pid 815:tid 140099] ${words}`,
}

const words = "WSGI0151: No WSGI daemon process called 'shop' has been configured: /srv/shop/wsgi.py"
const notice = 'AH00489: Apache/2.4.62 (Debian) mod_wsgi/6.0.5 Python/3.12 configured -- resuming normal operations'

const sectionsOf = (text: string) => {
  const report = analyse([{ id: 'p', text }])
  expect([...astray(report), ...lost(report)]).toEqual([])
  return report.sections
}
const values = (text: string) => sectionsOf(text).flatMap(section => section.fields.map(field => [field.key, field.value] as const))

describe('A line of the log is read in', () => {
  for (const [name, write] of Object.entries(formats)) test(name, () => {
    const text = `${write({ time: '00:06:12', words: notice })}\n${write({ time: '00:06:13', words })}\n`
    const read = values(text)
    expect(read.filter(([key]) => key === 'level').map(([, value]) => value)).toEqual(['error', 'error'])
    expect(read.filter(([key]) => key === 'code').map(([, value]) => value)).toEqual(['AH00489', 'WSGI0151'])
    expect(read.filter(([key]) => key === 'event').map(([, value]) => String(value).slice(-words.length)).at(-1)).toBe(words)
    expect(Object.fromEntries(read)).toMatchObject({ bannerServer: '2.4.62', bannerPlatform: 'Debian', bannerModWsgi: '6.0.5', bannerPython: '3.12', noticeMpm: 'event', daemonGroup: 'shop' })
  })
})

test('The start notice of Apache 2.2, which has no number, is read', () => {
  const read = Object.fromEntries(values('[Wed Jan 22 18:43:47 2014] [notice] Apache/2.2.15 (Unix) DAV/2 mod_wsgi/3.2 Python/2.6.6 configured -- resuming normal operations\n'))
  expect(read).toMatchObject({ level: 'notice', bannerServer: '2.2.15', bannerPlatform: 'Unix', bannerModWsgi: '3.2', bannerPython: '2.6.6' })
})

describe('A message without any prefix is read', () => {
  const messages: Readonly<Record<string, string>> = {
    "AH00558: httpd: Could not reliably determine the server's fully qualified domain name, using fe80::1. Set the 'ServerName' directive globally to suppress this message": 'AH00558',
    '(13)Permission denied: AH00072: make_sock: could not bind to address [::]:80': 'AH00072',
    '(OS 10048)Only one usage of each socket address (protocol/network address/port) is normally permitted.  : AH00072: make_sock: could not bind to address [::]:80': 'AH00072',
    'AH00534: apache2: Configuration error: No MPM loaded.': 'AH00534',
    '(28)No space left on device: AH00023: Couldn\'t create the proxy mutex': 'AH00023',
  }
  for (const [message, code] of Object.entries(messages)) test(message.slice(0, 60), () => {
    for (const front of ['', 'Nov 23 00:06:12 www apachectl[811]: ', '2026-11-23T00:06:12.527532417Z ', 'web-1  | ', '2026-11-23T00:06:12+0000 www httpd[812]: ']) {
      const read = values(`${front}${message}\n`)
      expect([front, read.find(([key]) => key === 'event')?.[1], read.find(([key]) => key === 'code')?.[1]]).toEqual([front, message, code])
    }
  })
})

describe('A line that was wrapped is one event', () => {
  const long = [
    `[Mon Nov 23 00:06:12.527532 2026] [mpm_event:notice] [pid 812:tid 140012] ${notice}`,
    "[Mon Nov 23 00:06:13.527532 2026] [wsgi:error] [pid 815:tid 140099] (13)Permission denied: [client 192.0.2.7:51022] WSGI0117: Unable to connect to WSGI daemon process 'shop' on '/var/run/apache2/wsgi.812.0.1.sock' as user with uid=33.",
    "[Mon Nov 23 00:06:14.527532 2026] [wsgi:error] [pid 815:tid 140099] [client 192.0.2.7:51022] ModuleNotFoundError: No module named 'shop'",
  ]
  const cut = (width: number) => long.map(line => line.replace(new RegExp(`.{${width}}(?=.)`, 'g'), '$&\n')).join('\n')
  const wrapped = (width: number) => long.map(line => line.replace(new RegExp(`(?=.{${width + 1}})(.{1,${width}}) (?=\\S)`, 'g'), '$1\n')).join('\n')
  const expected = { code: 'WSGI0117', bannerModWsgi: '6.0.5', daemonGroup: 'shop', daemonSocket: '/var/run/apache2/wsgi.812.0.1.sock', missingModule: 'shop' }

  for (const width of [80, 96, 132]) test(`at the edge of a window of ${width}`, () => {
    expect(Object.fromEntries(values(`${cut(width)}\n`))).toMatchObject(expected)
  })

  for (const width of [68, 72, 80]) test(`at a blank before column ${width}`, () => {
    expect(Object.fromEntries(values(`${wrapped(width)}\n`))).toMatchObject(expected)
  })

  test('in a quoted mail', () => {
    expect(Object.fromEntries(values(`${wrapped(72).replace(/^/gm, '> ')}\n`))).toMatchObject(expected)
  })

  test('a message that comes again, each time with words below it, is none that was wrapped', () => {
    const again = `${long[1] ?? ''}\nsome words of the application\n`
    const [section] = sectionsOf(`${long[0] ?? ''}\n${again}${again}${again}`)
    expect(section?.readings.map(({ line }) => line.first === line.last)).not.toContain(false)
  })

  test('where no width shows, the next line stays what it is', () => {
    const [section] = sectionsOf(`${long.join('\n')}\nsome words of the application\n${long[2] ?? ''}\n`)
    expect(section?.readings.map(({ line }) => line.first === line.last)).not.toContain(false)
  })
})

describe('A bundle of logs', () => {
  const line = `[Mon Nov 23 00:06:12.527532 2026] [wsgi:error] [pid 815:tid 140099] ${words}`
  const names: Readonly<Record<string, readonly string[]>> = {
    'of Elastic Beanstalk': ['----------------------------------------', '/var/log/httpd/error_log', '----------------------------------------', line],
    'of tail': ['==> /var/log/httpd/error_log <==', line],
    'with a drawn heading': ['=== /var/log/httpd/error_log ===', line],
  }
  for (const [name, given] of Object.entries(names)) test(`${name} is read with the names of its files`, () => {
    const sections = sectionsOf(`${given.join('\n')}\n\n----------------------------------------\n/var/log/httpd/access_log\n----------------------------------------\n192.0.2.9 (-) - - [23/Nov/2026:00:06:13 +0000] "GET / HTTP/1.1" 500 527 "-" "-"\n`)
    expect(sections.map(section => section.output.id)).toEqual(['error-log'])
    expect(sections.flatMap(section => section.fields).filter(field => field.key === 'file').map(field => field.value)).toEqual(['/var/log/httpd/error_log'])
    expect(sections.flatMap(section => section.unread)).toEqual([])
  })
})
