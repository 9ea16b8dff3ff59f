import { ask, useStore } from '../state/store.ts'

const close = () => ask(undefined)

function open(dialog: HTMLDialogElement | null): void {
  if (dialog?.open === false) dialog.showModal()
}

function Choice({ label, run }: { readonly label: string; readonly run: (() => void) | undefined }) {
  const choose = () => {
    close()
    run?.()
  }
  return (
    <button type="button" onClick={choose}>
      {label}
    </button>
  )
}

/** The one dialog: for what must be decided or shown now. */
export function Dialog() {
  const asked = useStore(state => state.asked)
  if (!asked) return null
  const { title, says, text, keys, yes, no = 'Close', run, or } = asked
  return (
    <dialog ref={open} aria-labelledby="dialog-title" onClose={close}>
      <h2 id="dialog-title">{title}</h2>
      <p>{says}</p>
      {text !== undefined && <textarea readOnly aria-label={title} rows={6} defaultValue={text} ref={area => area?.select()} />}
      {keys && (
        <dl>
          {keys.map(([key, meaning]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="buttons">
        <button type="button" onClick={close}>
          {no}
        </button>
        {yes !== undefined && <Choice label={yes} run={run} />}
        {or && <Choice {...or} />}
      </p>
    </dialog>
  )
}
