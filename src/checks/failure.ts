import type { FieldShape } from '../core/output.ts'

/** The shells' and Windows' ways to say that a program is not there or may not be run; the first group is the whole message. */
const patternFor = (programs: string) =>
  new RegExp(
    `^((?:-?(?:\\S*/)?(?:ba|z|da|k|c|a)?sh: (?:line )?(?:\\d+: )?)?(?:\\S*/)?(?:${programs}): (?:command not found|not found|No such file or directory|Permission denied|inaccessible or not found)`
      + `|zsh: (?:command not found|no such file or directory|permission denied): (?:\\S*/)?(?:${programs})`
      + `|'(?:${programs})' is not recognized as an internal or external command.*`
      + `|.{0,80}\\b(?:${programs})' not found.*|The program '(?:${programs})' is currently not installed.*|sudo: (?:\\S*/)?(?:${programs}): command not found)`,
    'i',
  )

/** The program could not be run at all; `instead` says what to call or to install. */
export const programMissing = (programs: string, instead: string): FieldShape<string> => ({
  label: 'Could not be run',
  line: patternFor(programs),
  many: true,
  meaning: () => ({ says: `The shell could not run this command, so there is no output to read. ${instead}` }),
})
