import { Fragment } from 'react'
import type { Check } from '../../checks/check.ts'
import { checkTitle } from '../../exports/titles.ts'
import { isBlank } from '../../state/case.ts'
import { looksBinary } from '../../state/look.ts'
import { firstLine, nameOf, useDerived } from '../derived.ts'
import { PlaceLink } from '../line-link.tsx'
import { Prose } from '../prose.tsx'

/** What became of a text that was pasted on this tab and is none of its outputs. */
export function Elsewhere({ check }: { readonly check: Check }) {
  const { pastes, report } = useDerived()
  const given = pastes.filter(pasted => pasted.check === check.id && !isBlank(pasted) && !looksBinary(pasted.text))
  return given.map(pasted => {
    const tabs = [...new Set(report.sections.flatMap(section => (section.paste.id === pasted.id ? section.check : [])))]
    if (tabs.includes(check.id)) return null
    return (
      <p key={pasted.id} className="doubt">
        {tabs.length > 0 ? (
          <>What you pasted here belongs elsewhere, and is read there: {tabs.map(tab => (<Fragment key={tab}><PlaceLink tab={tab}>{checkTitle(tab)}</PlaceLink> </Fragment>))}</>
        ) : (
          <>
            {nameOf(pasted)} was not recognised. It begins with <code>{firstLine(pasted.text)}</code>; expected was{' '}
            <Prose text={check.outputs.map(({ title }) => title).join(' or ')} />. Paste it as the terminal shows it, with the command above it.
          </>
        )}
      </p>
    )
  })
}
