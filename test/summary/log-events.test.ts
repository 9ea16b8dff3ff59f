import { expect, test } from 'vitest'
import { analyse } from '../../src/core/report.ts'
import { logStory } from '../../src/summary/log/events.ts'

const story = (text: string) => logStory(analyse([{ id: 'p', text }]).known)
const at = (second: number, words: string) => `[Mon Nov 23 00:06:${second} 2026] [wsgi:error] [pid 7:tid 7] ${words}\n`

test('an exception counts once, however many lines its account takes', () => {
  const { events, moments, count } = story(`${at(20, 'Traceback (most recent call last):')}${at(20, '  File "/srv/shop/wsgi.py", line 9, in application')}${at(20, "    return pages['cart']")}${at(20, "KeyError: 'cart'")}${at(25, "KeyError: 'cart'")}`)
  expect(events.map(({ words, count: times }) => [words, times])).toEqual([["KeyError: 'cart'", 2]])
  expect([moments.length, count]).toEqual([2, 2])
})

test('a line without a level is a fault only where its words say that something failed', () => {
  const weights = story("AH00558: httpd: Could not reliably determine the server's fully qualified domain name, using 127.0.1.1. Set the 'ServerName' directive globally to suppress this message\nhttpd: Syntax error on line 3 of /etc/httpd/conf/httpd.conf: Cannot load modules/mod_wsgi.so into server: libpython3.12.so.1.0: cannot open shared object file: No such file or directory\n").events.map(({ weight }) => weight)
  expect(weights).toEqual(['remark', 'fault'])
})
