import { memo, useMemo } from 'react'
import type { Field, Reading, Section } from '../../core/output.ts'
import type { Change } from '../../exports/compare.ts'
import type { Found } from '../../exports/findings.ts'
import { Fault } from '../fault.tsx'
import { Prose } from '../prose.tsx'
import { useVisit } from '../visit.ts'
import { MarkedLine } from './marked-line.tsx'
import { itemsOf, meaningOf, pieces, spanOf } from './marks.ts'
import { ItemMeaning } from './meaning.tsx'

interface Props {
  readonly section: Section
  readonly reading: Reading
  /** The values of the line before: what was said of them need not be said again. */
  readonly above: readonly Field[]
  readonly found: readonly Found[]
  /** By the newer value. */
  readonly changes: ReadonlyMap<Field | undefined, Change>
}

function Note({ reading: { kind, note } }: Pick<Props, 'reading'>) {
  if (kind === 'unread') return <p className="muted">not understood</p>
  if (!note || note.label === 'blank') return null
  return (
    <p>
      <span className="name">{note.label}</span> <Prose text={note.says} />
    </p>
  )
}

/** What stood here in the older state. */
const Was = ({ change: { label, before } }: { readonly change: Change }) => (
  <p className="was">
    <b>changed</b> {before ? <>{label} was <code>{before.raw}</code></> : <>{label}: new</>}
  </p>
)

const guidesOf = (fields: readonly Field[]) => fields.flatMap(({ meaning, parts }) => [meaning, ...parts.map(part => part.meaning)].flatMap(one => one?.guide ?? []))

/** One line as pasted, and what it means. */
export const Row = memo(function Row({ section: { paste, check, output }, reading, above, found, changes }: Props) {
  const { line, kind, fields } = reading
  const { ref, shown } = useVisit<HTMLLIElement>(({ tab, at }) => tab === check && at[0] === paste.id && Number(at[1]) >= line.first && Number(at[1]) <= line.last, 'mark')
  const items = useMemo(() => itemsOf(fields, `${output.id}-${paste.id}-${line.first}`), [fields, output, paste, line])
  const cut = useMemo(() => pieces(paste.text, line.span, items.map(item => ({ id: item.id, span: spanOf(item) }))), [paste, line, items])
  const isAgain = fields.length === 1 && above.length === 1 && fields[0]?.key === above[0]?.key
  // In a log the same is true of line after line; said once, it is said for those beneath, until somebody is led to one of them.
  const said = new Set(shown ? [] : above.map(({ key, meaning }) => `${key} ${meaning.says}`))
  const news = items.filter(item => item.part || !said.has(`${item.field.key} ${item.field.meaning.says}`))
  const told = new Set(guidesOf(above))
  const isNews = (guide: string | undefined) => guide !== undefined && !told.has(guide) && !!told.add(guide)
  return (
    <li ref={ref} className={`row ${kind} ${found[0]?.finding.severity ?? ''}${shown ? ' shown' : ''}`} value={line.first} tabIndex={-1}>
      <span className="number">{line.first}</span>
      <code className="line">
        <MarkedLine pieces={cut} explained={new Set(news.filter(meaningOf).map(({ id }) => id))} />
      </code>
      <div className="meanings">
        <Note reading={reading} />
        {items.length > 0 && news.length === 0 && <p className="muted">as above</p>}
        {news.map(item => (
          <ItemMeaning key={item.id} item={item} named={!isAgain} guided={isNews(meaningOf(item)?.guide)} />
        ))}
        {fields.map(field => {
          const change = changes.get(field)
          return change && <Was key={field.key} change={change} />
        })}
        {found.map(one => (
          <p key={one.id} className="at-line">
            <Fault found={one} linked />
          </p>
        ))}
      </div>
    </li>
  )
})
