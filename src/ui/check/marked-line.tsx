import type { ReactNode } from 'react'
import type { Piece } from './marks.ts'

interface Props {
  readonly pieces: readonly Piece[]
  /** Those that have a meaning beside the line. */
  readonly explained: ReadonlySet<string>
}

/** The person's own line, its values marked. Text nodes only. */
export function MarkedLine({ pieces, explained }: Props): ReactNode {
  return pieces.map(piece => {
    if ('text' in piece) return piece.text
    const { at, id, within } = piece
    return (
      <mark key={`${at} ${id}`} data-item={id} tabIndex={-1} aria-describedby={explained.has(id) ? id : undefined}>
        <MarkedLine pieces={within} explained={explained} />
      </mark>
    )
  })
}
