import type { ReactNode } from 'react'
import { CopyButton } from './copy.tsx'
import { download } from './download.ts'
import { More } from './more.tsx'

interface Props {
  readonly name: string
  readonly text: string
  /** What is copied and shown: "the collection script". */
  readonly what: string
  /** What to do with the file, before it is read. */
  readonly children?: ReactNode
}

/** A file in full: to be copied or downloaded, and read. */
export const WholeFile = ({ name, text, what, children }: Props) => (
  <div className="file">
    <div className="buttons">
      <button type="button" className="copy" onClick={() => download(name, text, 'text/plain')}>
        Download {name}
      </button>
      <CopyButton text={text} what={what} />
    </div>
    {children}
    <More title="Read it">
      <textarea readOnly rows={16} aria-label={what.charAt(0).toUpperCase() + what.slice(1)} spellCheck={false} value={text} />
    </More>
  </div>
)
