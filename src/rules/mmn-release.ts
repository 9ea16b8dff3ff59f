import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { command } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** The first number of the module interface, for all releases of a generation (httpd include/ap_mmn.h). */
const interfaces: Readonly<Record<string, readonly string[]>> = { '2.0': ['20020903'], '2.2': ['20051115'], '2.4': ['20120211'] }

export const rule = defineRule({
  title: 'The Module Magic Number is of this generation of Apache',
  fault: 'The Module Magic Number is of another generation of Apache',
  severity: 'broken',
  plain: 'The output is put together from two servers, so conclusions from it may be wrong.',
  why: 'The number before the colon is the generation of the module interface: one for all of 2.4, another for all of 2.2. Release and number are printed by one program.',
  speaks: 'A number before the colon that Apache of this release never had.',
  docs: ['user-guides/checking-your-installation#apache-build-information'],
  needs: { version: httpdV.fields.serverVersion, magic: httpdV.fields.magic, where: optional(platform) },
  because: ['two-installations'],
  examine({ version, magic, where }) {
    const generation = /^\d+\.\d+/.exec(version.value)?.[0] ?? ''
    // 2.4.0 came before the number was settled. Trunk, and servers with a count of their own such as IBM’s, are not in the table.
    const usual = version.value === '2.4.0' ? ['20111203', '20120211'] : interfaces[generation]
    const [major = ''] = magic.value.split(':')
    // The number behind the colon is not compared: distributions raise it with what they take over.
    if (!usual || usual.includes(major)) return undefined
    return {
      severity: 'broken',
      says: `Apache ${code(version)} has the interface ${code(usual[0])}, but the number here is ${code(magic)}. Lines of two servers were mixed, or one was edited.`,
      evidence: [version, magic],
      pair: [version, magic],
      fix: `Ask once more, and paste the whole output of \`${command('httpd-V', where)}\`.`,
      verify: `\`Server's Module Magic Number\` begins with ${code(usual[0])}.`,
    }
  },
})
