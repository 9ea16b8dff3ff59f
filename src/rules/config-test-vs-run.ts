import { initFailures } from '../checks/facts/log.ts'
import { isOver, messages } from '../checks/facts/messages.ts'
import { quotedLine } from '../checks/facts/quoted-line.ts'
import { everything, optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code, shortened } from '../core/say.ts'

const syntaxOk = /^[^A-Za-z\n]{0,12}(Syntax[ \u00a0]OK)[^\S\n]*$/m

/** What keeps Apache from starting after it has read its configuration (httpd server/listen.c, server/main.c). */
const atStart = /AH00072: |AH00015: |no listening sockets available|AH00023: |could not bind to address|Unable to open logs/

export const rule = defineRule({
  title: 'The syntax test and the start say the same',
  fault: 'The syntax test passed, and the start failed all the same',
  severity: 'notable',
  plain: 'The configuration is in order; the fault lies in what the test does not try.',
  why: '`-t` reads the configuration and loads the modules. It opens no ports, logs or locks, starts no Python, and does not look for the scripts.',
  speaks: '`Syntax OK` beside a message of a start, or of a Python, that failed.',
  docs: ['httpd:programs/httpd#options', 'user-guides/debugging-techniques#apache-error-log-files'],
  needs: { known: everything, logged: messages, failures: optional(initFailures) },
  because: ['python-init-log', 'c17-port-or-log-refused', 'm01-mutex-not-created'],
  examine({ known, logged, failures }) {
    // A complete `-V` beside a failed test is no contradiction either: mpm-missing tells what `-V` then leaves out.
    const failure = failures?.value.at(-1)?.field ?? logged.value.find(one => atStart.test(one.text) && !isOver(known, one))?.first
    // One paste may have hundreds of sections.
    const paste = failure && [...new Set(known.sections.map(section => section.paste))].find(({ text }) => text.includes('Syntax') && syntaxOk.test(text))
    const test = paste && syntaxOk.exec(paste.text)
    if (!paste || !test || !failure) return undefined
    const [whole, words = ''] = test
    const passed = quotedLine(paste, test.index + whole.indexOf(words), words, { output: 'error-log', key: 'passed', label: 'Syntax test' })
    return {
      severity: 'notable',
      says: `\`Syntax OK\` does not exclude ${code(shortened(String(failure.value), 100))}: the test tries neither ports, logs and locks nor Python.`,
      evidence: [passed, failure],
      pair: [passed, failure],
      verify: 'Start Apache, and look at the end of its error log.',
    }
  },
})
