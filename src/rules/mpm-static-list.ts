import { httpdV } from '../checks/apache-build/httpd-V.ts'
import { isStatic } from '../checks/apache-modules/names.ts'
import { apacheVersion } from '../checks/facts/apache.ts'
import { compiledIn, listedShared, listedStatic, mpmOf } from '../checks/facts/modules.ts'
import { oneProgram } from '../checks/platform/commands.ts'
import { optional } from '../core/need.ts'
import type { Field } from '../core/output.ts'
import { defineRule, type Finding } from '../core/rule.ts'
import { code } from '../core/say.ts'

const mpmsIn = (modules: ReadonlyMap<string, Field>) => [...modules].flatMap(([name, field]) => { const mpm = mpmOf(name); return mpm === undefined ? [] : [{ mpm, field }] })

const differs = (says: string, one: Field, other: Field): Finding => ({
  severity: 'broken',
  says: `${says} The outputs come from two programs.`,
  evidence: [one, other],
  pair: [one, other],
  fix: oneProgram,
  verify: '`-l`, `-M` and `-V` name one MPM.',
})

export const rule = defineRule({
  title: 'The MPM in `httpd -l` is the one in use',
  fault: 'The MPM in `httpd -l` is not the one in use',
  severity: 'broken',
  plain: 'The outputs come from two different Apaches.',
  why: 'An MPM that is built into the program cannot be exchanged by configuration: `-V` names it and `-M` lists it as static. Apache 2.2 always has its MPM inside.',
  speaks: 'A built-in MPM in `-l` that `-V` does not name or `-M` does not list as static; or none in `-l` of an Apache 2.2.',
  docs: ['user-guides/checking-your-installation#apache-modules-loaded', 'httpd:mpm'],
  because: ['two-installations', 'static-set-equal'],
  next: ['httpd-V', 'httpd-M'],
  // `-l` needs no configuration; the list has to be whole.
  needs: { built: compiledIn, named: optional(httpdV.fields.mpm), fixed: optional(listedStatic), shared: optional(listedShared), version: optional(apacheVersion) },
  examine({ built, named, fixed, shared, version }) {
    const [inside] = mpmsIn(built.value)
    if (!named && !fixed && !shared) return { lacks: ['httpd-V'] }
    if (!inside) {
      // An MPM that only `-M` has inside is told by static-set-equal. `itk.c` and the like are MPMs of others.
      const stranger = built.evidence.some(({ value }) => !/^(?:mod_\w+|core|http_core)\.c$/.test(String(value)))
      const [core] = built.evidence
      const [release] = version?.evidence ?? []
      return core && !stranger && release?.output === 'httpd-V' && /^2\.[02]\b/.test(version?.value ?? '') ? differs(`Apache ${version?.value ?? ''} always has its MPM built in, but \`-l\` lists none.`, release, core) : undefined
    }
    if (named && named.value !== '' && named.value !== inside.mpm) return differs(`${code(inside.field)} is built in, but \`-V\` names ${code(named)}.`, named, inside.field)
    const listed = [...mpmsIn(fixed?.value ?? new Map()), ...mpmsIn(shared?.value ?? new Map())].find(({ mpm, field }) => mpm !== inside.mpm || !isStatic(field))
    return listed && differs(`${code(inside.field)} is built in, but \`-M\` has ${code(listed.field.raw)}.`, inside.field, listed.field)
  },
})
