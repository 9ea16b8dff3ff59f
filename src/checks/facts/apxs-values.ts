import { defineFact, type Fact, type Known, type Need } from '../../core/need.ts'
import { apxs } from '../apache-build/apxs.ts'

const listed = ['setting', 'otherSetting', 'answer'] as const

function valueOf(known: Known, names: readonly string[]): Fact<string> | undefined {
  for (const field of listed.flatMap(key => known.fields('apxs', key))) {
    for (const text of Array.isArray(field.value) ? field.value : [String(field.value)]) {
      // HTTPD_VERSION=2.4.71, exp_prefix=/usr/local/apache2, SBINDIR: /usr/sbin
      const [, name = '', value = ''] = /^(\w+)\s?[=:]\s?(.*)$/.exec(text) ?? []
      if (names.includes(name) && value !== '' && !value.includes('$')) return { value, evidence: [field] }
    }
  }
  return undefined
}

/** The release whose development files `apxs` belongs to. */
export const apxsRelease: Need<Fact<string>> = defineFact<string>(['apxs'], known => {
  const line = apxs.fields.version.get(known)
  return line ? { value: line.value, evidence: [line] } : valueOf(known, ['HTTPD_VERSION'])
})

/** Where the build files are: `apxs -q installbuilddir`, else the place that they have below `prefix` in a build from source. */
export const buildDirectory: Need<Fact<string>> = defineFact<string>(['apxs'], known => {
  const line = apxs.fields.installBuildDir.get(known)
  if (line) return { value: line.value, evidence: [line] }
  const prefix = valueOf(known, ['exp_prefix', 'prefix', 'PREFIX'])
  return prefix && { value: `${prefix.value}/build`, evidence: prefix.evidence }
})
