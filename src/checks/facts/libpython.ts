import { defineFact, type Fact } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'

/** The Python line of `ldd` or `otool`. */
export interface Libpython {
  readonly name: string
  readonly path: string | undefined
  /** `3.12`, where the name or the path tells. */
  readonly version: string | undefined
  /** Letters behind the version: `m`, `d`, `t`. */
  readonly flags: string
  readonly status: 'found' | 'not-found' | 'unresolved'
}

const isPython = (name: string) => /libpython\d|\/Python[3T]?$|^Python[3T]?$|python\d+t?\.dll$/i.test(name)

function parse(name: string, path: string | undefined, status: Libpython['status']): Libpython {
  const named = /libpython(\d\.\d+)([a-z]*)/.exec(name) ?? /\/Versions\/(\d\.\d+)t?\/Python3?(T?)$/.exec(name) ?? /()()/.exec('')
  const dll = /python(\d)(\d+)(t?)\.dll$/i.exec(name)
  return { name, path, status, version: dll ? `${dll[1]}.${dll[2]}` : named?.[1] || undefined, flags: ((dll ? dll[3] : named?.[2]) ?? '').toLowerCase() }
}

const text = (field: Field) => String(field.value)

/** The Python library that `mod_wsgi.so` is linked to, from whichever viewer was used. */
export const libpython = defineFact<Libpython>(['ldd', 'otool'], (known): Fact<Libpython> | undefined => {
  const missing = known.fields('ldd', 'notFound').find(f => isPython(text(f)))
  if (missing) return { value: parse(text(missing), undefined, 'not-found'), evidence: [missing] }
  const found = known.fields('ldd', 'library').find(f => isPython(text(f)))
  if (found) {
    const at = known.fields('ldd', 'resolved').find(f => f.line === found.line && f.paste === found.paste)
    return { value: parse(text(found), at && text(at), at ? 'found' : 'unresolved'), evidence: at ? [at] : [found] }
  }
  const absolute = known.fields('ldd', 'absolute').find(f => isPython(text(f)))
  if (absolute) return { value: parse(text(absolute).replace(/.*\//, ''), text(absolute), 'found'), evidence: [absolute] }
  const otool = known.fields('otool', 'library').find(f => isPython(text(f)))
  if (otool) return { value: parse(text(otool), text(otool), text(otool).startsWith('@') ? 'unresolved' : 'found'), evidence: [otool] }
  const needed = known.fields('ldd', 'needed').find(f => isPython(text(f)))
  return needed && { value: parse(text(needed), undefined, 'unresolved'), evidence: [needed] }
})

/** Whether Python is inside the module, where the listing can tell: whole, without a Python line, and a large file or no missing symbols. */
export const pythonStatic = defineFact<boolean>(['ldd', 'otool'], (known): Fact<boolean> | undefined => {
  const linked = libpython.get(known)
  if (linked) return { value: false, evidence: linked.evidence }
  const symbols = known.fields('ldd', 'undefinedSymbol').filter(f => /^_?Py/.test(text(f)))
  if (symbols.length) return { value: false, evidence: symbols.slice(0, 1) }
  const size = known.fields('ldd', 'size').at(-1)
  const whole = known.section('ldd')?.extent === 'whole'
  return whole && size && Number(size.value) >= 4e6 ? { value: true, evidence: [size] } : undefined
})

/** The base prefix that a library's place lets expect (python-linking §5.4); undefined for layouts that tell nothing. */
export function expectedBase(path: string): string | undefined {
  const framework = /^(.*\/Python[3T]?\.framework\/Versions\/\d\.\d+t?)\/Python[3T]?$/.exec(path)
  if (framework) return framework[1]
  const dll = /^(.*)\\python\d+t?\.dll$/i.exec(path)
  if (dll) return /\\system32$/i.test(dll[1] ?? '') ? undefined : dll[1]
  const shared = /^(.*)\/lib(?:64|x?32)?(?:\/[^/]+-linux-(?:gnu|musl)\w*|\/i386-kfreebsd-gnu)?\/libpython[^/]*$/.exec(path)
  return shared ? shared[1] || '/usr' : undefined
}
