import { useMemo } from 'react'
import { many } from '../../core/say.ts'
import { chartOf, type Column } from '../../summary/log/chart.ts'
import { weights, type LogStory } from '../../summary/log/events.ts'
import { clock } from '../../summary/log/stamp.ts'

const height = 40

/** Faults at the foot, so that they stand on the line whatever is above them. */
function Bar({ column, at, most }: { readonly column: Column; readonly at: number; readonly most: number }) {
  let top = height
  return weights.map(weight => {
    const count = column.counts[weight]
    if (!count) return null
    const size = Math.max(1, (count / most) * (height - 2))
    top -= size
    return <rect key={weight} className={weight} x={at + 0.1} width={0.8} y={top} height={size} />
  })
}

/** When things happened. */
export function LogChart({ story: { moments, count } }: { readonly story: LogStory }) {
  const chart = useMemo(() => chartOf(moments), [moments])
  if (!chart) return null
  const { columns, from, to, most } = chart
  const faults = moments.reduce((sum, { weight }) => sum + Number(weight === 'fault'), 0)
  const peak = columns.reduce((best, column) => (column.counts.fault > best.counts.fault ? column : best))
  const says = `${many(count, 'message')}, ${many(faults, 'fault')}${peak.counts.fault ? `, the most around ${clock(peak.from)}` : ''}`
  return (
    <figure className="log-chart">
      <svg viewBox={`0 0 ${columns.length} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {columns.map((column, i) => (
          <Bar key={column.from} column={column} at={i} most={most} />
        ))}
      </svg>
      <figcaption className="muted">
        <span>{clock(from)}</span>
        <span>{says}</span>
        <span>{clock(to)}</span>
      </figcaption>
    </figure>
  )
}
