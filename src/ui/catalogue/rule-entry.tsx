import { useState } from 'react'
import { samples } from 'virtual:samples'
import type { NamedRule, Outcome } from '../../core/rule.ts'
import { listed } from '../../core/say.ts'
import { outputTitle } from '../../exports/titles.ts'
import { go } from '../../state/address.ts'
import { overview, rulesView } from '../../state/case.ts'
import { openCase } from '../../state/store.ts'
import { DocsLinks } from '../docs-links.tsx'
import { caseFrom } from '../examples.ts'
import { Glyph } from '../glyph.tsx'
import { Prose } from '../prose.tsx'
import { useVisit } from '../visit.ts'

const states = { found: 'speaks now', clear: 'looked, and found nothing', 'could-not-run': 'could not look' } as const

const looksAt = ({ needs }: NamedRule) => [...new Set(Object.values(needs).flatMap(({ from }) => from))].map(outputTitle)

function Try({ rule: { id }, kind, label }: { readonly rule: NamedRule; readonly kind: 'found' | 'clear'; readonly label: string }) {
  const texts = samples[id]?.[kind]
  if (!texts) return null
  const open = () => {
    openCase(caseFrom(texts), `Opened a sample of the rule ${id}.`)
    go(overview, kind === 'found' ? [id, '0'] : [])
  }
  return (
    <button type="button" onClick={open}>
      {label}
    </button>
  )
}

function Body({ rule }: { readonly rule: NamedRule }) {
  const { fault, severity, plain, why, speaks, docs, because } = rule
  return (
    <>
      <p>
        <span className={`severity ${severity}`}>{severity}</span> <Prose text={fault} />
      </p>
      <p>
        <Prose text={plain} />
      </p>
      <p>
        <Prose text={why} />
      </p>
      <p>
        <b>Speaks at:</b> <Prose text={speaks} />
      </p>
      <p className="muted">
        Looks at <Prose text={listed(looksAt(rule))} />
        {because && `; may follow from ${listed([...because])}`}.
      </p>
      <DocsLinks links={docs} />
      <p className="buttons">
        <Try rule={rule} kind="found" label="Try one that makes it speak" />
        <Try rule={rule} kind="clear" label="Try one that does not" />
      </p>
    </>
  )
}

/** One rule; what is in it is drawn when it is opened. */
export function RuleEntry({ rule, outcome }: { readonly rule: NamedRule; readonly outcome: Outcome | undefined }) {
  const { ref, shown } = useVisit<HTMLDetailsElement>(({ tab, at }) => tab === rulesView && at[0] === rule.id, 'summary')
  const [open, setOpen] = useState(false)
  const kind = outcome?.kind ?? 'could-not-run'
  return (
    <li>
      <details ref={ref} className={shown ? 'shown' : ''} open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <Glyph mark={kind === 'found' ? rule.severity : kind === 'clear' ? 'fine' : 'none'} />
          <Prose text={rule.title} /> <span className="muted">{states[kind]}</span>
        </summary>
        {open && <Body rule={rule} />}
      </details>
    </li>
  )
}
