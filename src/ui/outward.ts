import { analyse, type Report } from '../core/report.ts'
import { answerMarkdown } from '../exports/answer.ts'
import { reportJson } from '../exports/json.ts'
import { reportMarkdown } from '../exports/markdown.ts'
import { partsOf } from '../exports/parts.ts'
import { readable, type Case } from '../state/case.ts'
import { linkOf, usualLink } from '../state/link.ts'
import { sizeInWords } from '../state/look.ts'
import { outgoing } from '../state/outgoing.ts'
import { pageWith } from '../state/page.ts'
import { written } from '../state/saved.ts'
import { ask, notify, theCase, useStore } from '../state/store.ts'
import { byHand, copy, copyText } from './clipboard.ts'
import type { Derived } from './derived.ts'
import { download } from './download.ts'
import { textsInWords } from './opening.ts'

/** The case with what is personal replaced, as the person wishes it, and the report of it. */
function leaving(): { readonly case: Case; readonly report: Report } {
  const out = outgoing(theCase(), useStore.getState().privacy).case
  return { case: out, report: analyse(readable(out.pastes)) }
}

const replacedWords = () => (useStore.getState().privacy.on ? 'What looks personal is replaced in it.' : 'Nothing is replaced in it.')

/** In one piece, or in pieces that an issue tracker takes. */
export function copyReport({ platform }: Derived): void {
  const parts = partsOf(reportMarkdown(leaving().report, platform))
  const [whole = ''] = parts
  if (parts.length === 1) {
    void copy(whole, 'the Markdown report')
    return
  }
  const from = (n: number) => {
    const part = parts[n]
    if (part === undefined) return
    void copyText(part)
    const more = n + 1 < parts.length
    ask({
      title: `Part ${n + 1} of ${parts.length} is copied`,
      says: `The report is longer than GitHub takes in one comment. Paste this part${more ? ', then come back for the next' : ''}. Each part stands by itself.`,
      ...(more && { yes: 'Copy the next part', run: () => from(n + 1) }),
      or: { label: 'Save it all as a file', run: () => download('wsgi-checkup-report.md', parts.join('\n'), 'text/markdown') },
    })
  }
  from(0)
}

export const copyAnswer = ({ platform }: Derived) => void copy(answerMarkdown(leaving().report, platform), 'the answer')

export const downloadJson = () => download('wsgi-checkup-report.json', JSON.stringify(reportJson(leaving().report), undefined, 2), 'application/json')

export const saveCase = () => download('wsgi-checkup-case.json', written(leaving().case), 'application/json')

export const savePage = async () => download('wsgi-checkup.html', await pageWith(leaving().case), 'text/html')

export async function share(): Promise<void> {
  const hash = await linkOf(leaving().case)
  if (hash === undefined) {
    notify('Too much for a link: save the case as a file, or remove the largest text.')
    return
  }
  const text = location.href.replace(/#.*$/, '') + hash
  const copied = (await copyText(text)) ? 'Copied' : byHand.replace(/\.$/, '')
  const long = text.length > usualLink ? ' Some chats and mail programs cut addresses of this length; a saved case is safer there.' : ''
  ask({
    title: 'Share link',
    says: `${copied}: ${sizeInWords(text.length)}.${long} It carries all that was pasted (${textsInWords()}): who has it can read that. ${replacedWords()} No browser sends the part behind # to a server.`,
    text,
  })
}
