import type { Field } from '../../core/output.ts'
import type { Outcome } from '../../core/rule.ts'
import { valueText } from '../../exports/lines.ts'
import { rulesView } from '../../state/case.ts'
import { LineLink, PlaceLink } from '../line-link.tsx'
import { More } from '../more.tsx'
import { Prose } from '../prose.tsx'

type Clear = Extract<Outcome, { readonly kind: 'clear' }>

/** Enough to see on what a rule rests; a list of modules is not told again. */
const few = 6

const distinct = (fields: readonly Field[]) => [...new Map(fields.map(field => [`${field.paste.id}/${field.line}/${field.key}`, field])).values()]

function WhyNot({ outcome: { rule, looked } }: { readonly outcome: Clear }) {
  const fields = distinct(looked)
  return (
    <>
      <p>
        It would speak at: <Prose text={rule.speaks} />
      </p>
      {fields.length > 0 && (
        <ul>
          {fields.slice(0, few).map(field => (
            <li key={`${field.paste.id}/${field.line}/${field.key}`}>
              {field.label} <code>{valueText(field).slice(0, 120) || "''"}</code> <LineLink field={field} />
            </li>
          ))}
          {fields.length > few && <li className="muted">and {fields.length - few} more values</li>}
        </ul>
      )}
      <PlaceLink tab={rulesView} at={[rule.id]}>
        About this rule
      </PlaceLink>
    </>
  )
}

/** The rules that looked and found nothing, each with the reason. */
export const ClearList = ({ outcomes }: { readonly outcomes: readonly Clear[] }) => (
  <ul>
    {outcomes.map(outcome => (
      <li key={outcome.rule.id}>
        <Prose text={outcome.rule.title} />{' '}
        <More title="why not?" className="why-not" late>
          <WhyNot outcome={outcome} />
        </More>
      </li>
    ))}
  </ul>
)
