import { useSyncExternalStore } from 'react'
import type * as Later from './later.ts'

type Rest = typeof Later

let rest: Rest | undefined
const waiting = new Set<() => void>()

/** Rules and texts are most of the page, and to make them takes a browser as long as to draw the page without them. */
export async function load(): Promise<Rest> {
  rest ??= await import('./later.ts')
  for (const tell of waiting) tell()
  return rest
}

export const theRest = (): Rest | undefined => rest

const subscribe = (tell: () => void) => {
  waiting.add(tell)
  return () => void waiting.delete(tell)
}

/** Undefined for the moment in which the page has only just been drawn. */
export const useRest = (): Rest | undefined => useSyncExternalStore(subscribe, theRest)
