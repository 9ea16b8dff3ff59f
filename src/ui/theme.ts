import { readStored, store } from '../state/storage.ts'
import { useStore } from '../state/store.ts'

const system = matchMedia('(prefers-color-scheme: dark)')
const named = (dark: boolean) => (dark ? 'dark' : 'light')

function wear(dark: boolean): void {
  document.documentElement.dataset['theme'] = named(dark)
  useStore.setState({ dark })
}

/** Before anything is drawn. */
export function startTheme(): void {
  const follow = () => wear((readStored('theme') ?? named(system.matches)) === 'dark')
  system.addEventListener('change', follow)
  follow()
}

/** The other one; where that is the system's own, the choice is forgotten. */
export function switchTheme(): void {
  const dark = !useStore.getState().dark
  store('theme', dark === system.matches ? undefined : named(dark))
  wear(dark)
}
