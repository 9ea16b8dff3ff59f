import { compiledIn, listedStatic } from '../checks/facts/modules.ts'
import { command, oneProgram } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code, listed } from '../core/say.ts'

export const rule = defineRule({
  title: '`httpd -l` and the `(static)` lines of `httpd -M` agree',
  fault: '`httpd -l` and `httpd -M` name different built-in modules',
  severity: 'broken',
  plain: 'The two lists come from different Apaches.',
  why: 'What is built into a program does not depend on its configuration. `-l` names the source files (`mod_so.c`, `core.c`, `http_core.c`), `-M` the modules (`so_module`, `core_module`, `http_module`); it is the same set.',
  speaks: 'A built-in module that only one of two whole lists has.',
  docs: ['user-guides/checking-your-installation#apache-modules-loaded'],
  because: ['two-installations'],
  next: ['httpd-V'],
  // Both lists are asked for whole: one that was cut lacks modules without meaning it.
  needs: { built: compiledIn, loaded: listedStatic, where: optional(platform) },
  examine({ built, loaded, where }) {
    const onlyBuilt = [...built.value].filter(([name]) => !loaded.value.has(name)).map(([, field]) => field)
    const onlyLoaded = [...loaded.value].filter(([name]) => !built.value.has(name)).map(([, field]) => field)
    const differing = [...onlyBuilt, ...onlyLoaded]
    if (!differing.length) return undefined
    const parts = [
      ...(onlyBuilt.length ? [`only \`-l\` names ${listed(onlyBuilt.map(f => code(f)))}`] : []),
      ...(onlyLoaded.length ? [`only \`-M\` has ${listed(onlyLoaded.map(f => code(f)))} as built in`] : []),
    ]
    const certain = differing.length > 1
    return {
      severity: certain ? 'broken' : 'risky',
      says: `The two lists differ: ${parts.join('; ')}. ${certain ? 'They come from two programs.' : 'They may come from two programs, or a line was lost.'}`,
      evidence: differing,
      fix: oneProgram,
      verify: `\`${command('httpd-l', where)}\` and \`${command('httpd-M', where)}\` must name the same built-in modules.`,
    }
  },
})
