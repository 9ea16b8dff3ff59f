import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { libpython } from '../checks/facts/libpython.ts'
import { compiledAndRuntime } from '../checks/facts/log-python.ts'
import { compiledPython } from '../checks/facts/mod-wsgi.ts'
import { minorOf } from '../checks/facts/python.ts'
import { freshStart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'mod_wsgi runs with the Python it was compiled for',
  fault: 'mod_wsgi runs with another Python than it was compiled for',
  severity: 'broken',
  plain: 'mod_wsgi may crash at any time, because it was built for another Python version.',
  why: 'The `Python/X.Y` of the start notice is fixed when mod_wsgi is compiled (mod_wsgi.c:877). Data structures of Python change from one minor version to the next, so with another library anything may happen.',
  speaks: 'A `Python/X.Y` in the start notice or `SERVER_SOFTWARE` of another minor version than `sys.version`, or than the library in the listing.',
  docs: ['user-guides/installation-issues#multiple-python-versions', 'user-guides/configuration-issues#restart-versus-graceful-reload'],
  needs: { compiled: compiledPython, software: optional(diagnostic.fields.serverSoftware), version: optional(diagnostic.fields.pythonVersion), library: optional(libpython), logged: optional(compiledAndRuntime), where: optional(platform) },
  // A library that is not the one that answers is the root: the notice then only confirms which of the two was meant.
  because: ['libpython-vs-sysversion'],
  next: ['ldd', 'otool', 'diagnostic'],
  examine({ compiled, software, version, library, logged, where }) {
    const cure = {
      fix: `Stop Apache and start it, as a reload keeps the old Python library: \`${freshStart(where)}\`. If that changes nothing, rebuild mod_wsgi with the Python that is to run, and look for a \`LoadFile\` of another one.`,
      verify: 'The `Python/` of the next start notice and `sys.version` begin with the same two numbers.',
    }
    if (logged && minorOf(logged.value.compiled) !== minorOf(logged.value.runtime))
      return { severity: 'broken', says: `The log says that mod_wsgi was compiled for Python ${logged.value.compiled} and runs with ${logged.value.runtime}.`, evidence: logged.evidence, pair: logged.value.fields, ...cure }
    // `SERVER_SOFTWARE` is of the very process that has the `sys.version`; the log may be of an earlier start.
    const own = /\bPython\/(\d+\.\d+)/.exec(software?.value ?? '')?.[1]
    const told = own ?? minorOf(compiled.value)
    const field = own === undefined ? compiled.evidence[0] : software
    if (!field || told === undefined) return undefined
    if (version) {
      if (minorOf(version.value) === told) return undefined
      return { severity: 'broken', says: `mod_wsgi was compiled for Python ${told}, but ${code(version)} runs.`, evidence: [field, version], pair: [field, version], ...cure }
    }
    const linked = library?.value.version
    if (linked === undefined) return { lacks: ['diagnostic'] }
    if (linked === told) return undefined
    const [line] = library?.evidence ?? []
    return {
      severity: 'broken',
      says: `The mod_wsgi that started was compiled for Python ${told}, but the file you examined is linked to ${linked}. It is not the one that runs, or Apache was not stopped and started since it was replaced.`,
      evidence: [field, ...(line ? [line] : [])],
      ...(line && { pair: [field, line] as const }),
      ...cure,
    }
  },
})
