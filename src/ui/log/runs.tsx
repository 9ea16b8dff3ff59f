import type { Run } from '../../summary/log/events.ts'
import type { Field } from '../../core/output.ts'
import { lineAround } from '../../exports/lines.ts'
import { many } from '../../core/say.ts'
import { clock } from '../../summary/log/stamp.ts'
import { LineLink } from '../line-link.tsx'
import { More } from '../more.tsx'

const few = 4

/** Of the start notice what names itself: `Apache/2.4.66 (Debian) mod_wsgi/5.0.2 Python/3.12`. */
const banner = (start: Field) => /Apache\/.*?(?= configured --|$)/.exec(lineAround(start).line)?.[0] ?? String(start.value)

function RunItem({ run: { start, time, events } }: { readonly run: Run }) {
  return (
    <li>
      {start ? <LineLink field={start}>{time === undefined ? 'Start' : `Start ${clock(time)}`}</LineLink> : 'Before the first start notice'}
      {start && (
        <>
          {' '}
          <code>{banner(start)}</code>
        </>
      )}{' '}
      <span className="muted">
        {many(events.fault, 'fault')}, {many(events.warning, 'warning')}
      </span>
    </li>
  )
}

const key = ({ start }: Run) => (start ? `${start.paste.id}/${start.line}` : 'before')

/** The log, divided by the starts of Apache in it. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  if (!runs.some(({ start }) => start)) return null
  const list = (
    <ol className="runs">
      {runs.map(run => (
        <RunItem key={key(run)} run={run} />
      ))}
    </ol>
  )
  return runs.length > few ? <More title={`${many(runs.filter(({ start }) => start).length, 'start')} of Apache`}>{list}</More> : list
}
