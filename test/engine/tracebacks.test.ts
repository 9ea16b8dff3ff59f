import { describe, expect, test } from 'vitest'
import { tracebacks } from '../../src/checks/facts/tracebacks.ts'
import { analyse } from '../../src/core/report.ts'

/** What is told of each traceback, in the order of the log. */
const told = (lines: readonly string[]) =>
  (tracebacks.get(analyse([{ id: 'p', text: `${lines.join('\n')}\n` }]).known)?.value ?? []).map(({ exceptionType, words, script, frame, lines: [first, last], count, earlier }) => ({
    exceptionType, words, script, frame: frame && `${frame.file}:${frame.line}`, lines: `${first}-${last}`, count, earlier: earlier.map(field => String(field.value)),
  }))

const by = (pid: number) => (words: string) => `[Mon Nov 23 00:06:13.527540 2026] [wsgi:error] [pid ${pid}:tid 140099] [client 192.0.2.7:51022] ${words}`
const heading = 'Traceback (most recent call last):'
const loading = ["WSGI0109: Unable to execute Python script file '/srv/shop/wsgi.py'.", "WSGI0174: ModuleNotFoundError exception raised processing WSGI script '/srv/shop/wsgi.py' for main interpreter."]
const missing = [heading, '  File "/srv/shop/wsgi.py", line 3, in <module>', '    import shop', "ModuleNotFoundError: No module named 'shop'"]

describe('A traceback is one event', () => {
  test('with the exception as its head, the script and the innermost step', () => {
    expect(told([...loading, ...missing].map(by(9)))).toEqual([
      { exceptionType: 'ModuleNotFoundError', words: "ModuleNotFoundError: No module named 'shop'", script: '/srv/shop/wsgi.py', frame: '/srv/shop/wsgi.py:3', lines: '3-6', count: 1, earlier: [] },
    ])
  })

  test('that counts how often it came', () => {
    expect(told([...missing, ...missing, ...missing].map(by(9))).map(({ lines, count }) => `${lines} ${count}`)).toEqual(['1-4 3'])
  })

  test('also where two processes write at the same time', () => {
    const other = [heading, '  File "/srv/shop/wsgi.py", line 9, in application', '    return pages[name]', "KeyError: 'cart', referer: http://www.example.com/"]
    const lines = missing.flatMap((line, i) => [by(9)(line), by(12)(other[i] ?? '')])
    expect(told(lines).map(({ words, frame, lines: place }) => `${words} ${frame} ${place}`)).toEqual(["ModuleNotFoundError: No module named 'shop' /srv/shop/wsgi.py:3 1-7", "KeyError: 'cart' /srv/shop/wsgi.py:9 2-8"])
  })

  test('where one exception led to another', () => {
    for (const link of ['During handling of the above exception, another exception occurred:', 'The above exception was the direct cause of the following exception:']) {
      const chain = [heading, '  File "/srv/shop/conf.py", line 2, in <module>', "    home = environ['HOME']", '           ~~~~~~~^^^^^^^^', "KeyError: 'HOME'", '', link, '', heading, '  File "/srv/shop/wsgi.py", line 5, in <module>', '    raise RuntimeError(\'no home\')', 'RuntimeError: no home']
      for (const lines of [chain, chain.map(by(9))]) expect(told(lines)).toEqual([{ exceptionType: 'RuntimeError', words: 'RuntimeError: no home', script: undefined, frame: '/srv/shop/wsgi.py:5', lines: '1-12', count: 1, earlier: ["KeyError: 'HOME'"] }])
    }
  })

  test('beneath mod_wsgi’s message, without any prefix', () => {
    const head = "[Mon Nov 23 00:06:13.527540 2026] [wsgi:error] [pid 9:tid 140099] mod_wsgi (pid=9): Failed to exec Python script file '/srv/shop/wsgi.py'."
    for (const front of ['', '2026-11-23T00:06:13.527532417Z ', 'Nov 23 00:06:13 www httpd[9]: ', 'web-1  | ']) {
      const all = told([head, ...missing.map(line => front + line)])
      expect(all.map(({ words, script, frame }) => ({ front, words, script, frame }))).toEqual([{ front, words: "ModuleNotFoundError: No module named 'shop'", script: '/srv/shop/wsgi.py', frame: '/srv/shop/wsgi.py:3' }])
    }
  })

  test('of a syntax error, whose last step has no function', () => {
    expect(told([heading, '  File "/srv/shop/wsgi.py", line 1, in <module>', '    import shop', '  File "/srv/shop/shop.py", line 2', '    def x(', '         ^', "SyntaxError: '(' was never closed"]).map(({ exceptionType, frame }) => `${exceptionType} ${frame}`)).toEqual(['SyntaxError /srv/shop/shop.py:2'])
  })

  test('of Windows, with its line ends and doubled backslashes', () => {
    const lines = [heading, '  File "C:\\\\shop\\\\app.wsgi", line 4, in <module>', '    import shop', "ModuleNotFoundError: No module named 'shop'"].map(line => by(9)(`${line}\\r`))
    expect(told(lines).map(({ words, frame }) => `${words} ${frame}`)).toEqual(["ModuleNotFoundError: No module named 'shop' C:\\shop\\app.wsgi:4"])
  })

  test('of Apache 2.2, where only the client tells the writers apart', () => {
    const lines = missing.flatMap(line => [`[Wed Jan 22 18:43:51 2014] [error] [client 192.0.2.7] ${line}`, `[Wed Jan 22 18:43:51 2014] [error] [client 192.0.2.8] ${line.replaceAll('shop', 'blog')}`])
    expect(told(lines).map(({ words }) => words)).toEqual(["ModuleNotFoundError: No module named 'shop'", "ModuleNotFoundError: No module named 'blog'"])
  })

  test('with an exception of the application’s own', () => {
    expect(told([heading, '  File "/srv/shop/wsgi.py", line 9, in application', '    raise SoldOut(name)', 'shop.stock.SoldOut: tea'].map(by(9))).map(({ exceptionType }) => exceptionType)).toEqual(['shop.stock.SoldOut'])
  })

  test('and a heading without its exception is none', () => {
    expect(told([heading, '  File "/srv/shop/wsgi.py", line 9, in application'].map(by(9)))).toEqual([])
  })
})
