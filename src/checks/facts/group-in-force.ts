import { code } from '../../core/say.ts'
import type { Text } from './config-texts.ts'
import { all, constant, open, optionIn, type Bare, type Expected } from './expectation.ts'
import { effective, isAmbiguous } from './scopes.ts'

/** The group that is set for a mount: by its option, else by the line in force; `none` where no line sets any. */
export function groupInForce(bare: Bare, texts: readonly Text[], name: 'WSGIProcessGroup' | 'WSGIApplicationGroup', option: string): Expected<string> | 'none' {
  const { alias, target, text } = bare
  const [dispatch] = all(texts, 'WSGIDispatchScript')
  if (dispatch) return open('`WSGIDispatchScript` may choose another for each request.', dispatch)
  const own = optionIn(alias.words, option)
  const lines = all(texts, name)
  const { line, doubtful } = own === undefined ? effective(lines, target) : { line: alias, doubtful: undefined }
  if (doubtful) return open(`Whether ${code(`${name} ${doubtful.words[0] ?? ''}`)} holds here depends on a condition, a pattern or the exact address.`, doubtful)
  if (own === undefined && (text.filtered ? lines.length > 0 : line && isAmbiguous(lines, texts))) return open(`What encloses the \`${name}\` lines is not seen.`, ...lines)
  const written = own ?? line?.words[0]
  if (written === undefined || !line) return 'none'
  const value = constant(written)
  const by = own === undefined ? `\`${name}\`` : `\`${option}=\``
  if (value === undefined) return open(`${by} says ${code(written)}, which Apache replaces.`, line)
  return { value, because: `${by} says ${code(written)}.`, evidence: [line.field] }
}
