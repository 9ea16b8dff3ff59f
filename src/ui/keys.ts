import { useEffect } from 'react'
import { go } from '../state/address.ts'
import { isBlank } from '../state/case.ts'
import { useStore } from '../state/store.ts'
import { actions } from './actions.ts'
import type { Derived } from './derived.ts'
import { tabIds } from './tabs.tsx'

const isMeantElsewhere = ({ ctrlKey, metaKey, altKey, defaultPrevented, target }: KeyboardEvent) =>
  ctrlKey || metaKey || altKey || defaultPrevented || (target instanceof Element && target.closest('textarea, input, select, dialog') !== null)

/** One key for each action, outside of text fields; 1 to 9 for the tabs. */
export function useKeys(derived: Derived): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isMeantElsewhere(event)) return
      const action = actions.find(({ key }) => key === event.key)
      const tab = tabIds[Number(event.key) - 1]
      if (tab !== undefined) go(tab)
      else if (action && !(action.needsCase && useStore.getState().pastes.every(isBlank))) {
        event.preventDefault()
        action.run(derived)
      }
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [derived])
}
