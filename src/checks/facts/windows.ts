import { defineFact, type Fact } from '../../core/need.ts'
import { familiesShown } from './families.ts'
import { logged } from './log.ts'

/** A line that only Windows prints. None where another system shows as well: platform-consistency tells of that. */
export const windows = defineFact<true>(['httpd-V', 'diagnostic', 'config', 'error-log'], (known): Fact<true> | undefined => {
  const shown = familiesShown(known)
  if (shown.some(sign => sign.is !== 'windows')) return undefined
  const line = shown[0]?.field ?? logged(known, 'noticeMpm').find(notice => notice.value === 'winnt')
  return line && { value: true, evidence: [line] }
})
