import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { switchedOn } from '../checks/facts/gil.ts'
import { messages } from '../checks/facts/messages.ts'
import { isBefore } from '../checks/facts/releases.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { everything, optional, section } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** ImportError: module numpy.core._multiarray_umath does not support loading in subinterpreters */
const refused = /module '?([\w.]+)'? does not support loading in subinterpreters/

export const rule = defineRule({
  title: '`WSGIPerInterpreterGIL` has an effect, and the packages support it',
  fault: '`WSGIPerInterpreterGIL` has no effect, or a package does not support it',
  severity: 'risky',
  plain: 'The setting that gives each application its own lock does nothing here, or keeps a package from loading.',
  why: 'From Python 3.12 on a sub-interpreter may have its own GIL. Python then refuses compiled packages that do not declare support for it. The main interpreter always has the process’s own GIL.',
  speaks: '`WSGIPerInterpreterGIL On` with Python before 3.12, in the main interpreter, or beside an import that failed with “does not support loading in subinterpreters”; or `WSGI0198`.',
  docs: ['user-guides/gil-modes-and-free-threading#per-interpreter-gil-pep-684-python-3-12', 'user-guides/gil-modes-and-free-threading#per-interpreter-gil-hard-import-failure'],
  needs: { known: everything, config: optional(section('config')), version: optional(diagnostic.fields.pythonVersion), group: optional(diagnostic.fields.applicationGroup), logged: optional(messages), where: optional(platform) },
  because: ['free-threaded'],
  next: ['config', 'diagnostic'],
  examine({ known, config, version, group, logged, where }) {
    const line = switchedOn(known, 'WSGIPerInterpreterGIL')
    const told = logged?.value.find(({ words }) => words.startsWith('WSGI0198'))
    // Without the directive the same import fails for other reasons: r12 speaks.
    if (!config && !told) return { lacks: ['config'] }
    if (!line && !told) return undefined
    const written = line ? [line.field] : []
    const off = `Take \`WSGIPerInterpreterGIL On\` out, then \`${restart(where)}\`.`
    const old = version && isBefore(version.value, '3.12') ? version : undefined
    const [proof] = [...(old ? [old] : []), ...(told ? [told.last] : [])]
    if (proof)
      return {
        severity: 'risky',
        says: `\`WSGIPerInterpreterGIL\` has no effect: it needs Python 3.12${old ? `, and ${code(old)} runs` : ', as the log says'}.`,
        evidence: [...written, proof],
        ...(line ? { pair: [line.field, proof] as const } : {}),
        fix: `${off} Or build mod_wsgi with Python 3.12 or later.`,
        verify: '`WSGI0198` is no longer in the log after the start.',
      }
    if (!line) return undefined
    const failure = logged?.value.find(({ text }) => refused.test(text))
    if (failure)
      return {
        severity: 'broken',
        says: `${code(refused.exec(failure.text)?.[1])} does not support an interpreter with a GIL of its own, so Python refuses it.`,
        evidence: [line.field, failure.first],
        pair: [line.field, failure.first],
        fix: `${off} Or run this application in the main interpreter of a group of its own: \`WSGIApplicationGroup %{GLOBAL}\`. A later release of the package may support it.`,
        verify: 'The import succeeds, and the script answers.',
      }
    return group?.value === '' ? { severity: 'notable', says: 'The script runs in the main interpreter, on which `WSGIPerInterpreterGIL` has no effect.', evidence: [line.field, group], pair: [line.field, group] } : undefined
  },
})
