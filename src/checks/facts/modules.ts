import { defineFact, type Fact } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { isStatic, moduleName } from '../apache-modules/names.ts'

/** The modules of a list, each with the field that names it, by its name in `httpd -M`. */
export type ModuleList = ReadonlyMap<string, Field>

const listOf = (fields: readonly Field[], nameOf: (field: Field) => string): Fact<ModuleList> => ({ value: new Map(fields.map(f => [nameOf(f), f])), evidence: fields })

/** What `httpd -l` names, where the list is whole. */
export const compiledIn = defineFact<ModuleList>(['httpd-l'], known =>
  known.section('httpd-l')?.extent === 'whole' ? listOf(known.fields('httpd-l', 'module'), f => moduleName(String(f.value))) : undefined)

/** What `httpd -M` lists as `(static)`, where the list is whole. */
export const listedStatic = defineFact<ModuleList>(['httpd-M'], known =>
  known.section('httpd-M')?.extent === 'whole' ? listOf(known.fields('httpd-M', 'module').filter(isStatic), f => String(f.value)) : undefined)

/** What `httpd -M` lists as `(shared)`, as far as it was pasted. */
export const listedShared = defineFact<ModuleList>(['httpd-M'], known =>
  known.section('httpd-M') && listOf(known.fields('httpd-M', 'module').filter(f => !isStatic(f)), f => String(f.value)))

/** `event` of `mpm_event_module`; undefined for what is no MPM. `itk` is none: it sits on top of prefork. */
export const mpmOf = (module: string) => /^mpm_(?!itk_)(\w+)_module$/.exec(module)?.[1]

