import { commandOn } from '../../checks/check.ts'
import { checks } from '../../checks/index.ts'
import { go } from '../../state/address.ts'
import { overview } from '../../state/case.ts'
import { openCase } from '../../state/store.ts'
import { Typed } from '../command.tsx'
import { useDerived } from '../derived.ts'
import { caseOf, examples } from '../examples.ts'
import { Part } from '../part.tsx'
import { OpenFiles } from '../paste-box.tsx'
import { PlatformSelect } from '../platform-select.tsx'

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

/** Those that print much about an installation at once and change nothing. */
const asked = new Set(['httpd-V', 'httpd-M', 'ldd', 'otool', 'sys-prefix'])

/** The three ways in, where nothing was given yet. */
export function Doors() {
  const { platform } = useDerived()
  const commands = checks.flatMap(check => check.commands.flatMap(command => (asked.has(command.output) && commandOn(command, platform)) || []))
  return (
    <div className="doors">
      <Part id="door-paste" title="Paste">
        <p>Press Ctrl+V (⌘V) anywhere, or drop files: a whole terminal, an error log, a forum post, the half that you have. The page finds out what is what.</p>
        <OpenFiles />
      </Part>
      <Part id="door-commands" title="Run the commands">
        <PlatformSelect />
        <Typed text={[...new Set(commands)].join('\n')} what="the commands" />
        <p className="muted">They only look. Paste the whole terminal; each tab says more about its own.</p>
      </Part>
      <Part id="door-example" title="See an example">
        <Gallery />
      </Part>
    </div>
  )
}
