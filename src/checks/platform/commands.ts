import { checks } from '../index.ts'
import { commandOn } from '../check.ts'
import { placesOn } from './places.ts'
import type { Here } from './platform.ts'

type Where = Here | undefined

/** The first command that prints an output, in the wording of the platform; for sentences that ask for it. */
export function command(output: string, where: Where): string {
  for (const check of checks) {
    for (const one of check.commands) {
      const text = one.output === output ? commandOn(one, where?.value, where?.own) : undefined
      if (text !== undefined) return text
    }
  }
  return output
}

/** Makes Apache read its configuration anew. */
export const restart = (where: Where): string => placesOn(where?.value ?? 'other', where?.own).restart

/**
 * A full stop and start. `apachectl restart` keeps the process, and with it a Python library and an MPM that were loaded before
 * (mod_wsgi docs/user-guides/configuration-issues.rst, “Restart versus graceful reload”); the service managers’ restart does not.
 */
export const freshStart = (where: Where): string => restart(where).replace(/^(sudo \S*apachectl) restart$/, '$1 stop; sleep 3; $1 start')

/** How to find each line of the configuration with a word, or with one of several (`a|b`). */
export function lookFor(words: string, where: Where): string {
  if (where?.value === 'windows') return `\`findstr /S /N ${words} C:\\Apache24\\conf\\*.conf\``
  const search = words.includes('|') ? `grep -rnE '${words}'` : `grep -rn ${words}`
  return !where || /^(?:macports|other)$/.test(where.value) ? `\`${search}\` in the directory of the configuration` : `\`${search} ${placesOn(where.value, where.own).conf}\``
}

/** Shows each Apache that runs, by the path and the options with which it was started. */
export const processes = '`ps -ef | grep -E \'httpd|apache2\'`'

export const oneProgram = `Call each command with the full path of the program that runs as your server; ${processes} shows it.`
