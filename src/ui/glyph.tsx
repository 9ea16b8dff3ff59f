import type { CheckState } from './state-words.ts'

const shapes: Readonly<Record<CheckState['mark'], string>> = {
  broken: 'M1 1h10v10H1z',
  risky: 'M6 .8 11.6 11H.4z',
  notable: 'M6 2a4 4 0 1 0 .1 0z',
  fine: 'm1.5 6.5 3 3 6-7',
  unknown: 'M1 5 5 1M1 11 11 1M7 11l4-4',
  none: 'M3 6h6',
}

/** The shape that doubles a colour. The word beside it says the same, so it is silent. */
export const Glyph = ({ mark }: { readonly mark: CheckState['mark'] }) => (
  <svg className={`glyph ${mark}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
    <path d={shapes[mark]} />
  </svg>
)
