import { useMemo } from 'react'
import { commandOn } from '../../checks/check.ts'
import { askFor } from '../../exports/answer.ts'
import { stepsFor, type Step } from '../../exports/next-steps.ts'
import { many } from '../../core/say.ts'
import { checkTitle, outputTitle } from '../../exports/titles.ts'
import { CommandLine } from '../command.tsx'
import { CopyButton } from '../copy.tsx'
import { useDerived } from '../derived.ts'
import { PlaceLink } from '../line-link.tsx'
import { More } from '../more.tsx'
import { Part } from '../part.tsx'
import { PlatformSelect } from '../platform-select.tsx'
import { Collection } from './collection.tsx'
import { Prose, ProseList } from '../prose.tsx'

/** The reason in one sentence. */
function reasonFor({ confirms, alone, among }: Step): { readonly says: string; readonly titles: readonly string[] } {
  if (confirms.length) return { says: 'Shows where this comes from:', titles: confirms }
  return alone.length ? { says: 'Settles whether this is so:', titles: alone } : { says: 'With other outputs, settles whether this is so:', titles: among }
}

const confirmsNothing = ({ confirms }: Step) => confirms.length === 0

function StepItem({ step }: { readonly step: Step }) {
  const { check, output, command } = step
  const { platform, own } = useDerived()
  const { says, titles } = reasonFor(step)
  const text = commandOn(command, platform, own)
  return (
    <li>
      <h3>
        <PlaceLink tab={check}>{checkTitle(check)}</PlaceLink>: <Prose text={outputTitle(output)} />
      </h3>
      <CommandLine command={command} />
      <p>
        {says} <Prose text={titles[0] ?? ''} />.
        {text !== undefined && (
          <>
            {' '}
            <CopyButton text={askFor(text, command.gives, confirmsNothing(step) ? titles[0] : undefined)} what="the question">
              Copy as a message
            </CopyButton>
          </>
        )}
      </p>
      {titles.length > 1 && (
        <More title={`and ${titles.length - 1} more`}>
          <ProseList texts={titles.slice(1)} />
        </More>
      )}
    </li>
  )
}

const Steps = ({ steps }: { readonly steps: readonly Step[] }) => (
  <ol>
    {steps.map(step => (
      <StepItem key={step.output} step={step} />
    ))}
  </ol>
)

/** The command that would settle most, then the others. */
export function Next() {
  const { report, platform } = useDerived()
  const steps = useMemo(() => stepsFor(report, platform), [report, platform])
  const others = steps.slice(1)
  return (
    <Part id="next" title="What to run next">
      <PlatformSelect />
      {steps.length === 0 && <p>Nothing: every comparison that can be made was made.</p>}
      <Steps steps={steps.slice(0, 1)} />
      {others.length > 0 && (
        <More title={`Then: ${many(others.length, 'more output')}`} open={others.length < 3}>
          <Steps steps={others} />
        </More>
      )}
      <More title="Everything with one command">
        <Collection />
      </More>
    </Part>
  )
}
