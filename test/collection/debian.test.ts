import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/core/report.ts'
import { summarise } from '../../src/summary/index.ts'
import { astray, lost } from '../engine/places.ts'
import { apacheMissing } from './apache.ts'
import { collect, notUnderstood, shells } from './collect.ts'

const output = (program: string, ...args: readonly string[]) => execFileSync(program, args, { encoding: 'utf8' }).trim()

/** Each file with its size and time, of the places that Apache, its wrapper and Python write to. */
const traces = () =>
  ['/etc/apache2', '/var/log/apache2', '/var/run/apache2', '/var/lock/apache2', '/usr/lib/apache2', '/var/www'].flatMap(folder =>
    existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => {
      const { size, mtimeMs } = statSync(join(folder, file), { throwIfNoEntry: false }) ?? {}
      return `${folder}/${file} ${size} ${mtimeMs}`
    }) : [],
  )

const modules = () => readdirSync('/etc/apache2/mods-enabled').filter(file => file.endsWith('.load')).map(file => file.replace('.load', ''))

/** Addresses, and the order in which Apache lists its locks, differ from run to run. */
const steady = (text: string) => text.replace(/0x[0-9a-f]{8,}/g, '0x').split('\n').toSorted()

describe.skipIf(apacheMissing)(`The collection script on Debian’s Apache${apacheMissing === undefined ? '' : ` (${apacheMissing})`}`, () => {
  const before = apacheMissing === undefined ? traces() : []
  const first = apacheMissing === undefined ? collect(shells[0] ?? ['sh']) : { text: '', left: [], status: 0 }
  const report = analyse([{ id: 'p', text: first.text }])
  const summary = summarise(report)

  test('changes nothing', () => {
    expect(traces()).toEqual(before)
    expect(first.left).toEqual([])
    expect(first.status).toBe(0)
  })

  test('prints nothing that is not understood, and every value stands where it says', () => {
    expect([...notUnderstood(report), ...astray(report), ...lost(report)]).toEqual([])
  })

  test('brings every output that this machine has', () => {
    const outputs = new Set(report.sections.filter(({ extent }) => extent === 'whole' || extent === 'part').map(one => one.output.id))
    expect([...outputs]).toEqual(expect.arrayContaining(['httpd-V', 'httpd-l', 'httpd-M', 'mutex', 'config', 'ldd', 'sys-prefix']))
  })

  test('is read without a wrong value', () => {
    const libpython = /\[(libpython[^\]]*)\]/.exec(output('readelf', '-d', '/usr/lib/apache2/modules/mod_wsgi.so'))?.[1]
    const python = /libpython(\d\.\d+)/.exec(libpython ?? '')?.[1]
    expect(summary).toMatchObject({
      platform: 'debian',
      serverVersion: output('dpkg-query', '-W', '-f', '${Version}', 'apache2').replace(/-.*/, ''),
      mpm: modules().find(name => name.startsWith('mpm_'))?.replace('mpm_', ''),
      architecture: '64-bit',
      httpdRoot: '/etc/apache2',
      configFile: 'apache2.conf',
      wsgiLoaded: modules().includes('wsgi'),
      libpython,
      pythonVersion: output(`/usr/bin/python${python}`, '-c', 'import platform; print(platform.python_version())'),
      pythonPrefix: '/usr',
      pythonStatic: false,
    })
    const shared = summary.loadedModules?.map(name => name.replace(/_module$/, '')).filter(name => modules().includes(name))
    expect(shared?.toSorted()).toEqual(modules().toSorted())
    expect(summary.mutexMechanisms).toContain(summary.mutexDefault)
    expect(summary.acceptMutexMechanisms).toContain('fcntl')
  })

  test('finds nothing wrong with the package', () => {
    const findings = report.outcomes.flatMap(one => (one.kind === 'found' ? one.findings.map(({ severity, says }) => `${one.rule.id}, ${severity}: ${says}`) : []))
    expect(findings.filter(says => !says.includes(', notable: '))).toEqual([])
  })

  test.each(shells.slice(1).map(shell => [shell.join(' '), shell] as const))('says the same in %s', (_, shell) => {
    expect(steady(collect(shell).text)).toEqual(steady(first.text))
  })

  test('asks the program itself where its wrapper would make directories', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wsgi-checkup-envvars-'))
    try {
      const envvars = join(folder, 'envvars')
      writeFileSync(envvars, `. /etc/apache2/envvars\nexport APACHE_RUN_DIR=${folder}/run APACHE_LOCK_DIR=${folder}/lock\n`)
      const { text } = collect(shells[0] ?? ['sh'], [], { APACHE_ENVVARS: envvars })
      const again = analyse([{ id: 'p', text }])
      expect(readdirSync(folder)).toEqual(['envvars'])
      expect(text).toContain('==== $ /usr/sbin/apache2 -V')
      expect(notUnderstood(again)).toEqual([])
      expect(summarise(again)).toEqual(summary)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
