import type { Case, Pasted } from './case.ts'
import { whenIdle } from './idle.ts'
import { readCase, written } from './saved.ts'
import { readStored, store } from './storage.ts'
import { notify, restore, theCase, useStore } from './store.ts'

const limit = 1_000_000

/** The pastes that fit into storage, in order. */
export function keepable(pastes: readonly Pasted[]): readonly Pasted[] {
  let room = limit
  return pastes.filter(({ text }) => {
    const fits = text.length <= room
    if (fits) room -= text.length
    return fits
  })
}

function save(key: string, given: Case): void {
  const pastes = keepable(given.pastes)
  // The older state is kept as a whole or not at all: half of it would make everything else look new.
  const older = given.before?.pastes ?? []
  const before = keepable([...pastes, ...older]).length === pastes.length + older.length ? given.before : undefined
  const done = store(key, pastes.length || before ? written({ ...given, pastes, before }) : undefined)
  useStore.setState({ unsaved: given.pastes.length > (done ? pastes.length : 0) })
}

/**
 * Brings back what the browser kept, and from then on keeps what changes. What cannot be read is left as it is until something new is
 * given. A page that was saved with a case in it keeps what changes in it apart. True where something was kept.
 */
export function keepAcrossReloads(carried: string | undefined): boolean {
  const key = carried === undefined ? 'case' : `case/${carried.length}-${carried.slice(-24)}`
  const json = readStored(key)
  if (json !== undefined) {
    const saved = readCase(json, 'What this browser kept of your last visit')
    if (saved.kind === 'case') restore(saved.case)
    else notify(`${saved.says} It stays until you paste something new.`)
  }
  let waiting: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    if (waiting === undefined) return
    clearTimeout(waiting)
    waiting = undefined
    save(key, theCase())
  }
  useStore.subscribe((now, before) => {
    if (now.pastes === before.pastes && now.platform === before.platform && now.before === before.before) return
    clearTimeout(waiting)
    // A long text is drawn before it is kept.
    waiting = setTimeout(() => whenIdle(flush), 300)
  })
  addEventListener('pagehide', flush)
  addEventListener('visibilitychange', flush)
  return json !== undefined
}
