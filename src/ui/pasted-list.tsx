import { many } from '../core/say.ts'
import { checkTitle } from '../exports/titles.ts'
import { boxLimit, isBlank, readLimit, type Pasted } from '../state/case.ts'
import { onlyTheEnd } from '../state/incoming.ts'
import { looksBinary, sizeInWords } from '../state/look.ts'
import { removePaste } from '../state/store.ts'
import { nameOf, useDerived } from './derived.ts'
import { PlaceLink } from './line-link.tsx'
import { More } from './more.tsx'
import { Doubt } from './paste-box.tsx'

const first = 1500

function Item({ pasted }: { readonly pasted: Pasted }) {
  const { id, check, text, endOf } = pasted
  const name = nameOf(pasted)
  const isLong = text.length > boxLimit
  const whole = endOf ?? (text.length > readLimit ? text.length : undefined)
  return (
    <li>
      <span>
        <b>{name.replace(/^\w+ /, '')}</b>, {sizeInWords(text.length)}
        {id === check && (
          <>
            , on the tab <PlaceLink tab={id}>{checkTitle(id)}</PlaceLink>
          </>
        )}
        {isLong && ', held aside: too long for a text field'}
      </span>
      <button type="button" className="quiet" aria-label={`Remove ${name}`} onClick={() => removePaste(id, name)}>
        Remove
      </button>
      <More title={text.length > first ? 'Show the beginning' : 'Show'}>
        <pre>{text.slice(0, first)}</pre>
      </More>
      {whole !== undefined && <p className="doubt">{onlyTheEnd(whole)}</p>}
      <Doubt text={text} />
    </li>
  )
}

/** Something about it must be seen. */
const isNotable = ({ text, endOf }: Pasted) => text.length > boxLimit || endOf !== undefined || looksBinary(text)

/** The texts that stand in no box of this tab: files, long texts, further pastes. */
export function PastedList({ box, check }: { readonly box: string; readonly check?: string }) {
  const listed = useDerived().pastes.filter(pasted => !isBlank(pasted) && pasted.id !== box && (check === undefined || pasted.check === check))
  return (
    listed.length > 0 && (
      <More className="pasted" open={listed.length < 3 || listed.some(isNotable)} title={`Also pasted${check === undefined ? '' : ' here'}: ${many(listed.length, 'text')}`}>
        <ul>
          {listed.map(pasted => (
            <Item key={pasted.id} pasted={pasted} />
          ))}
        </ul>
      </More>
    )
  )
}
