import { defineFact, type Fact, type Known } from '../../core/need.ts'
import type { Field, Section } from '../../core/output.ts'
import { directivesOf } from './directives.ts'
import { libpython } from './libpython.ts'

/** What a complete listing of a module tells about Python. */
export interface Listing {
  /** No line of it names a Python library. */
  readonly lacks: boolean
  /** It has libraries that only the `httpd` program itself is linked to. */
  readonly httpd: boolean
  /** It has libraries that mod_wsgi does not need, but Python does: `libexpat`, `libz`, `libdl`, `libutil`, `libcrypt`. */
  readonly pythonsOwn: boolean
}

const text = (field: Field) => String(field.value)

/** A library in a line that could not be read, as where line breaks got lost: what is not among the others may be there. */
const isUnclear = (section: Section | undefined) =>
  section?.readings.some(({ kind, line }) => kind !== 'fields' && /libpython\d|Python\.framework|\(0x[0-9a-f]{6,16}\)|\(compatibility version/.test(line.text)) === true

/** Every name in the listing, and the line that shows that it goes on to its end. */
function listed(known: Known): { readonly names: readonly string[]; readonly end: Field } | undefined {
  const ldd = known.section('ldd')
  if (isUnclear(ldd) || isUnclear(known.section('otool'))) return undefined
  if (ldd?.extent === 'whole') {
    const end = known.field('ldd', 'loader') ?? ldd.fields.at(-1)
    return end && { names: [...known.fields('ldd', 'library'), ...known.fields('ldd', 'absolute'), ...known.fields('ldd', 'notFound')].map(text), end }
  }
  for (const [output, key, last] of [['ldd', 'needed', /^libc\.(?:so|musl)/], ['otool', 'library', /libSystem/]] as const) {
    const fields = known.fields(output, key)
    const end = fields.findLast(field => last.test(text(field)))
    if (end) return { names: fields.map(text), end }
  }
  return undefined
}

/** Whether the libraries of `mod_wsgi.so` are all there and Python is not among them. */
export const lacksPython = defineFact<Listing>(['ldd', 'otool'], (known): Fact<Listing> | undefined => {
  const found = libpython.get(known)
  if (found) return { value: { lacks: false, httpd: false, pythonsOwn: false }, evidence: found.evidence }
  const whole = listed(known)
  return whole && {
    value: {
      lacks: true,
      httpd: whole.names.some(name => /libpcre|libaprutil|libapr-/.test(name)) && !whole.names.some(name => /libexpat|libm\./.test(name)),
      pythonsOwn: whole.names.some(name => /lib(?:expat|z|dl|util|crypt)\./.test(name)),
    },
    evidence: [whole.end],
  }
})

/** A Python library that `LoadFile` brings into the process, whatever the module is linked to. */
export const foreignPython = defineFact<string>(['config'], (known): Fact<string> | undefined => {
  const line = directivesOf(known, 'loadFile').find(field => /libpython|python\d+t?\.dll|Python\.framework/i.test(text(field)))
  return line && { value: text(line), evidence: [line] }
})

export interface Way {
  readonly name: string
  /** Undefined where it was not found. */
  readonly path: string | undefined
  readonly field: Field
}

const fileOf = (fields: readonly Field[]) => fields.find(field => field.key === 'file')?.value

/** Where each listing of one file finds its Python: `ldd` may have been asked several times. */
export const pythonFound = defineFact<readonly Way[]>(['ldd'], known => {
  const speaker = known.section('ldd')
  const alike = known.sections.filter(one => one.output.id === 'ldd' && !one.output.beside?.test(one.command ?? '') && fileOf(one.fields) === fileOf(speaker?.fields ?? []))
  const ways = alike.flatMap(one => one.readings).flatMap(({ line, fields }) => fields.flatMap((field): Way[] => {
    if (field.key === 'notFound' && /libpython\d/.test(text(field))) return [{ name: text(field), path: undefined, field }]
    const name = field.key === 'resolved' ? /^(libpython\d\S*) => /.exec(line.text)?.[1] : undefined
    return name === undefined ? [] : [{ name, path: text(field), field }]
  }))
  return { value: ways, evidence: ways.map(way => way.field) }
})

