import { overview } from '../state/case.ts'
import { useStore } from '../state/store.ts'
import { showKeys, theme } from './actions.ts'
import type { Derived } from './derived.ts'
import { PlaceLink } from './line-link.tsx'

export function Header({ derived }: { readonly derived: Derived }) {
  const dark = useStore(state => state.dark)
  return (
    <header className="top">
      <h1>mod_wsgi Checkup</h1>
      <p>
        Nothing you paste leaves this page ·{' '}
        <PlaceLink tab={overview} at={['privacy']}>
          how to check
        </PlaceLink>
      </p>
      <div className="buttons">
        <button type="button" className="quiet" onClick={() => showKeys.run(derived)}>
          <kbd>?</kbd> keys
        </button>
        <button type="button" className="quiet" aria-label={`Use the ${dark ? 'light' : 'dark'} theme`} onClick={() => theme.run(derived)}>
          ◐
        </button>
      </div>
    </header>
  )
}
