import type { ReactNode } from 'react'
import type { Replacement } from '../../state/redact/redact.ts'

/** So much of a text is shown; a log of megabytes is not read line by line before it is sent. */
const most = 30_000

/** The text as it will be seen elsewhere; each stand-in is marked and tells what it hides. */
export function Preview({ text, replacements }: { readonly text: string; readonly replacements: readonly Replacement[] }) {
  const parts: ReactNode[] = []
  let done = 0
  for (const { start, end, instead, value } of replacements) {
    if (start > most) break
    parts.push(
      text.slice(done, start),
      <mark key={start} title={`Instead of ${value}`}>
        {instead}
      </mark>,
    )
    done = end
  }
  parts.push(text.slice(done, Math.max(done, most)))
  return (
    <>
      <pre className="preview">{parts}</pre>
      {text.length > most && <p className="muted">The first {most.toLocaleString('en')} characters of {text.length.toLocaleString('en')} are shown.</p>}
    </>
  )
}
