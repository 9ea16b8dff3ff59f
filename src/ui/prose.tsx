import { Fragment, type ReactNode } from 'react'
import { docsUrl } from '../checks/docs.ts'
import type { Prose as Text } from '../core/prose.ts'
import { markup } from '../exports/markdown-text.ts'
import { CopyButton } from './copy.tsx'

/** Worth a copy button: something to be typed, not a mere name. */
const isTyped = (code: string) => /\S\s+\S/.test(code)

interface Props {
  readonly text: Text
  /** With a button beside what is to be typed. */
  readonly copyable?: boolean
}

/** Our own words: `code` and [text](page#anchor) become elements, everything else stays text. */
export const Prose = ({ text, copyable = false }: Props): ReactNode =>
  text.split(markup).map((part, i, parts) => {
    const key = `${i}`
    if (!part || i % 4 === 3) return null
    if (i % 4 === 1)
      return (
        <Fragment key={key}>
          <code>{part}</code>
          {copyable && isTyped(part) && <CopyButton text={part} what={`“${part}”`} />}
        </Fragment>
      )
    if (i % 4 === 0) return part
    return (
      <a key={key} href={docsUrl(parts[i + 1] ?? '')} rel="noreferrer">
        {part}
      </a>
    )
  })

/** A list of titles. */
export const ProseList = ({ texts }: { readonly texts: readonly Text[] }) => (
  <ul>
    {texts.map(text => (
      <li key={text}>
        <Prose text={text} />
      </li>
    ))}
  </ul>
)
