import type { Check } from '../../checks/check.ts'
import { Commands } from '../command.tsx'
import { sectionsOf, useDerived } from '../derived.ts'
import { DocsLinks } from '../docs-links.tsx'
import { Part } from '../part.tsx'
import { LogView } from '../log/log-view.tsx'
import { OpenFiles, PasteBox } from '../paste-box.tsx'
import { PastedList } from '../pasted-list.tsx'
import { Prose } from '../prose.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { Predictions } from './predictions.tsx'
import { Script } from './script.tsx'
import { SectionView } from './section.tsx'

/** One section of the guide: why, what to run, what came out, what it means. */
export function CheckTab({ check }: { readonly check: Check }) {
  const { id, title, why, guide, commands } = check
  const sections = sectionsOf(useDerived().report, id)
  return (
    <div className="check">
      <h2>{title}</h2>
      <p>
        <Prose text={why} />
      </p>
      <DocsLinks links={[guide]} />
      <Commands commands={commands} />
      {id === 'diagnostic-script' && <Script />}
      <div className="intake">
        <PasteBox key={id} box={id} label="Paste the output of this check" />
        <div className="beside">
          <OpenFiles check={id} />
        </div>
      </div>
      <PastedList box={id} check={id} />
      {id === 'error-log' && <LogView />}
      {id === 'apache-config' && <Predictions />}
      <Part id="explained" title="Explained output">
        <Elsewhere check={check} />
        {sections.length === 0 && <p className="muted">Nothing to explain yet. Whatever you paste, here or on another tab, is explained here line by line.</p>}
        {sections.map(section => (
          <SectionView key={`${section.paste.id}/${section.output.id}/${section.span.start}`} section={section} />
        ))}
      </Part>
    </div>
  )
}
