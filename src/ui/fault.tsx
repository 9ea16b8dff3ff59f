import type { Found } from '../exports/findings.ts'
import { overview } from '../state/case.ts'
import { Glyph } from './glyph.tsx'
import { PlaceLink } from './line-link.tsx'
import { Prose } from './prose.tsx'

/** A finding in one line: in its own heading, and as a link at the lines that it rests on. */
export function Fault({ found: { id, rule, finding: { severity } }, linked = false }: { readonly found: Found; readonly linked?: boolean }) {
  const words = <Prose text={rule.fault} />
  return (
    <>
      <span className={`severity ${severity}`}>
        <Glyph mark={severity} />
        {severity}
      </span>{' '}
      <span>{linked ? <PlaceLink tab={overview} at={id.split('/')}>{words}</PlaceLink> : words}</span>
    </>
  )
}
