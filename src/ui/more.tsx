import { useState, type ReactNode } from 'react'

interface Props {
  readonly title: ReactNode
  readonly className?: string
  readonly open?: boolean
  /** Drawn when it is opened: for what is long, and rarely read. */
  readonly late?: true
  readonly children: ReactNode
}

/** What is behind a click. */
export function More({ title, late, children, ...props }: Props) {
  const [opened, setOpened] = useState(props.open === true)
  return (
    <details {...props} onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary>{title}</summary>
      {(opened || !late) && children}
    </details>
  )
}
