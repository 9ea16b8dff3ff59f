import { defineFact, fieldsIn, type Fact } from '../../core/need.ts'
import { messages } from './messages.ts'

const listing = ['mechanisms', 'mechanisms22', 'acceptMechanisms', 'inUse', 'refused', 'misplaced', 'directory'] as const

/** mutex.md §7: locks that could not be made or were lost. */
const trouble = /AH0002[34]\b|WSGI00(?:17|19|26|30|31|32)\b|accept (?:lock|mutex) '/

/** Something of the paste that asks about locks; Debian's own `Mutex file:${APACHE_LOCK_DIR} default` does not. Explanations of locks that nobody asked for would only be in the way. */
export const lockQuestion = defineFact<true>(['mutex', 'config', 'error-log'], (known): Fact<true> | undefined => {
  const asked = listing.flatMap(key => known.fields('mutex', key))[0]
    ?? messages.get(known)?.value.find(({ text }) => trouble.test(text))?.first
    ?? known.sections.flatMap(section => (section.output.id === 'config' ? [...fieldsIn(section, 'mutexLine'), ...fieldsIn(section, 'wsgiDirective')] : [])).find(field => /^(?:WSGIAccept)?Mutex\b(?!.*APACHE_LOCK_DIR)/i.test(String(field.value)))
  return asked && { value: true, evidence: [asked] }
})
