import { defineFact, type Fact, type Known } from '../../core/need.ts'
import type { Field, Section } from '../../core/output.ts'

/** The versions of `libpython` that the listing of one file has, each with the field that names it. */
export interface LinkedPythons {
  readonly versions: ReadonlyMap<string, Field>
}

const keys: Readonly<Record<string, readonly string[]>> = { ldd: ['library', 'notFound', 'absolute', 'needed'], otool: ['library'] }

const versionIn = (name: string) => /libpython(\d\.\d+)/.exec(name)?.[1] ?? /\/Versions\/(\d\.\d+)t?\/Python3?T?$/.exec(name)?.[1]

/** `ldd a.so b.so` lists each file under its own heading: two modules for two Pythons are no fault. */
function byFile({ fields, output }: Section): readonly LinkedPythons[] {
  const files: Map<string, Field>[] = []
  let current: Map<string, Field> | undefined
  for (const field of fields) {
    if (field.key === 'file' || !current) files.push((current = new Map()))
    const version = keys[output.id]?.includes(field.key) ? versionIn(String(field.value)) : undefined
    if (version !== undefined && !current.has(version)) current.set(version, field)
  }
  return files.filter(one => one.size > 0).map(versions => ({ versions }))
}

export const linkedPythons = defineFact<readonly LinkedPythons[]>(['ldd', 'otool'], (known: Known): Fact<readonly LinkedPythons[]> | undefined => {
  const value = ['ldd', 'otool'].flatMap(id => { const section = known.section(id); return section ? byFile(section) : [] })
  return value.length ? { value, evidence: value.flatMap(one => [...one.versions.values()]) } : undefined
})
