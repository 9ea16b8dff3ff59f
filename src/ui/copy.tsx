import type { ReactNode } from 'react'
import { useStore } from '../state/store.ts'
import { copy } from './clipboard.ts'

interface Props {
  /** A function where it takes time to make. */
  readonly text: string | (() => string)
  /** What is copied: "Copied …". */
  readonly what: string
  /** Words of its own, which then are its name. */
  readonly children?: ReactNode
}

export function CopyButton({ text, what, children }: Props) {
  const copied = useStore(({ said }) => said === `Copied ${what}.`)
  const label = `${copied ? 'Copied' : 'Copy'} ${what}`
  return (
    <button type="button" className="copy" aria-label={children === undefined ? label : undefined} title={`Copy ${what}`} onClick={() => void copy(typeof text === 'string' ? text : text(), what)}>
      {copied ? 'Copied' : (children ?? 'Copy')}
    </button>
  )
}
