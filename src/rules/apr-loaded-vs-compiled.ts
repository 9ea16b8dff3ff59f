import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import type { Field } from '../core/output.ts'
import { defineRule, type Finding } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** `1.7.0-dev` counts as 1.7.0. */
const numbers = (version: string) => version.split(/[.-]/).map(Number)

function compare(name: string, loaded: Field<string> | undefined, compiled: Field<string> | undefined, start: string): readonly Finding[] {
  if (!loaded || !compiled) return []
  const [major = 0, minor = 0] = numbers(loaded.value)
  const [wantedMajor = 0, wantedMinor = 0] = numbers(compiled.value)
  // A newer one within the same major number, and any third number, is what an update of the system leaves.
  if (major === wantedMajor && minor >= wantedMinor) return []
  const other = major !== wantedMajor
  return [{
    severity: other ? 'broken' : 'risky',
    says: `Apache was compiled with ${name} ${code(compiled)}, but ${code(loaded)} is in memory: ${other ? 'the two have different interfaces' : 'functions that it counts on may be missing there'}. Usually another copy is found first.`,
    evidence: [loaded, compiled],
    pair: [loaded, compiled],
    fix: `See with \`ldd\` of Apache’s program where \`libapr\` comes from: a copy in \`/usr/local\`, or an \`LD_LIBRARY_PATH\` of Apache, may come first. Take that away, or rebuild Apache and mod_wsgi with that copy. Then \`${start}\`.`,
    verify: `“Server loaded” shows ${name} ${other ? `${wantedMajor}.x` : `${wantedMajor}.${wantedMinor} or newer`}.`,
  }]
}

export const rule = defineRule({
  title: 'The APR in memory is at least the one that Apache was compiled with',
  fault: 'The APR in memory is older than the one that Apache was compiled with',
  severity: 'risky',
  plain: 'Apache runs with another release of a basic library than it was built for, and may fail for lack of functions.',
  why: 'APR keeps old functions within a major number and adds new ones with each second number. A newer library in memory is therefore harmless, an older one is not; mod_wsgi uses the same copy.',
  speaks: 'An APR or APR-UTIL behind “Server loaded” with a smaller second number, or another first one, than behind “Compiled using”.',
  docs: ['user-guides/checking-your-installation#apache-build-information', 'httpd:programs/configure#packages'],
  needs: { loaded: httpdV.fields.aprLoaded, compiled: httpdV.fields.aprCompiled, utilLoaded: optional(httpdV.fields.aprUtilLoaded), utilCompiled: optional(httpdV.fields.aprUtilCompiled), where: optional(platform) },
  because: ['two-installations'],
  examine: ({ loaded, compiled, utilLoaded, utilCompiled, where }) => [...compare('APR', loaded, compiled, restart(where)), ...compare('APR-UTIL', utilLoaded, utilCompiled, restart(where))],
})
