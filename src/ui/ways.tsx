import { compareView, guideView, rulesView, sendView } from '../state/case.ts'
import { useStore } from '../state/store.ts'
import { PlaceLink } from './line-link.tsx'

const ways = [
  [guideView, 'Guide me'],
  [compareView, 'Before and after'],
  [sendView, 'What leaves the page'],
  [rulesView, 'All rules'],
] as const

/** The views beside the checks. */
export function Ways() {
  const here = useStore(({ place }) => place.tab)
  return (
    <ul className="ways">
      {ways.map(([view, title]) => (
        <li key={view} className={view === here ? 'here' : ''}>
          <PlaceLink tab={view}>{title}</PlaceLink>
        </li>
      ))}
    </ul>
  )
}
