import { isBlank, overview } from '../../state/case.ts'
import { useStore } from '../../state/store.ts'
import { useDerived } from '../derived.ts'
import { More } from '../more.tsx'
import { OpenFiles, PasteBox } from '../paste-box.tsx'
import { PastedList } from '../pasted-list.tsx'
import { useRest } from '../rest.ts'
import { Doors, Gallery } from './doors.tsx'
import { Privacy } from './privacy.tsx'

export function Overview() {
  const { pastes } = useDerived()
  const rest = useRest()
  const unsaved = useStore(state => state.unsaved)
  const empty = pastes.every(isBlank)
  return (
    <div className={empty ? 'overview empty' : 'overview'}>
      {empty && (
        <p className="lead">
          Paste what Apache and mod_wsgi print when they misbehave, and read what each line means, what contradicts what, what to change and how to see that it worked. All of it happens in this page.
        </p>
      )}
      <div className="intake">
        <PasteBox
          box={overview}
          label="Paste everything"
          rows={empty ? 8 : 4}
          hint={empty ? 'httpd -V, httpd -M, ldd mod_wsgi.so, the error log, a whole terminal session …' : 'More output: beneath what is here, or anywhere on the page'}
        />
        {!empty && (
          <div className="beside">
            <OpenFiles />
            <More title="Examples">
              <Gallery />
            </More>
          </div>
        )}
      </div>
      <PastedList box={overview} />
      {unsaved && <p className="doubt">The browser keeps no more than a million characters, or nothing: after a reload, paste again.</p>}
      {empty ? <Doors /> : rest && <rest.Result />}
      <Privacy />
    </div>
  )
}
