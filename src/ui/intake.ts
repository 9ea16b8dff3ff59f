import { useEffect, useState } from 'react'
import { readFile } from '../state/incoming.ts'
import { looksLikeCase, readCase } from '../state/saved.ts'
import { checkOfBox, compareWith, pasteAnywhere, take } from '../state/store.ts'
import { openCaseFile } from './opening.ts'

/** A case of this page is opened; everything else is read. `as` says that it is the older state. */
export async function takeFiles(files: Iterable<File>, check?: string, as?: 'before'): Promise<void> {
  for (const file of files) {
    const incoming = await readFile(file)
    if (incoming.kind === 'text' && looksLikeCase(incoming.text)) openCaseFile(readCase(incoming.text, `The file ${file.name}`), `the file ${file.name}`, as)
    else if (incoming.kind === 'text' && as) compareWith(`the file ${file.name}`, [{ id: 'paste-1', text: incoming.text, when: Date.now(), name: file.name }])
    else take(incoming, check)
  }
}

const closest = (target: EventTarget | null, selector: string) => (target instanceof Element ? target.closest<HTMLElement>(selector) : null)

const isInField = ({ target }: Event) => closest(target, 'textarea:not([readonly]), input') !== null
const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false

/** Takes what was pasted or dropped; a text in a field is the browser's own business. */
function given(event: ClipboardEvent | DragEvent, data: DataTransfer | null): void {
  const text = data?.getData('text/plain') ?? ''
  if (data?.files.length && (text === '' || event.type === 'drop')) {
    void takeFiles([...data.files], checkOfBox(closest(event.target, '[data-box]')?.dataset['box']))
  } else if (text !== '' && !isInField(event)) pasteAnywhere(text)
  else return
  event.preventDefault()
}

/** Pastes and drops anywhere on the page. True while files are held over it. */
export function useIntake(): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    addEventListener('paste', event => given(event, event.clipboardData), { signal })
    addEventListener(
      'dragover',
      event => {
        if (hasFiles(event) || !isInField(event)) event.preventDefault()
        setOver(hasFiles(event))
      },
      { signal },
    )
    addEventListener('dragleave', event => event.relatedTarget ?? setOver(false), { signal })
    addEventListener(
      'drop',
      event => {
        setOver(false)
        given(event, event.dataTransfer)
      },
      { signal },
    )
    return () => stop.abort()
  }, [])
  return over
}
