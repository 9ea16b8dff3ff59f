import type { ReactNode } from 'react'

interface Props {
  readonly title: ReactNode
  readonly className?: string
  readonly open?: boolean
  readonly children: ReactNode
}

/** What is behind a click. */
export const More = ({ title, children, ...props }: Props) => (
  <details {...props}>
    <summary>{title}</summary>
    {children}
  </details>
)
