import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { libpython, pythonStatic } from '../checks/facts/libpython.ts'
import { modWsgiVersion } from '../checks/facts/mod-wsgi.ts'
import { mpm, wsgiLoaded } from '../checks/facts/mpm.ts'
import { mutexDefault } from '../checks/facts/mutex-default.ts'
import { mode, virtualEnvironment } from '../checks/facts/python.ts'
import { platform } from '../checks/platform/platform.ts'
import { sysPrefix } from '../checks/python-installation/sys-prefix.ts'
import type { Fact, Known, Need } from '../core/need.ts'
import type { Field, Value } from '../core/output.ts'
import type { Summary, SummaryKey } from './index.ts'

/** How one value of the summary is found. */
export interface Row<K extends SummaryKey = SummaryKey> {
  readonly key: K
  readonly label: string
  find(known: Known): Fact<NonNullable<Summary[K]>> | undefined
}

const row = <K extends SummaryKey>(key: K, label: string, find: (known: Known) => Fact<NonNullable<Summary[K]>> | undefined): Row<K> => ({ key, label, find })

const field = <T extends Value>(need: Need<Field<T>>) => (known: Known): Fact<T> | undefined => {
  const found = need.get(known)
  return found && { value: found.value, evidence: [found] }
}

const firstOf = <T>(...ways: readonly ((known: Known) => Fact<T> | undefined)[]) => (known: Known) => {
  for (const way of ways) {
    const found = way(known)
    if (found) return found
  }
  return undefined
}

/** All values of a field in a section that is whole. */
const listOf = (output: string, key: string) => (known: Known): Fact<readonly string[]> | undefined => {
  const fields = known.fields(output, key)
  return known.section(output)?.extent === 'whole' && fields.length ? { value: fields.map(f => String(f.value)), evidence: fields } : undefined
}

const fact = <T>(need: Need<Fact<T>>) => (known: Known) => need.get(known)
const V = httpdV.fields
const D = diagnostic.fields

const otherSource = (output: string, key: string) => (known: Known): Fact<string> | undefined => {
  const found = known.field(output, key)
  return found && { value: String(found.value), evidence: [found] }
}

const listField = (output: string, keys: readonly string[]) => (known: Known): Fact<readonly string[]> | undefined => {
  for (const key of keys) {
    const found = known.field(output, key)
    if (found && Array.isArray(found.value)) return { value: found.value as readonly string[], evidence: [found] }
  }
  return undefined
}

/** mod_wsgi 3 writes the whole version of the running Python into the start notice; later releases write `3.12`, of the build. */
const bannerPython = (known: Known): Fact<string> | undefined => {
  const found = known.field('error-log', 'bannerPython')
  return found && /^\d+\.\d+\.\d+/.test(String(found.value)) ? { value: String(found.value), evidence: [found] } : undefined
}

/** The values "at a glance" in the order in which they are read; names as in the report's JSON. */
export const rows: readonly Row[] = [
  row('platform', 'Platform', fact(platform)),
  row('serverVersion', 'Apache', firstOf(field(V.serverVersion))),
  row('serverBanner', 'Names itself', field(V.serverBanner)),
  row('mpm', 'MPM', fact(mpm)),
  row('threaded', 'Threaded', field(V.threaded)),
  row('forked', 'Forked', field(V.forked)),
  row('architecture', 'Architecture', field(V.architecture)),
  row('aprLoaded', 'APR loaded', field(V.aprLoaded)),
  row('aprUtilLoaded', 'APR-UTIL loaded', field(V.aprUtilLoaded)),
  row('pcreLoaded', 'PCRE loaded', field(V.pcreLoaded)),
  row('aprCompiled', 'APR compiled with', field(V.aprCompiled)),
  row('aprUtilCompiled', 'APR-UTIL compiled with', field(V.aprUtilCompiled)),
  row('pcreCompiled', 'PCRE compiled with', field(V.pcreCompiled)),
  row('httpdRoot', 'HTTPD_ROOT', field(V.httpdRoot)),
  row('configFile', 'Configuration file', field(V.configFile)),
  row('defines', 'Settings compiled in', known => {
    const lines = [...known.fields('httpd-V', 'define'), ...known.fields('httpd-V', 'unknownDefine')]
    return lines.length ? { value: lines.length, evidence: lines } : undefined
  }),
  row('configurePrefix', 'Configured for', otherSource('config-nice', 'prefix')),
  row('installBuildDir', 'Build directory', otherSource('apxs', 'installBuildDir')),
  row('compiledModules', 'Compiled-in modules', listOf('httpd-l', 'module')),
  row('loadedModules', 'Loaded modules', listOf('httpd-M', 'module')),
  row('wsgiLoaded', 'mod_wsgi loaded', fact(wsgiLoaded)),
  row('mutexDefault', 'Default lock of APR', fact(mutexDefault)),
  row('mutexMechanisms', 'Locks for Mutex', listField('mutex', ['mechanisms', 'mechanisms22'])),
  row('acceptMutexMechanisms', 'Locks for WSGIAcceptMutex', listField('mutex', ['acceptMechanisms'])),
  row('libpython', 'Python library', known => {
    const found = libpython.get(known)
    return found && { value: found.value.name, evidence: found.evidence }
  }),
  row('libpythonPath', 'Found at', known => {
    const found = libpython.get(known)
    return found?.value.path === undefined ? undefined : { value: found.value.path, evidence: found.evidence }
  }),
  row('librariesNotFound', 'Libraries not found', known => {
    const missing = known.fields('ldd', 'notFound')
    return missing.length ? { value: [...new Set(missing.map(f => String(f.value)))], evidence: missing } : undefined
  }),
  row('pythonStatic', 'Python inside the module', fact(pythonStatic)),
  row('pythonVersion', 'Python', firstOf(field(D.pythonVersion), field(sysPrefix.fields.shellVersion), bannerPython)),
  row('pythonPrefix', 'sys.prefix', firstOf(field(D.prefix), field(sysPrefix.fields.prefix))),
  row('pythonPath', 'sys.path', firstOf(field(D.path), field(sysPrefix.fields.path))),
  row('virtualEnvironment', 'Virtual environment', fact(virtualEnvironment)),
  row('mode', 'Mode', fact(mode)),
  row('processGroup', 'Process group', field(D.processGroup)),
  row('applicationGroup', 'Application group', field(D.applicationGroup)),
  row('multithread', 'wsgi.multithread', field(D.multithread)),
  row('multiprocess', 'wsgi.multiprocess', field(D.multiprocess)),
  row('modWsgiVersion', 'mod_wsgi', fact(modWsgiVersion)),
]
