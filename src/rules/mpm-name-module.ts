import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { listedMpms } from '../checks/facts/mpm.ts'
import { command, oneProgram } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional, section } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: '`httpd -V` and `httpd -M` name the same MPM',
  fault: '`httpd -V` and `httpd -M` do not name the same MPM',
  severity: 'broken',
  plain: 'Two of the outputs come from different Apaches, or lines are missing.',
  why: 'The MPM is itself a module: the one that `-V` names must be in the list of `-M`, built in or loaded. Two different ones belong to two programs or to two configurations.',
  speaks: 'An MPM in `-V` that is not in `-M`.',
  docs: ['user-guides/checking-your-installation#apache-modules-loaded', 'httpd:mpm'],
  because: ['two-installations'],
  next: ['httpd-l', 'config'],
  needs: { mpm: httpdV.fields.mpm, modules: section('httpd-M'), listed: listedMpms, where: optional(platform) },
  examine({ mpm, modules, listed, where }) {
    // A blank name is the affair of mpm-missing. `mpm_itk_module` is left out of the list: with it `-V` says prefork, and both are loaded.
    if (mpm.value === '' || listed.value.includes(mpm.value)) return undefined
    const verify = `\`${command('httpd-V', where)}\` and \`${command('httpd-M', where)}\`, called in one terminal with the same program, must name one MPM.`
    const [other] = listed.evidence
    if (other)
      return {
        severity: 'broken',
        says: `\`-V\` says ${code(mpm.value)}, but \`-M\` lists ${listed.evidence.map(f => code(f)).join(' and ')}. They come from two installations, or the configuration was changed between the two commands.`,
        evidence: [mpm, ...listed.evidence],
        pair: [mpm, other],
        fix: oneProgram,
        verify,
      }
    // A list that was filtered or cut shows what it shows; cut-off says so. Only one with a beginning must name the MPM.
    const core = modules.fields.find(f => f.value === 'core_module')
    if (!core) return { lacks: ['httpd-M'] }
    return {
      severity: 'risky',
      says: `\`-V\` says ${code(mpm.value)}, but the list of \`-M\` has no MPM at all. A whole list always has one, so lines are missing from it.`,
      evidence: [mpm, core],
      pair: [mpm, core],
      because: ['cut-off'],
      verify,
    }
  },
})
