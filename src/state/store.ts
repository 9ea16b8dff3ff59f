import { create } from 'zustand'
import type { Platform } from '../checks/platform/platforms.ts'
import { boxLimit, overview, type Case, type Pasted } from './case.ts'
import type { Incoming } from './incoming.ts'
import { fullPrivacy, type Privacy } from './outgoing.ts'

/** Something that happened and cannot be seen elsewhere. */
export interface Notice {
  readonly says: string
  /** It can be taken back. */
  readonly undo: boolean
}

/** A view that can be pointed at: a tab, and on it a line of a paste, or a finding. */
export interface Place {
  readonly tab: string
  readonly at: readonly string[]
}

/** What must be decided or shown now. */
export interface Asked {
  readonly title: string
  readonly says: string
  /** To be copied by hand. */
  readonly text?: string
  readonly keys?: readonly (readonly [key: string, says: string])[]
  /** Without it there is nothing to decide. */
  readonly yes?: string
  readonly no?: string
  run?(): void
  /** A second way to say yes. */
  readonly or?: { readonly label: string; run(): void }
}

interface State extends Case {
  readonly place: Place
  /** Counts, so that going to the same place twice shows it twice. */
  readonly visit: number
  readonly undo: readonly Case[]
  readonly notices: readonly Notice[]
  readonly asked?: Asked | undefined
  /** What a screen reader is told of the last act. */
  readonly said: string
  /** Some of the texts will not survive a reload. */
  readonly unsaved: boolean
  readonly dark: boolean
  /** What is replaced before anything leaves the page. */
  readonly privacy: Privacy
  /** The walk shows what those need who help somebody else. */
  readonly helping: boolean
}

export const useStore = create<State>()(() => ({ pastes: [], place: { tab: overview, at: [] }, visit: 0, said: '', undo: [], notices: [], unsaved: false, dark: false, privacy: fullPrivacy, helping: false }))

const { getState, setState } = useStore

export const notify = (says: string, canUndo = false) =>
  setState(({ notices }) => ({ notices: [...notices.filter(old => old.says !== says && !(canUndo && old.undo)), { says, undo: canUndo }].slice(-4) }))

export const dismiss = (says: string) => setState(({ notices }) => ({ notices: notices.filter(notice => notice.says !== says) }))

/** For a few seconds. */
export function say(said: string): void {
  setState({ said })
  setTimeout(() => getState().said === said && setState({ said: '' }), 6000)
}

export const ask = (asked: Asked | undefined) => setState({ asked })
export const setHelping = (helping: boolean) => setState({ helping })
export const setPrivacy = (change: Partial<Privacy>) => setState(({ privacy }) => ({ privacy: { ...privacy, ...change } }))
export const choosePlatform = (platform: Platform | undefined) => setState({ platform })

export const theCase = (): Case => {
  const { pastes, platform, before } = getState()
  return { pastes, platform, ...(before && { before }) }
}

function freeId(pastes: readonly Pasted[]): string {
  let number = pastes.length + 1
  while (pastes.some(({ id }) => id === `paste-${number}`)) number++
  return `paste-${number}`
}

/** The check in whose box something was given. */
export const checkOfBox = (box: string | undefined) => (box === overview ? undefined : box)

/** A further text beside the boxes. */
export const addPaste = (text: string, check?: string, file?: { readonly name: string; readonly endOf?: number }) =>
  setState(({ pastes }) => ({ pastes: [...pastes, { ...file, id: freeId(pastes), text, when: Date.now(), check }] }))

/** What stands in a box now. A text too long for a box is held aside, and the box is free again. */
export function setBox(box: string, text: string): void {
  const check = checkOfBox(box)
  const isLong = text.length > boxLimit
  setState(({ pastes }) => {
    if (text === '' || isLong) return { pastes: pastes.filter(({ id }) => id !== box) }
    const now: Pasted = { id: box, text, when: Date.now(), check }
    return { pastes: pastes.some(({ id }) => id === box) ? pastes.map(pasted => (pasted.id === box ? now : pasted)) : [...pastes, now] }
  })
  if (isLong) addPaste(text, check)
}

/** A text pasted nowhere in particular: into the free box of the Overview, else beside it. */
export function pasteAnywhere(text: string): void {
  if (getState().pastes.some(({ id }) => id === overview)) addPaste(text)
  else setBox(overview, text)
}

export function take(incoming: Incoming, check?: string): void {
  if (incoming.kind === 'refused') notify(incoming.says)
  else addPaste(incoming.text, check, incoming)
}

/** Texts too long for their box, or with an id twice, become further pastes. */
export function restore({ pastes, platform, before }: Case): void {
  const fit: Pasted[] = []
  for (const pasted of pastes) {
    const { id, text } = pasted
    const stays = fit.every(other => other.id !== id) && (text.length <= boxLimit || id.startsWith('paste-'))
    fit.push(stays ? pasted : { ...pasted, id: freeId([...pastes, ...fit]) })
  }
  setState({ pastes: fit, platform, before })
}

/** Another case in place of this one; this one can be had back. */
export function openCase(next: Case, says: string): void {
  setState(state => ({ undo: [...state.undo, theCase()] }))
  restore(next)
  notify(says, true)
}

export const removePaste = (id: string, name: string) =>
  openCase({ ...theCase(), pastes: getState().pastes.filter(pasted => pasted.id !== id) }, `Removed: ${name}.`)

/** The texts become what the next ones are compared with, and the boxes are free again. */
export const keepAsBefore = () =>
  openCase({ platform: getState().platform, pastes: [], before: { name: 'what you pasted before', pastes: getState().pastes } }, 'Kept as the older state. Paste the newer one.')

export const compareWith = (name: string, pastes: readonly Pasted[]) => openCase({ ...theCase(), before: { name, pastes } }, `Compared with ${name}.`)

export const dropBefore = () => openCase({ pastes: getState().pastes, platform: getState().platform }, 'The older state was put aside.')

export const clearEverything = () => openCase({ pastes: [] }, 'Cleared everything.')

export function undo(): void {
  const last = getState().undo.at(-1)
  if (last) setState(state => ({ pastes: last.pastes, platform: last.platform, before: last.before, undo: state.undo.slice(0, -1), notices: state.notices.filter(notice => !notice.undo) }))
}
