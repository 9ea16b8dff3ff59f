import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diagnostic } from '../../src/checks/diagnostic-script/diagnostic.ts'
import { analyse } from '../../src/core/report.ts'
import { summarise } from '../../src/summary/index.ts'
import { apacheMissing } from './apache.ts'
import { collect, notUnderstood, shells } from './collect.ts'
import { startServer, type Server } from './server.ts'

const page = async (port: number, path: string) => (await fetch(`http://localhost:${port}${path}`)).text()
const read = (text: string) => analyse([{ id: 'page', text }])

describe.skipIf(apacheMissing)(`The diagnostic script in Debian’s Apache${apacheMissing === undefined ? '' : ` (${apacheMissing})`}`, () => {
  let server: Server | undefined
  const at = () => {
    if (!server) throw new Error('Apache was not started.')
    return server
  }
  beforeAll(async () => {
    server = await startServer()
  }, 30_000)
  afterAll(() => server?.stop())

  const cases = [
    ['embedded', '/wsgi-checkup', { mode: 'embedded', processGroup: '', multithread: true, multiprocess: true }],
    ['embedded', '/extended', { mode: 'embedded', processGroup: '', multithread: true, multiprocess: true }],
    ['daemon', '/wsgi-checkup', { mode: 'daemon', processGroup: 'site', applicationGroup: '', multithread: true, multiprocess: true }],
    ['daemon', '/extended', { mode: 'daemon', processGroup: 'site', applicationGroup: '', multithread: true, multiprocess: true }],
  ] as const

  test.each(cases)('tells the truth in %s mode at %s', async (mode, path, truth) => {
    const port = at()[mode]
    const text = await page(port, path)
    const report = read(text)
    expect(notUnderstood(report)).toEqual([])
    const group = mode === 'embedded' ? { applicationGroup: `localhost:${port}|${path}` } : {}
    expect(summarise(report)).toMatchObject({ ...truth, ...group, pythonPrefix: '/usr' })
    expect(report.sections.map(({ output, extent }) => `${output.id} ${extent}`)).toEqual(['diagnostic whole'])
  })

  test('says in its extended form what the rules can use beyond the seven lines', async () => {
    const { embedded, daemon } = at()
    const known = [read(await page(embedded, '/extended')), read(await page(daemon, '/extended'))].map(report => report.known)
    const values = (name: keyof typeof diagnostic.fields) => known.map(one => diagnostic.fields[name].get(one)?.value)
    expect(values('mpmName')).toEqual(['event', 'event'])
    expect(values('maximumProcesses')[1]).toBe(2)
    expect(values('threadsPerProcess')[1]).toBe(3)
    expect(values('runOnce')).toEqual([false, false])
    expect(values('basePrefix')).toEqual(['/usr', '/usr'])
    expect(values('gilEnabled')).toEqual([true, true])
    for (const name of ['modWsgiVersion', 'apacheVersion', 'serverSoftware', 'execPrefix', 'abiFlags', 'activeThreads'] as const) expect(values(name)).not.toContain(undefined)
  })

  test('is reached above the application’s own alias, and not from outside of its virtual host', async () => {
    expect(await page(at().embedded, '/')).toBe('another application')
    expect(await page(at().embedded, '/outside')).toBe('another application')
  })

  test('is asked by the collection script where URL= names it, together with the log', () => {
    const { daemon, log } = at()
    const { text } = collect(shells[0] ?? ['sh'], [`URL=http://localhost:${daemon}/extended`, `LOG=${log}`])
    const report = read(text)
    expect(notUnderstood(report)).toEqual([])
    expect(summarise(report)).toMatchObject({ platform: 'debian', mode: 'daemon', processGroup: 'site', wsgiLoaded: true })
    const findings = report.outcomes.flatMap(one => (one.kind === 'found' ? one.findings.map(({ severity, says }) => `${one.rule.id}, ${severity}: ${says}`) : []))
    expect(findings.filter(says => !says.includes(', notable: '))).toEqual([])
  })

  test('whose address nobody answers is said to be out of reach', () => {
    const report = read(collect(shells[0] ?? ['sh'], ['URL=http://127.0.0.1:9/wsgi-checkup']).text)
    expect(notUnderstood(report)).toEqual([])
    expect(report.known.field('diagnostic', 'unreached')?.value).toMatch(/^curl: \(7\)/)
  })
})
