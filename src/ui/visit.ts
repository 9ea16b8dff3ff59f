import { useEffect, useRef } from 'react'
import { useStore, type Place } from '../state/store.ts'

/** Brings an element into view each time that someone is led to it, and the focus to it or to something inside. */
export function useVisit<T extends HTMLElement>(isHere: (place: Place) => boolean, focus = '') {
  const visit = useStore(state => (isHere(state.place) ? state.visit : 0))
  const ref = useRef<T>(null)
  useEffect(() => {
    const element = ref.current
    if (!visit || !element) return
    if (element instanceof HTMLDetailsElement) element.open = true
    element.scrollIntoView({ block: 'start' })
    const inside = focus && element.querySelector<HTMLElement>(focus)
    ;(inside || element).focus({ preventScroll: true })
  }, [visit, focus])
  return { ref, shown: visit > 0 }
}
