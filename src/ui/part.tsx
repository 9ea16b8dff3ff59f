import type { ReactNode } from 'react'

interface Props {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

/** A region of the page under its heading. */
export const Part = ({ id, title, children }: Props) => (
  <section className={id} aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)
