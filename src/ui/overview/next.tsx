import { useMemo } from 'react'
import { stepsFor, type Step } from '../../exports/next-steps.ts'
import { many } from '../../core/say.ts'
import { checkTitle, outputTitle } from '../../exports/titles.ts'
import { CommandLine } from '../command.tsx'
import { useDerived } from '../derived.ts'
import { PlaceLink } from '../line-link.tsx'
import { More } from '../more.tsx'
import { Part } from '../part.tsx'
import { PlatformSelect } from '../platform-select.tsx'
import { Prose, ProseList } from '../prose.tsx'

function StepItem({ step: { check, output, command, alone, among } }: { readonly step: Step }) {
  const titles = alone.length ? alone : among
  return (
    <li>
      <h3>
        <PlaceLink tab={check}>{checkTitle(check)}</PlaceLink>: <Prose text={outputTitle(output)} />
      </h3>
      <CommandLine command={command} />
      <More
        title={
          <>
            {alone.length ? 'Settles' : 'With other outputs, settles'}: <Prose text={titles[0] ?? ''} />
            {titles.length > 1 && `, and ${titles.length - 1} more`}
          </>
        }
      >
        <ProseList texts={titles} />
      </More>
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
    </Part>
  )
}
