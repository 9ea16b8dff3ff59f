import type { ReactNode } from 'react'
import { useStore } from '../state/store.ts'
import { copy } from './clipboard.ts'

interface Props {
  readonly text: string
  /** What is copied: "Copied …". */
  readonly what: string
  readonly children?: ReactNode
}

export function CopyButton({ text, what, children = 'Copy' }: Props) {
  const copied = useStore(({ said }) => said === `Copied ${what}.`)
  return (
    <button type="button" className="copy" aria-label={`${copied ? 'Copied' : 'Copy'} ${what}`} title={`Copy ${what}`} onClick={() => void copy(text, what)}>
      {copied ? 'Copied' : children}
    </button>
  )
}
