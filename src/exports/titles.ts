import { checks } from '../checks/index.ts'
import type { Extent, Section } from '../core/output.ts'

export const checkTitle = (id: string) => checks.find(check => check.id === id)?.title ?? id
export const checkOf = (output: string) => checks.find(check => check.outputs.some(({ id }) => id === output))
export const outputTitle = (output: string) => checkOf(output)?.outputs.find(({ id }) => id === output)?.title ?? output

export const nothingRecognised = 'Nothing was recognised in what was pasted'

export const lineRange = ([first, last]: readonly [number, number]) => (first === last ? `line ${first}` : `lines ${first}–${last}`)

const extents: Readonly<Record<Extent, string>> = { whole: 'whole', part: 'a smaller form of it', cut: 'cut off', failed: 'the command failed' }

/** Of a log or a configuration one never has the whole: a part of it is nothing to remark on, and that all its lines were read says nothing of how things are. */
export const isOpenEnded = ({ extent, output }: Section) => extent === 'part' && /^(?:error-log|config)$/.test(output.id)

export const extentWords = (section: Section) => (isOpenEnded(section) ? '' : extents[section.extent])

/** Known failures of `failure-modes`: many rules that each look for one message, and that are told together (`l01-…`, `wsgi0117`). */
export const isKnownFailure = ({ id }: { readonly id: string }) => /^(?:[a-z]\d\d-|wsgi\d{4})/.test(id)
