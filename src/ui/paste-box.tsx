import { useEffect, useRef, type ClipboardEvent, type FormEvent } from 'react'
import { boxLimit } from '../state/case.ts'
import { expectedText, looksBinary, notText } from '../state/look.ts'
import { addPaste, checkOfBox, setBox, useStore } from '../state/store.ts'
import { takeFiles } from './intake.ts'

/** A second paste behind the first begins on a line of its own; the browser's own undo keeps working. */
function separately(area: HTMLTextAreaElement, text: string): boolean {
  const atEnd = area.selectionStart === area.value.length
  return area.value !== '' && atEnd && !area.value.endsWith('\n') && document.execCommand('insertText', false, `\n${text}`)
}

/** Where a text is none. */
export function Doubt({ text }: { readonly text: string }) {
  const doubt = looksBinary(text) ? `This ${notText}` : text !== '' && !/\S/.test(text) && 'Nothing but blanks so far.'
  return doubt && <p className="doubt">{doubt} {expectedText}</p>
}

/** For those who cannot drag: the same as dropping files. */
export function OpenFiles({ check, as, label = 'Open files…' }: { readonly check?: string | undefined; readonly as?: 'before'; readonly label?: string }) {
  const input = useRef<HTMLInputElement>(null)
  const read = async ({ files }: HTMLInputElement) => {
    await takeFiles(files ?? [], check, as)
    if (input.current) input.current.value = ''
  }
  return (
    <>
      <input ref={input} type="file" multiple hidden aria-label="Files to read" onChange={event => void read(event.currentTarget)} />
      <button type="button" onClick={() => input.current?.click()}>
        {label}
      </button>
    </>
  )
}

interface Props {
  /** 'overview' or a check's id. */
  readonly box: string
  readonly label: string
  readonly rows?: number
  readonly hint?: string
}

export function PasteBox({ box, label, rows = 3, hint }: Props) {
  const text = useStore(state => state.pastes.find(pasted => pasted.id === box)?.text ?? '')
  const area = useRef<HTMLTextAreaElement>(null)
  // The area is the browser's own; it is written to only where the text came from elsewhere.
  useEffect(() => {
    if (area.current && area.current.value !== text) area.current.value = text
  }, [text])
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain')
    const isLong = pasted.length > boxLimit
    if (isLong) addPaste(pasted, checkOfBox(box))
    if (isLong || (pasted !== '' && separately(event.currentTarget, pasted))) event.preventDefault()
  }
  const input = ({ currentTarget }: FormEvent<HTMLTextAreaElement>) => {
    setBox(box, currentTarget.value)
    // Held aside instead.
    if (currentTarget.value.length > boxLimit) currentTarget.value = ''
  }
  return (
    <div className="paste-box" data-box={box}>
      <label htmlFor={`box-${box}`}>{label}</label>
      <textarea
        id={`box-${box}`}
        ref={area}
        defaultValue={text}
        placeholder={hint}
        spellCheck={false}
        rows={rows}
        onPaste={paste}
        onInput={input}
      />
      <Doubt text={text} />
    </div>
  )
}
