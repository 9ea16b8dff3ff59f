import type { Summary, SummaryKey } from '../../src/summary/index.ts'
import type { Case } from './lab.ts'

export interface Verdict {
  readonly key: SummaryKey | 'module count' | 'shared modules'
  readonly expected: unknown
  readonly got: unknown
  readonly is: 'right' | 'missing' | 'wrong'
}

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Compares a summary with every value of the truth that the inputs of the case can show. */
export function verdicts({ truth, inputs }: Case, summary: Summary): readonly Verdict[] {
  const text = inputs.map(input => input.text).join('\n')
  const has = (...files: readonly string[]) => inputs.some(({ file }) => file === 'transcript.txt' || files.includes(file))
  const shown = (value: unknown) => typeof value !== 'string' || text.includes(value)
  const all: Verdict[] = []
  const judge = (key: Verdict['key'], expected: unknown, got: unknown) =>
    all.push({ key, expected, got, is: got === undefined ? 'missing' : equal(expected, got) ? 'right' : 'wrong' })
  const compare = (key: Verdict['key'], expected: unknown, got: unknown, visible: boolean) => {
    if (expected !== undefined && expected !== null && visible && shown(expected)) judge(key, expected, got)
  }
  /** Nothing in the inputs says it outright: it may be absent, but not wrong. */
  const allow = (key: SummaryKey, expected: unknown, got: unknown) => {
    if (expected !== undefined && expected !== null && got !== undefined) judge(key, expected, got)
  }
  const { server, modules, mutex, linking, python, wsgi } = truth

  const build = has('httpd-V.txt')
  compare('serverVersion', server?.version, summary.serverVersion, build)
  compare('mpm', server?.mpm, summary.mpm, build && text.split('Server MPM:').some(after => after.trimStart().startsWith(server?.mpm ?? '?')))
  for (const key of ['architecture', 'aprLoaded', 'aprUtilLoaded', 'aprCompiled', 'aprUtilCompiled', 'httpdRoot', 'configFile'] as const)
    compare(key, server?.[key], summary[key], build)
  allow('platform', server?.platform === 'Debian' ? 'debian' : undefined, summary.platform)

  const listed = has('httpd-M.txt') && /_module \((?:static|shared)\)/.test(text)
  compare('module count', modules?.count, summary.loadedModules?.length, listed)
  compare('shared modules', modules?.shared, modules?.shared && summary.loadedModules?.slice(-modules.shared.length), listed)
  compare('wsgiLoaded', modules?.wsgi, summary.wsgiLoaded, listed)
  compare('compiledModules', modules?.static, summary.compiledModules, has('httpd-l.txt') && text.includes('Compiled in modules'))
  compare('mutexDefault', mutex?.default, summary.mutexDefault, build && /APR_USE_\w*SERIALIZE/.test(text))

  const linked = has('ldd.txt', 'otool.txt')
  compare('libpython', linking?.libpython, summary.libpython, linked)
  compare('libpythonPath', linking?.path, summary.libpythonPath, linked)
  compare('librariesNotFound', linking?.notFound, summary.librariesNotFound, linked && linking?.notFound?.length !== 0 && text.includes('not found'))
  if (linked && linking?.static) judge('pythonStatic', true, summary.pythonStatic)
  else allow('pythonStatic', linking?.static ?? 'cannot be known', summary.pythonStatic)

  const asked = has('diagnostic.txt', 'sys-prefix.txt')
  compare('pythonVersion', python?.version, summary.pythonVersion, asked)
  compare('pythonPrefix', python?.prefix, summary.pythonPrefix, asked)
  allow('virtualEnvironment', python?.venv, summary.virtualEnvironment)

  compare('processGroup', wsgi?.processGroup, summary.processGroup, text.includes('mod_wsgi.process_group'))
  if (wsgi && text.includes('mod_wsgi.process_group')) judge('mode', wsgi?.mode, summary.mode)
  else allow('mode', wsgi?.mode, summary.mode)
  compare('applicationGroup', wsgi?.applicationGroup, summary.applicationGroup, text.includes('mod_wsgi.application_group'))
  compare('multithread', wsgi?.multithread, summary.multithread, text.includes('wsgi.multithread'))
  compare('multiprocess', wsgi?.multiprocess, summary.multiprocess, text.includes('wsgi.multiprocess'))
  const introduced = /(?:configured -- resuming|SERVER_SOFTWARE)/.test(text)
  if (introduced) compare('modWsgiVersion', wsgi?.modWsgiVersion, summary.modWsgiVersion, text.includes(`mod_wsgi/${wsgi?.modWsgiVersion}`))
  else allow('modWsgiVersion', wsgi?.modWsgiVersion, summary.modWsgiVersion)
  return all
}
