import { useEffect, type RefObject } from 'react'

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** A mark and its meaning light up together, whichever of them was meant. */
function select(list: HTMLElement, target: EventTarget | null): void {
  const item = target instanceof Element ? target.closest<HTMLElement>('[data-item]')?.dataset['item'] : undefined
  for (const one of list.querySelectorAll<HTMLElement>('[data-item]')) one.toggleAttribute('data-on', one.dataset['item'] === item)
}

/** The arrow keys lead from value to value through all lines; the tab key leads past them. */
function walk(list: HTMLElement, event: KeyboardEvent): void {
  const { target } = event
  const all = [...list.querySelectorAll('mark')]
  const at = all.findIndex(mark => mark === target)
  const next = all[at + (steps[event.key] ?? NaN)]
  if (at < 0 || !next) return
  event.preventDefault()
  for (const mark of all) mark.tabIndex = mark === next ? 0 : -1
  next.focus()
}

/** Listens for a whole list at once, for it may have many marks. */
export function useSelecting(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const list = ref.current
    if (!list) return undefined
    const stop = new AbortController()
    const { signal } = stop
    for (const type of ['pointerover', 'focusin']) list.addEventListener(type, ({ target }) => select(list, target), { signal })
    for (const type of ['pointerleave', 'focusout']) list.addEventListener(type, () => select(list, null), { signal })
    list.addEventListener('keydown', event => walk(list, event), { signal })
    return () => stop.abort()
  }, [ref])
  // One stop of the tab key in all marks, and one at each line that scrolls sideways on a phone.
  useEffect(() => {
    const list = ref.current
    const first = list?.querySelector('mark')
    if (first && !list?.querySelector('mark[tabindex="0"]')) first.tabIndex = 0
    for (const line of list?.querySelectorAll<HTMLElement>('.line') ?? []) if (line.scrollWidth > line.clientWidth) line.tabIndex = 0
  })
}
