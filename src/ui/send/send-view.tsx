import { useDeferredValue, useMemo } from 'react'
import { analyse } from '../../core/report.ts'
import { reportMarkdown } from '../../exports/markdown.ts'
import { trackerLimit } from '../../exports/parts.ts'
import { isBlank, overview, readable, type Case } from '../../state/case.ts'
import { sizeInWords } from '../../state/look.ts'
import { outgoing } from '../../state/outgoing.ts'
import { setPrivacy, useStore } from '../../state/store.ts'
import { further, outward } from '../actions.ts'
import { useDerived } from '../derived.ts'
import { PlaceLink } from '../line-link.tsx'
import { More } from '../more.tsx'
import { Outcomes } from './outcomes.tsx'
import { Preview } from './preview.tsx'
import { Values } from './values.tsx'

/** A longer text stands behind a click. */
const atOnce = 6000

function Wishes() {
  const { on, words } = useStore(state => state.privacy)
  return (
    <div className="wishes">
      <label>
        <input type="checkbox" checked={on} onChange={({ target }) => setPrivacy({ on: target.checked })} /> Replace users, hosts, domains, addresses, mail addresses, passwords and keys
      </label>
      <label>
        And these words of your own, one a line
        <textarea rows={2} spellCheck={false} disabled={!on} defaultValue={words.join('\n')} onChange={({ target }) => setPrivacy({ words: target.value.split('\n').map(word => word.trim()).filter(Boolean) })} />
      </label>
    </div>
  )
}

/** Everything that a person's hand can take away, and what will be in it. */
export function SendView() {
  const derived = useDerived()
  const { pastes, platform } = derived
  const privacy = useDeferredValue(useStore(state => state.privacy))
  const before = useStore(state => state.before)
  const given = useMemo((): Case => ({ pastes, platform, before }), [pastes, platform, before])
  const out = useMemo(() => outgoing(given, privacy), [given, privacy])
  const report = useMemo(() => analyse(readable(out.case.pastes)), [out])
  const markdown = useMemo(() => reportMarkdown(report, platform), [report, platform])
  if (pastes.every(isBlank))
    return (
      <div className="send">
        <h2>What leaves the page</h2>
        <p>
          Nothing was pasted, so there is nothing to take away. <PlaceLink tab={overview}>Back to the Overview</PlaceLink>
        </p>
      </div>
    )
  return (
    <div className="send">
      <h2>What leaves the page</h2>
      <p>
        Nothing leaves by itself. What you copy or save goes out as shown here; read it through, for only what has a known form is found. <PlaceLink tab={overview}>Back to the Overview</PlaceLink>
      </p>
      <Wishes />
      <Outcomes report={report} replaced={out.redacted.reduce((sum, { replacements }) => sum + replacements.length, 0)} />
      <div className="buttons">
        {[...outward, ...further]
          .filter(({ label }) => label !== 'Clear everything')
          .map(({ label, run }) => (
            <button key={label} type="button" onClick={() => run(derived)}>
              {label}
            </button>
          ))}
      </div>
      <p className="muted">
        The Markdown report has {sizeInWords(markdown.length)}
        {markdown.length > trackerLimit && `: more than GitHub takes in one comment (${sizeInWords(trackerLimit)}), so it is copied in parts`}. “Copy answer” is a reply to the person who asked. “Save case” opens here again,
        also to compare with.
      </p>
      <Values redacted={out.redacted} />
      {out.redacted.map((one, i) => (
        <More key={pastes[i]?.id} title={`Text ${i + 1}: ${sizeInWords(one.text.length)}, ${one.replacements.length.toLocaleString('en')} replaced`} open={i === 0 && one.text.length < atOnce}>
          <Preview text={pastes[i]?.text ?? ''} replacements={one.replacements} />
        </More>
      ))}
      <More title="The Markdown report, as it would be copied">
        <pre className="preview">{markdown.slice(0, 20_000)}</pre>
      </More>
    </div>
  )
}
