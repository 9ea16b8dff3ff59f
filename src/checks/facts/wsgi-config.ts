import { defineFact, type Fact, type Known, type Need } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { diagnostic } from '../diagnostic-script/diagnostic.ts'

/** One directive of the pasted configuration. */
export interface Directive {
  readonly name: string
  readonly words: readonly string[]
  /** It stands inside an `<IfDefine …>` or `<IfModule …>`. */
  readonly conditional: boolean
  readonly field: Field
}

/** Arguments of a directive: words, or texts in quotes. */
const wordsOf = (text: string): readonly string[] => [...text.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S+)/g)].map(m => m[1] ?? m[2] ?? m[3] ?? '')

/** The directives in the order of the paste. A line that is commented out is none. */
export const directives = defineFact<readonly Directive[]>(['config'], (known): Fact<readonly Directive[]> | undefined => {
  const found: Directive[] = []
  for (const section of known.sections) {
    if (section.output.id !== 'config') continue
    let depth = 0
    for (const { line, fields } of section.readings) {
      if (/^<If(?:Define|Module|Version)\b/i.test(line.text)) depth++
      else if (/^<\/If/i.test(line.text)) depth = Math.max(0, depth - 1)
      // `grep` may have put the file's name in front.
      const match = line.dress.includes('#') ? undefined : /^(?:(?:[\w.~/:\\-]*[/\\])?[\w.-]+:(?:\d+[:-])?\s*)?([A-Za-z]\w+)\s+(\S.*)$/.exec(line.text)
      const [field] = fields
      if (match && field && field.key !== 'comment') found.push({ name: match[1] ?? '', words: wordsOf(match[2] ?? ''), conditional: depth > 0, field })
    }
  }
  return found.length ? { value: found, evidence: found.map(d => d.field) } : undefined
})

export const named = (known: Known, name: string): readonly Directive[] => directives.get(known)?.value.filter(d => d.name.toLowerCase() === name.toLowerCase()) ?? []

const factOf = (directive: Directive | undefined): Fact<Directive> | undefined => directive && { value: directive, evidence: [directive.field] }

/** The last line with this directive. */
export const directiveOf = (name: string): Need<Fact<Directive>> => defineFact<Directive>(['config'], known => factOf(named(known, name).at(-1)))

/** Every line with this directive. */
export const directivesOf = (name: string): Need<Fact<readonly Directive[]>> =>
  defineFact<readonly Directive[]>(['config'], known => {
    const value = named(known, name)
    return value.length ? { value, evidence: value.map(d => d.field) } : undefined
  })

/** The `LoadModule` lines for `wsgi_module`. */
export const wsgiLoadLines = defineFact<readonly Directive[]>(['config'], known => {
  const value = named(known, 'LoadModule').filter(d => d.words[0] === 'wsgi_module')
  return value.length ? { value, evidence: value.map(d => d.field) } : undefined
})

/** The `WSGIDaemonProcess` line of the group that answered. */
export const daemonGroup = defineFact<Directive>(['config', 'diagnostic'], known => {
  const group = diagnostic.fields.processGroup.get(known)
  return factOf(named(known, 'WSGIDaemonProcess').findLast(d => group !== undefined && group.value !== '' && d.words[0] === group.value))
})
