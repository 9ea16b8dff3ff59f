import { checks } from '../checks/index.ts'
import { overview, views } from './case.ts'
import { useStore, type Place } from './store.ts'

const isTab = (word: string) => word === overview || views.includes(word) || checks.some(check => check.id === word)

const decoded = (word: string) => {
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}

/** `#apache-build/overview/9`: tab, paste, line. `#overview/rule/0`: a finding. */
export function placeIn(hash: string): Place {
  const [tab = '', ...at] = hash.slice(1).split('/').map(decoded)
  return isTab(tab) ? { tab, at } : { tab: overview, at: [] }
}

export const hashOf = ({ tab, at }: Place) => `#${[tab, ...at].map(encodeURIComponent).join('/')}`

const show = (place: Place) => useStore.setState(({ visit }) => ({ place, visit: visit + 1 }))

/** By keys the address is replaced, so that "back" does not walk through every tab. */
export function go(tab: string, at: readonly string[] = [], how: 'push' | 'replace' = 'push'): void {
  const place = { tab, at }
  const hash = hashOf(place)
  history[how === 'push' && hash !== location.hash ? 'pushState' : 'replaceState'](undefined, '', hash)
  show(place)
  // A line or a finding brings itself into view.
  if (!at.length) scrollTo(0, 0)
}

/** Follows the address; `onCase` is given an address that carries a case, which stays in the address until it was taken up. */
export function followAddress(isCase: (hash: string) => boolean, onCase: (hash: string) => Promise<void>): void {
  const follow = async () => {
    const { hash } = location
    if (!isCase(hash)) {
      show(placeIn(hash))
      return
    }
    await onCase(hash)
    if (location.hash === hash) go(overview, [], 'replace')
  }
  addEventListener('hashchange', () => void follow())
  void follow()
}
