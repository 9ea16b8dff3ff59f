import { defineFact, type Fact, type Known } from '../../core/need.ts'
import type { Field, Section } from '../../core/output.ts'
import { directivesOf } from './directives.ts'
import { logged } from './log.ts'
import { quotedLine } from './quoted-line.ts'

/** A file of mod_wsgi by its name. */
export interface ModuleFile {
  readonly name: string
  /** `3.11`, where the name tells for which Python it was built. */
  readonly version: string | undefined
  /** Its libraries are those in the listing. */
  readonly listed: boolean
  readonly field: Field
}

const nameOf = (path: string) => path.replace(/^["']|["']$/g, '').replace(/.*[\\/]/, '')

/** mod_wsgi-py311.cpython-311-x86_64-linux-gnu.so, mod_wsgi.cp312-win_amd64.pyd, mod_wsgi-py312.so, mod_wsgi.so-3.11 */
function taggedVersion(name: string): string | undefined {
  const dotted = /\.so-(\d\.\d+)$/.exec(name)
  if (dotted) return dotted[1]
  const joined = /\.cpython-(\d)(\d{1,2})[a-z]*-/.exec(name) ?? /\.cp(\d)(\d{1,2})-/.exec(name) ?? /^mod_wsgi-py(\d)(\d{1,2})\b/.exec(name)
  return joined ? `${joined[1]}.${joined[2]}` : undefined
}

const fileOf = (path: string, listed: boolean, field: Field): ModuleFile => ({ name: nameOf(path), version: taggedVersion(nameOf(path)), listed, field })

/** `ldd` prints no heading for a single file: the command names it. */
function asked({ command, paste, output, fields: [first] }: Section): readonly ModuleFile[] {
  const path = /(?:^|[\s/"'])((?:\S*[\\/])?mod_wsgi[^\s"']*)/.exec(command ?? '')?.[1]
  const start = path === undefined || !first ? -1 : paste.text.lastIndexOf(path, first.span.start)
  return path === undefined || start < 0 ? [] : [fileOf(path, true, quotedLine(paste, start, path, { output: output.id, key: 'command', label: 'Command' }))]
}

const isModule = ({ name }: ModuleFile) => /mod_wsgi/.test(name)

function viewed(known: Known, output: 'ldd' | 'otool'): readonly ModuleFile[] {
  const section = known.section(output)
  if (!section) return []
  const headings = [...known.fields(output, 'file'), ...known.fields(output, 'link')].map(field => fileOf(String(field.value), true, field)).filter(isModule)
  // A listing of several files does not tell which library belongs to which name.
  return headings.length ? headings : asked(section)
}

/** The files of mod_wsgi that were examined, configured or refused; those that carry the Python in their name are the ones of interest. */
export const moduleFiles = defineFact<readonly ModuleFile[]>(['ldd', 'otool', 'config'], (known): Fact<readonly ModuleFile[]> | undefined => {
  const lines = directivesOf(known, 'loadModule').filter(field => /^wsgi_module\s/.test(String(field.value)))
  const loaded = lines.map(field => fileOf(String(field.value).replace(/^\w+\s+/, ''), false, field)).slice(0, 1)
  const refused = logged(known, 'loadError').map(field => fileOf(String(field.value), false, field)).filter(isModule).slice(0, 1)
  const all = [...viewed(known, 'ldd'), ...viewed(known, 'otool'), ...loaded, ...refused]
  return all.length ? { value: all, evidence: all.map(file => file.field) } : undefined
})
