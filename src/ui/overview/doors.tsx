import { go } from '../../state/address.ts'
import { overview } from '../../state/case.ts'
import { openCase } from '../../state/store.ts'
import { caseOf, examples } from '../examples.ts'
import { Part } from '../part.tsx'
import { OpenFiles } from '../paste-box.tsx'
import { Collection } from './collection.tsx'

export function Gallery() {
  return (
    <ul className="gallery">
      {examples.map(example => (
        <li key={example.folder}>
          <button
            type="button"
            onClick={() => {
              openCase(caseOf(example), `Opened the example “${example.title}”.`)
              go(overview, [], 'replace')
            }}
          >
            {example.title}
          </button>
          <p>{example.says}</p>
        </li>
      ))}
    </ul>
  )
}

/** The three ways in, where nothing was given yet. */
export function Doors() {
  return (
    <div className="doors">
      <Part id="door-paste" title="Paste">
        <p>Press Ctrl+V (⌘V) anywhere, or drop files: a whole terminal, an error log, a forum post, the half that you have. The page finds out what is what.</p>
        <OpenFiles />
      </Part>
      <Part id="door-commands" title="Run one command">
        <Collection />
      </Part>
      <Part id="door-example" title="See an example">
        <Gallery />
      </Part>
    </div>
  )
}
