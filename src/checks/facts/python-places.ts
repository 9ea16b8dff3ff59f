import { defineFact, type Fact } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { homes, type Home } from './home.ts'
import { libpython } from './libpython.ts'
import { foreignPython } from './linking.ts'
import { loadFailure } from './log.ts'
import { basePrefix } from './python.ts'
import { wsgiLoadLines } from './wsgi-config.ts'

/** A path on which the Python of the server hangs. */
export interface Place {
  readonly is: 'library' | 'base' | 'home' | 'module' | 'loaded'
  readonly path: string
  readonly field: Field
  readonly home?: Home
}

/** Where the library, the installation beneath, the named homes, the module and what `LoadFile` names lie, as far as the pastes tell. */
export const pythonPlaces = defineFact<readonly Place[]>(['ldd', 'diagnostic', 'config', 'otool'], (known): Fact<readonly Place[]> | undefined => {
  const library = libpython.get(known)
  const [field] = library?.evidence ?? []
  // `@rpath/…` is no place yet.
  const path = library?.value.status === 'found' ? library.value.path : undefined
  const base = basePrefix.get(known)
  const [told] = base?.evidence ?? []
  const loaded = foreignPython.get(known)
  const refused = loadFailure.get(known)
  const value: readonly Place[] = [
    ...(field && path !== undefined ? [{ is: 'library' as const, path, field }] : []),
    ...(base && told ? [{ is: 'base' as const, path: base.value, field: told }] : []),
    ...(homes.get(known)?.value ?? []).map(home => ({ is: 'home' as const, path: home.path, field: home.field, home })),
    ...(wsgiLoadLines.get(known)?.value ?? []).flatMap(line => (line.words[1] === undefined ? [] : { is: 'module' as const, path: line.words[1], field: line.field })),
    ...(loaded?.evidence ?? []).map(line => ({ is: 'loaded' as const, path: loaded?.value ?? '', field: line })),
    ...(refused && !refused.value.old ? refused.evidence : []).map(line => ({ is: 'loaded' as const, path: refused?.value.file ?? '', field: line })),
  ]
  return value.length ? { value, evidence: value.map(place => place.field) } : undefined
})

/** Library and installation of the Python that runs: what decides whose Python it is. */
export const running = (places: readonly Place[]) => places.filter(({ is }) => is === 'library' || is === 'base')
