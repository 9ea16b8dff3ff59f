import { code } from '../../core/say.ts'
import type { Directive, Text } from './config-texts.ts'
import { all, open, optionIn, type Bare, type Expected } from './expectation.ts'
import { groupInForce } from './group-in-force.ts'

/** A text that shows enough for the absence of a line to mean something. */
const showsEnough = ({ text, host }: Bare) =>
  !text.filtered && !text.includes && !text.torn && (host?.container.ended === true || text.directives.some(({ name, words }) => /^wsgidaemonprocess$/i.test(name) || (/^loadmodule$/i.test(name) && words[0] === 'wsgi_module')))

/** The process group that the page should show. */
export function expectedGroup(bare: Bare, texts: readonly Text[]): Expected<string> {
  const group = groupInForce(bare, texts, 'WSGIProcessGroup', 'process-group')
  if (group !== 'none') return group
  if (!showsEnough(bare)) return open(`No line here assigns it to a group, but ${bare.text.includes ? 'files are included that are not seen' : 'not all lines are seen'}.`, bare.alias)
  return { value: '', because: 'No line assigns it to a daemon group.', evidence: [bare.field] }
}

/** `sys.prefix` as a home would set it. */
export function expectedPrefix(group: Expected<string>, daemon: Directive | undefined, texts: readonly Text[]): Expected<string> {
  if (group.value === undefined) return open('It depends on the process group.')
  if (group.value !== '' && !daemon) return open('The line of the daemon group is not seen.')
  const own = daemon && optionIn(daemon.words, 'python-home')
  const globals = all(texts, 'WSGIPythonHome')
  const line = own === undefined ? globals.at(-1) : daemon
  if (!line) return open('No line names a Python home: Python finds its own.')
  if (own === undefined && (line.conditional || new Set(globals.map(({ words }) => words[0])).size > 1)) return open('Which `WSGIPythonHome` line counts is not told.', ...globals)
  const written = own ?? line.words[0] ?? ''
  if (/^[A-Za-z]:/.test(written)) return open('On Windows the home does not show in `sys.prefix`.', line)
  // Of two, `prefix:exec_prefix`, the first.
  const value = (written.split(':')[0] ?? '').replace(/(.)\/+$/, '$1')
  if (!value.startsWith('/') || /\$\{|\/bin(?:\/[^/]*)?$|site-packages$/.test(value)) return open(`${code(written)} is no directory that \`sys.prefix\` could name.`, line)
  return { value, because: own === undefined ? `\`WSGIPythonHome\` says so${group.value === '' ? '' : ', for the group has no `python-home=`'}.` : '`python-home=` of the group says so.', evidence: [line.field] }
}
