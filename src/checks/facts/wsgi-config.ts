import { defineFact, type Fact, type Known, type Need } from '../../core/need.ts'
import { diagnostic } from '../diagnostic-script/diagnostic.ts'
import { configTexts, type Directive } from './config-texts.ts'
import { all } from './expectation.ts'

export type { Directive } from './config-texts.ts'

/** The directives in the order of the paste. A line that is commented out is none. */
export const directives = defineFact<readonly Directive[]>(['config'], (known): Fact<readonly Directive[]> | undefined => {
  const found = configTexts.get(known)?.value.flatMap(text => text.directives) ?? []
  return found.length ? { value: found, evidence: found.map(d => d.field) } : undefined
})

export function named(known: Known, name: string): readonly Directive[] {
  const texts = configTexts.get(known)?.value
  return texts ? all(texts, name) : []
}

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
