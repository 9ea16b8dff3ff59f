import { commandOn, type Check } from '../../checks/check.ts'
import { flat } from '../../exports/findings.ts'
import { askFor } from '../../exports/answer.ts'
import { Script } from '../check/script.tsx'
import { Commands } from '../command.tsx'
import { CopyButton } from '../copy.tsx'
import { useDerived } from '../derived.ts'
import { Fault } from '../fault.tsx'
import { Glyph } from '../glyph.tsx'
import { PlaceLink } from '../line-link.tsx'
import { OpenFiles, PasteBox } from '../paste-box.tsx'
import { Prose } from '../prose.tsx'
import { stateOf } from '../state-words.ts'

/** What came of the check so far. */
function Result({ check }: { readonly check: Check }) {
  const derived = useDerived()
  const { words, mark } = stateOf(derived, check)
  const found = flat(derived.findings).filter(({ finding }) => finding.evidence.some(({ output }) => check.outputs.some(({ id }) => id === output)))
  return (
    <div className="result" aria-live="polite">
      <p>
        <Glyph mark={mark} />
        {words}
        {mark !== 'none' && (
          <>
            {' '}
            · <PlaceLink tab={check.id}>every line explained</PlaceLink>
          </>
        )}
      </p>
      {found.length > 0 && (
        <ul>
          {found.map(one => (
            <li key={one.id}>
              <Fault found={one} linked />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** For those who help: how to ask for it, and what each answer would mean. */
function Helping({ check: { walk, commands } }: { readonly check: Check }) {
  const { platform, own } = useDerived()
  const [command] = commands
  const text = command && commandOn(command, platform, own)
  return (
    <div className="helping">
      {command && text !== undefined && (
        <p>
          <CopyButton text={askFor(text, command.gives, undefined)} what="the question">
            Copy the question as a message
          </CopyButton>
        </p>
      )}
      <dl>
        {walk?.answers.map(({ see, means }) => (
          <div key={see}>
            <dt>
              <Prose text={see} />
            </dt>
            <dd>
              <Prose text={means} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

export function GuideStep({ check, helping }: { readonly check: Check; readonly helping: boolean }) {
  const { id, title, why, walk, commands } = check
  return (
    <section aria-labelledby="step">
      <h3 id="step">{title}</h3>
      <p>
        <Prose text={why} />
      </p>
      <Commands commands={commands} />
      {id === 'diagnostic-script' && <Script />}
      {walk && (
        <p>
          <b>Expect:</b> <Prose text={walk.expect} />
        </p>
      )}
      {helping && <Helping check={check} />}
      <div className="intake">
        <PasteBox box={id} label="Paste the output of this check" rows={5} />
        <div className="beside">
          <OpenFiles check={id} />
        </div>
      </div>
      <Result check={check} />
    </section>
  )
}
