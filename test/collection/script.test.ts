import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { collection } from '../../src/checks/collection/index.ts'
import { analyse } from '../../src/core/report.ts'
import { summarise } from '../../src/summary/index.ts'
import { fixtures, foldersIn, tabByTab } from '../engine/lab.ts'
import { collect, notUnderstood, scriptFile, shells } from './collect.ts'

const hasShellcheck = spawnSync('shellcheck', ['--version']).status === 0
const shell = shells[0] ?? ['sh']
const unix = process.platform !== 'win32'

let place = ''
beforeAll(() => { place = mkdtempSync(join(tmpdir(), 'wsgi-checkup-fakes-')) })
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** A folder with nothing in it but what the script itself needs, and these programs: each prints a text, chosen by its arguments. */
function machine(name: string, programs: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const folder = join(place, name)
  mkdirSync(folder)
  for (const tool of ['sh', 'dash', 'bash', 'busybox', 'sed', 'awk', 'grep', 'head', 'tail', 'ls', 'id', 'cat', 'env', 'sort', 'tr', 'ps'])
    for (const bin of ['/usr/bin', '/bin']) if (existsSync(join(bin, tool)) && !existsSync(join(folder, tool))) symlinkSync(join(bin, tool), join(folder, tool))
  for (const [program, answers] of Object.entries(programs)) {
    const cases = Object.entries(answers).map(([args, text], n) => {
      writeFileSync(join(folder, `${program}.${n}.txt`), text)
      return `  "${args}"*) cat "${folder}/${program}.${n}.txt" ;;`
    })
    writeFileSync(join(folder, program), `#!/bin/sh\ncase "$*" in\n${cases.join('\n')}\n  *) exit 1 ;;\nesac\n`)
    chmodSync(join(folder, program), 0o755)
  }
  return folder
}

const uname = (system: string) => ({ uname: { '-sm': `${system} arm64`, '-s': system } })

test.skipIf(!hasShellcheck)(`The collection script is clean for shellcheck${hasShellcheck ? '' : ' (which is not installed)'}`, () => {
  expect(spawnSync('shellcheck', ['-s', 'sh', scriptFile], { encoding: 'utf8' }).stdout).toBe('')
})

test('The page shows the script that is tested here', () => {
  expect(collection.script).toBe(readFileSync(scriptFile, 'utf8'))
})

describe.skipIf(!unix)('The collection script', () => {
  test('says how it is used where it is given what it does not know', () => {
    const { text, status } = collect(shell, ['--help'])
    expect(status).toBe(2)
    expect(text).toMatch(/^Usage: sh wsgi-checkup\.sh \[HTTPD=FILE\]/)
  })

  test('goes on where tools are missing, and says which', () => {
    const folder = machine('bare', { ...uname('Linux'), httpd: { '-V': 'Server version: Apache/2.4.66 (Unix)\nServer built:   Nov 26 2026 00:00:00\n' } })
    const module = join(folder, 'mod_wsgi.so')
    writeFileSync(module, '')
    const { text, status } = collect(shell, [`HTTPD=${folder}/httpd`, `MODULE=${module}`, `PYTHON=${folder}/python3`], { PATH: folder })
    expect(status).toBe(0)
    const left = text.split('\n').filter(line => line.startsWith('==== # ')).map(line => line.slice(7))
    expect(left).toEqual(expect.arrayContaining(['Left out: file is not here.', 'Left out: readelf is not here.', `${folder}/python3 is no program.`]))
    expect(text).not.toMatch(/: not found|command not found/)
    expect(notUnderstood(analyse([{ id: 'p', text }]))).toEqual([])
  })

  test('quotes a path with blanks in its headings', () => {
    const folder = machine('with blanks', { ...uname('Linux'), httpd: { '-V': 'Server version: Apache/2.4.66 (Unix)\n' } })
    expect(collect(shell, [`HTTPD=${folder}/httpd`], { PATH: folder }).text).toContain(`==== $ '${folder}/httpd' -V\nServer version`)
  })

  test('does not read itself away where it comes through standard input', () => {
    const folder = machine('through', { ...uname('Linux'), httpd: { '-V': 'Server version: Apache/2.4.66 (Unix)\n' } })
    const { stdout } = spawnSync('sh', ['-s', `HTTPD=${folder}/httpd`], { input: collection.script, encoding: 'utf8', env: { PATH: folder } })
    expect(stdout.trimEnd()).toMatch(/==== # The end\. .*$/)
  })
})

const outputs = ['httpd-V', 'httpd-l', 'httpd-M', 'mutex', 'wsgi-accept-mutex', 'accept-mutex', 'ldd', 'otool', 'sys-prefix', 'diagnostic', 'error-log']

/** The script shows the end of a log. */
const endOf = (log: string) => `${log.trimEnd().split('\n').slice(-200).join('\n')}\n`

const captureIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(outputs.flatMap(name => {
    const file = join(folder, `${name}.txt`)
    const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined
    return text === undefined ? [] : [[name, name === 'error-log' ? endOf(text) : text] as const]
  }))

const captures = [...foldersIn(join(fixtures, 'lab')).map(id => join('lab', id)), 'examples/homebrew-healthy']
  .map(folder => [folder, captureIn(join(fixtures, folder))] as const)
  .filter(([, capture]) => capture.has('httpd-V') && capture.has('httpd-M') && (capture.has('ldd') || capture.has('otool')))

describe.skipIf(!unix)('An installation of the fixtures, asked by the script,', () => {
  test.each(captures)('is read as if each tab had been filled by hand: %s', (id, capture) => {
    const of = (name: string) => capture.get(name) ?? ''
    const mac = capture.has('otool')
    const folder = machine(id.replace('/', '-'), {
      ...uname(mac ? 'Darwin' : 'Linux'),
      httpd: { '-V': of('httpd-V'), '-l': of('httpd-l'), '-M': of('httpd-M'), '-t -c Mutex': of('mutex'), '-t -c WSGIAccept': of('wsgi-accept-mutex') || of('accept-mutex') },
      python3: { '-c': of('sys-prefix') },
      curl: { '-sS': of('diagnostic') },
      ...(mac ? { 'xcode-select': { '-p': '' }, otool: { '-L': of('otool') } } : { ldd: { '': of('ldd') } }),
    })
    const [module, log] = [join(folder, 'mod_wsgi.so'), join(folder, 'error_log')]
    writeFileSync(module, '')
    writeFileSync(log, of('error-log'))
    const { text } = collect(shell, [`HTTPD=${folder}/httpd`, `MODULE=${module}`, `PYTHON=${folder}/python3`, `LOG=${log}`, 'URL=http://localhost/wsgi-checkup'], { PATH: folder })
    const byHand = analyse(tabByTab([...capture].map(([name, content]) => ({ file: `${name}.txt`, text: content }))))
    const report = analyse([{ id: 'p', text }])
    expect(summarise(report)).toEqual(summarise(byHand))
    const foreign = new Set(notUnderstood(byHand))
    expect(notUnderstood(report).filter(line => !foreign.has(line))).toEqual([])
  })
})
