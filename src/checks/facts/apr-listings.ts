import { defineFact, fieldsIn, type Fact } from '../../core/need.ts'
import type { Field, Section } from '../../core/output.ts'

export interface Found {
  readonly name: string
  readonly path: string
  readonly field: Field
}

/** A listing that has an APR in it: of `mod_wsgi.so`, or of Apache's program. */
export interface AprListing {
  readonly of: 'module' | 'program'
  readonly libraries: readonly Found[]
}

/** Of whom a listing is: by its command, by its heading, or by what only one of them is linked to. */
function ownerOf(section: Section): AprListing['of'] {
  const about = `${section.command ?? ''} ${fieldsIn(section, 'file').map(field => String(field.value)).join(' ')}`
  if (/mod_wsgi/.test(about)) return 'module'
  if (/(?:^|[\s/])(?:httpd|apache2?)(?:[-.]\w+)?\s*$/.test(about.trim())) return 'program'
  const has = (name: string) => fieldsIn(section, 'library').some(field => String(field.value).startsWith(name))
  return has('libpcre') && !has('libpython') ? 'program' : 'module'
}

// libapr-1.so.0 => /usr/local/apr/lib/libapr-1.so.0 (0x…)
const foundIn = (section: Section): readonly Found[] => {
  const places = fieldsIn(section, 'resolved')
  return fieldsIn(section, 'library').flatMap(field => {
    const place = /^libapr(?:util)?-\d/.test(String(field.value)) ? places.find(one => one.line === field.line) : undefined
    return place ? [{ name: String(field.value), path: String(place.value), field: place }] : []
  })
}

export const aprListings = defineFact<readonly AprListing[]>(['ldd'], (known): Fact<readonly AprListing[]> | undefined => {
  const value = known.sections.flatMap(section => {
    const libraries = section.output.id === 'ldd' ? foundIn(section) : []
    return libraries.length ? [{ of: ownerOf(section), libraries }] : []
  })
  return value.length ? { value, evidence: value.flatMap(one => one.libraries.slice(0, 1).map(({ field }) => field)) } : undefined
})
