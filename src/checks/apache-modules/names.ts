import type { Meaning } from '../../core/prose.ts'
import { modules } from './modules.ts'

const byFile = new Map(Object.entries(modules).map(([name, module]) => [module.file ?? `mod_${name}.c`, name]))

/** The name in `httpd -M` of a source file in `httpd -l`: `mod_so.c` is `so_module` (httpd server/config.c). */
export function moduleName(file: string): string {
  const name = byFile.get(file) ?? (/^mod_(\w+)\.c$/.exec(file)?.[1] ?? file.replace(/\.c$/, ''))
  return `${name}_module`
}

const unknown = (name: string): Meaning => ({ says: `\`${name}\` is not among the modules that we know: it belongs neither to Apache’s own distribution nor to the usual additions.` })

export const moduleOfFile = (file: string): Meaning => modules[moduleName(file).replace(/_module$/, '')] ?? unknown(file)

/** Whether `-M` calls a module `(static)`; a colour may stand within the brackets. */
export const isStatic = ({ raw }: { readonly raw: string }) => /static(?:[^a-z]+m)?\)$/.test(raw)

export function moduleMeaning(name: string, raw: string): Meaning {
  const module = modules[name.replace(/_module$/, '')] ?? unknown(name)
  const from = isStatic({ raw }) ? 'It is built into the program.' : 'It was loaded by a `LoadModule` line.'
  return { ...module, more: module.more ? `${module.more} ${from}` : from }
}
