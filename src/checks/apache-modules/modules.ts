/**
 * Every Apache module that we can explain, by the name that `httpd -M` prints, without `_module`.
 * ` wsgi_module (shared)` in `httpd -M`, `  mod_so.c` in `httpd -l` (from httpd modules/core/mod_so.c and server/config.c).
 */

import type { DocsLink, Meaning } from '../../core/prose.ts'
import { modulesOf24 } from './modules-2.4.ts'
import { modulesGone } from './modules-gone.ts'
import { modulesOfOthers } from './modules-third-party.ts'

export interface ModuleMeaning extends Meaning {
  readonly origin: 'httpd' | 'httpd-gone' | 'third-party'
  /** Its name in `httpd -l`, where that is not `mod_<name>.c`. */
  readonly file?: string
}

type Written = Meaning & { readonly file?: string }

const from = (origin: ModuleMeaning['origin'], written: Readonly<Record<string, Written>>, page?: (name: string) => DocsLink): Record<string, ModuleMeaning> =>
  Object.fromEntries(Object.entries(written).map(([name, row]) => [name, { ...row, origin, ...(row.docs || !page ? {} : { docs: [page(name)] }) }]))

export const modules: Readonly<Record<string, ModuleMeaning>> = {
  ...from('third-party', modulesOfOthers),
  ...from('httpd-gone', modulesGone),
  ...from('httpd', modulesOf24, (name) => `httpd:mod/mod_${name}`),
}
