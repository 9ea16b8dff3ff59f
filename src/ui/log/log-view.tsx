import { useDeferredValue, useMemo, useState } from 'react'
import { grouped, many } from '../../core/say.ts'
import { logStory, type LogEvent, type Weight } from '../../summary/log/events.ts'
import { useDerived } from '../derived.ts'
import { Part } from '../part.tsx'
import { LogChart } from './chart.tsx'
import { EventRow } from './event-row.tsx'
import { Runs } from './runs.tsx'

const shown: Readonly<Record<string, { readonly title: string; readonly weights: readonly Weight[] }>> = {
  all: { title: 'Everything', weights: ['fault', 'warning', 'remark'] },
  warnings: { title: 'Faults and warnings', weights: ['fault', 'warning'] },
  faults: { title: 'Faults', weights: ['fault'] },
}

/** Rows drawn at first, and more at each wish. */
const atOnce = 60

const order: readonly Weight[] = ['fault', 'warning', 'remark']
const byWeight = (a: LogEvent, b: LogEvent) => order.indexOf(a.weight) - order.indexOf(b.weight)

/** The log gathered: each message once, when it came, and the runs of Apache that it covers. */
export function LogView() {
  const { report } = useDerived()
  const story = useMemo(() => logStory(report.known), [report])
  const [level, setLevel] = useState('all')
  const [typed, setTyped] = useState('')
  const [room, setRoom] = useState(atOnce)
  const words = useDeferredValue(typed.trim().toLowerCase())
  const chosen = useMemo(() => {
    const { weights } = shown[level] ?? { weights: order }
    return story.events.filter(event => weights.includes(event.weight) && (words === '' || `${event.code ?? ''} ${event.level ?? ''} ${event.words}`.toLowerCase().includes(words))).toSorted(byWeight)
  }, [story, level, words])
  if (!story.events.length) return null
  return (
    <Part id="events" title="What the log says">
      <LogChart story={story} />
      <Runs runs={story.runs} />
      <div className="filters">
        <label>
          Show{' '}
          <select value={level} onChange={({ target }) => setLevel(target.value)}>
            {Object.entries(shown).map(([id, { title }]) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          with code or text <input type="search" value={typed} placeholder="WSGI0117, timeout, …" spellCheck={false} onChange={({ target }) => setTyped(target.value)} />
        </label>
        <output className="muted">
          {chosen.length === story.events.length ? '' : `${grouped(chosen.length)} of `}
          {many(story.events.length, 'different message')}
        </output>
      </div>
      <ol className="event-list">
        {chosen.slice(0, room).map(event => (
          <EventRow key={`${event.first.paste.id}/${event.first.line}/${event.first.span.start}`} event={event} />
        ))}
      </ol>
      {chosen.length === 0 && <p className="muted">No message has these words. Clear the filter to see all.</p>}
      {chosen.length > room && (
        <button type="button" onClick={() => setRoom(room + atOnce * 4)}>
          Show more of the {many(chosen.length - room, 'message')} left
        </button>
      )}
    </Part>
  )
}
