import { DocsLinks } from '../docs-links.tsx'
import { More } from '../more.tsx'
import { Prose } from '../prose.tsx'
import { meaningOf, type Item } from './marks.ts'

interface Props {
  readonly item: Item
  /** The value's name is said. */
  readonly named: boolean
  /** What the guide says otherwise is said. */
  readonly guided: boolean
}

/** What a value means, beside the line on which it stands. */
export function ItemMeaning({ item, named, guided }: Props) {
  const { id, field, part } = item
  const meaning = meaningOf(item)
  if (!meaning) return null
  const { says, more, guide = '', docs = [] } = meaning
  return (
    <div id={id} data-item={id} className={part ? 'meaning part' : 'meaning'}>
      <span className={named || part ? 'name' : 'off-screen'}>{part ? <code>{part.value}</code> : field.label}</span> <Prose text={says} />
      {guided && (
        <p className="guide">
          <b>The guide says otherwise.</b> <Prose text={guide} />
        </p>
      )}
      {(more !== undefined || docs.length > 0) && (
        <More title="More">
          {more !== undefined && (
            <p>
              <Prose text={more} />
            </p>
          )}
          <DocsLinks links={docs} />
        </More>
      )}
    </div>
  )
}
