import { compiledIn, listedShared, listedStatic } from '../checks/facts/modules.ts'
import { command, oneProgram } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'This Apache can load modules',
  fault: 'This Apache cannot load modules',
  severity: 'broken',
  plain: 'mod_wsgi is a module in a file, and this Apache was built without the part that loads such files.',
  why: '`mod_so` reads `LoadModule` lines. It has to be built in; without it the directive is unknown.',
  speaks: 'A whole list of `-l` without `mod_so.c`.',
  docs: ['httpd:dso', 'user-guides/checking-your-installation#apache-modules-loaded'],
  because: ['two-installations', 'static-set-equal'],
  next: ['httpd-M', 'httpd-V'],
  needs: { built: compiledIn, shared: optional(listedShared), fixed: optional(listedStatic), where: optional(platform) },
  examine({ built, shared, fixed, where }) {
    // A private build may have mod_wsgi inside: it loads nothing.
    if (built.value.has('so_module') || built.value.has('wsgi_module')) return undefined
    // Where `-M` has everything else of it and `so_module` besides, a line got lost: static-set-equal says so.
    if (fixed?.value.has('so_module') && [...fixed.value.keys()].every(name => name === 'so_module' || built.value.has(name))) return undefined
    const [first] = built.evidence
    const [loaded] = shared?.evidence ?? []
    const verify = `\`${command('httpd-l', where)}\` lists \`mod_so.c\`.`
    if (loaded)
      return {
        severity: 'broken',
        says: `\`-l\` has no \`mod_so.c\`, yet \`-M\` lists ${code(loaded.raw)}, which only \`mod_so\` can load. The lists come from two programs, or the line was lost.`,
        evidence: [...(first ? [first] : []), loaded],
        ...(first && { pair: [first, loaded] as const }),
        fix: oneProgram,
        verify,
      }
    return {
      severity: 'broken',
      says: 'The list of built-in modules has no `mod_so.c`: this Apache cannot load `mod_wsgi.so`.',
      evidence: built.evidence,
      fix: 'Use the Apache of your system, or rebuild this one with `--enable-so`.',
      verify,
    }
  },
})
