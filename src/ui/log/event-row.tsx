import type { Account } from '../../checks/facts/tracebacks.ts'
import type { LogEvent } from '../../summary/log/events.ts'
import { grouped, many } from '../../core/say.ts'
import { clock } from '../../summary/log/stamp.ts'
import { Glyph } from '../glyph.tsx'
import { LineLink } from '../line-link.tsx'
import { Prose } from '../prose.tsx'

const marks = { fault: 'broken', warning: 'risky', remark: 'none' } as const

const times = ({ from, to }: LogEvent) => (from === undefined ? '' : to === undefined || to === from ? clock(from) : `${clock(from)} – ${clock(to)}`)

/** Where an exception was raised. */
function Steps({ account: { script, frame, earlier, lines: [from, to] } }: { readonly account: Account }) {
  return (
    <>
      The exception that ends an account of {many(to - from + 1, 'line')}
      {earlier.length > 0 && `, the last of ${earlier.length + 1} in a chain`}
      {frame && (
        <>
          ; raised in <code>{frame.file}</code>, line {frame.line}
        </>
      )}
      {script !== undefined && (
        <>
          , while <code>{script}</code> ran
        </>
      )}
      .
    </>
  )
}

/** One message with its count, its times and its processes. */
export function EventRow({ event }: { readonly event: LogEvent }) {
  const { words, weight, level, first, count, processes, account } = event
  const told = [times(event), processes > 1 && many(processes, 'process', 'processes')].filter(Boolean).join(', ')
  return (
    <li className={weight}>
      <span className="level">
        <Glyph mark={marks[weight]} />
        {level ?? 'no level'}
      </span>
      <span className="count">{count > 1 && `× ${grouped(count)}`}</span>
      <div>
        <code>{words.length > 600 ? `${words.slice(0, 600)}…` : words}</code>
        <p>{account ? <Steps account={account} /> : <Prose text={first.meaning.says} />}</p>
        <p className="muted">
          {told && `${told}, `}
          {count > 1 && 'first on '}
          <LineLink field={first} />
        </p>
      </div>
    </li>
  )
}
