import { defineFact, type Fact } from '../../core/need.ts'
import { httpdV } from '../apache-build/httpd-V.ts'
import { isStatic } from '../apache-modules/names.ts'

/** The MPMs in `httpd -M`, without `itk`, which sits on top of prefork. */
export const listedMpms = defineFact<readonly string[]>(['httpd-M'], known => {
  const fields = known.fields('httpd-M', 'module').filter(f => /^mpm_(?!itk_)\w+_module$/.test(String(f.value)))
  return known.section('httpd-M') && { value: fields.map(f => String(f.value).slice(4, -7)), evidence: fields }
})

/** The MPM of the program that was asked: from `-V`, or where that left it blank, the only one in `-M`. */
export const mpm = defineFact<string>(['httpd-V', 'httpd-M'], (known): Fact<string> | undefined => {
  const named = httpdV.fields.mpm.get(known)
  if (named && named.value !== '') return { value: named.value, evidence: [named] }
  // -D APACHE_MPM_DIR="server/mpm/worker": until 2.2 the MPM was always built in, and 2.0 has no line of its own for it.
  const directory = known.fields('httpd-V', 'define').find(f => String(f.value).startsWith('APACHE_MPM_DIR='))
  const built = /\/(\w+)"?$/.exec(String(directory?.value))?.[1]
  if (directory && built !== undefined) return { value: built, evidence: [directory] }
  const listed = listedMpms.get(known)
  const [only, ...more] = listed?.value ?? []
  return listed && only !== undefined && !more.length ? { value: only, evidence: listed.evidence } : undefined
})

/** True or false where the list of modules is whole, or where it shows the module. */
export const wsgiLoaded = defineFact<boolean>(['httpd-M'], known => {
  const section = known.section('httpd-M')
  const wsgi = known.fields('httpd-M', 'module').find(f => f.value === 'wsgi_module')
  if (wsgi) return { value: true, evidence: [wsgi] }
  if (section?.extent !== 'whole' || !section.closed) return undefined
  const core = section.fields.find(f => f.value === 'core_module')
  return { value: false, evidence: core ? [core] : [] }
})

/** Whether mod_wsgi is part of the program itself, as a few private builds have it. */
export const wsgiStatic = defineFact<boolean>(['httpd-M', 'httpd-l'], known => {
  const listedStatic = known.fields('httpd-M', 'module').find(f => f.value === 'wsgi_module' && isStatic(f))
  const found = listedStatic ?? known.fields('httpd-l', 'module').find(f => f.value === 'mod_wsgi.c')
  return found && { value: true, evidence: [found] }
})
