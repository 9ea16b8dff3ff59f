import { useMemo } from 'react'
import { isBlank, sendView } from '../state/case.ts'
import { dismiss, undo, useStore } from '../state/store.ts'
import { outward } from './actions.ts'
import type { Derived } from './derived.ts'
import { PlaceLink } from './line-link.tsx'
import { sentenceFor } from './state-words.ts'

/** What happened and can be seen nowhere else; what can be taken back. */
export function Notices() {
  const notices = useStore(state => state.notices)
  return (
    <div className="notices" role="log" aria-label="Messages">
      {notices.map(({ says, undo: canUndo }) => (
        <p key={says}>
          <span>{says}</span>
          {canUndo && (
            <button type="button" onClick={undo}>
              Undo
            </button>
          )}
          <button type="button" className="quiet" aria-label={`Dismiss: ${says}`} onClick={() => dismiss(says)}>
            ✕
          </button>
        </p>
      ))}
    </div>
  )
}

/** The foot of the page: what was read, and what can be taken away. */
export function Strip({ derived, reading }: { readonly derived: Derived; readonly reading: boolean }) {
  const empty = useStore(state => state.pastes.every(isBlank))
  const said = useStore(state => state.said)
  const on = useStore(state => state.privacy.on)
  const sentence = useMemo(() => sentenceFor(derived), [derived])
  return (
    <footer className="strip">
      <output>{reading ? 'Reading …' : sentence}</output>
      <output className="said">{said}</output>
      <div className="buttons">
        {!empty && (
          <PlaceLink tab={sendView}>{on ? 'What looks personal is replaced' : 'Nothing is replaced'}</PlaceLink>
        )}
        {outward.map(({ label, run }) => (
          <button key={label} type="button" disabled={empty} onClick={() => run(derived)}>
            {label}
          </button>
        ))}
      </div>
    </footer>
  )
}
