import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { optional, section } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

const major = (version: string) => Number.parseInt(version, 10)

/** 2.4.53 was the first to print the library. Trunk, 2.5, has numbers of its own. */
const printsPcre = (version: string) => {
  const third = /^2\.4\.(\d+)/.exec(version)?.[1]
  return third !== undefined && Number(third) >= 53
}

export const rule = defineRule({
  title: 'The line of libraries fits the release of Apache',
  fault: 'The line of libraries does not fit the release of Apache',
  severity: 'risky',
  plain: 'The output may be put together from two servers.',
  why: 'Since 2.4.53 `-V` names PCRE, the library for regular expressions, in both lines. PCRE 8 and PCRE2, which counts from 10, are two libraries; a program is compiled for one of them.',
  speaks: 'PCRE 8 in memory where Apache was compiled with PCRE2, or the reverse; or no PCRE in the whole output of Apache 2.4.53 or newer.',
  docs: ['user-guides/checking-your-installation#apache-build-information', 'httpd:programs/configure#packages'],
  needs: { build: section('httpd-V'), version: httpdV.fields.serverVersion, apr: httpdV.fields.aprLoaded, loaded: optional(httpdV.fields.pcreLoaded), compiled: optional(httpdV.fields.pcreCompiled), config: optional(httpdV.fields.configFile) },
  because: ['two-installations'],
  examine({ build, version, apr, loaded, compiled, config }) {
    if (loaded && compiled)
      return major(loaded.value) < 10 === major(compiled.value) < 10
        // A PCRE in the output of an older release is a vendor's addition, and harmless.
        ? undefined
        : {
            severity: 'risky',
            says: `PCRE ${code(loaded)} is in memory, but Apache was compiled with PCRE ${code(compiled)}; they are two different libraries. The two lines were mixed, or edited.`,
            evidence: [loaded, compiled],
            pair: [loaded, compiled],
            fix: 'Ask once more for the whole output of one program.',
            verify: 'Both lines name PCRE 8, or both PCRE 10.',
          }
    // The name may stand in a form that we do not read, or on a line that was wrapped off.
    const anywhere = build.readings.some(({ line }) => /PCRE/.test(line.text) || /APR-U\S* [\d.]+,\s*$/i.test(line.text))
    // Builds of trunk with APR 2 have no APR-UTIL, and other rules for this line; Apple brings a PCRE of its own.
    if (config?.value.startsWith('/private/') || build.extent !== 'whole' || anywhere || !printsPcre(version.value) || apr.value.startsWith('2')) return undefined
    return { severity: 'notable', says: `Apache ${code(version)} names PCRE in the line of its libraries, and here it is missing: a vendor’s patch, or a line of an older server. It does no harm by itself.`, evidence: [version, apr] }
  },
})
