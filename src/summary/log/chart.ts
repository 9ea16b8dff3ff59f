import { weights, type Moment, type Weight } from './events.ts'

/** One column of the chart: how many messages of each weight fall into it. */
export interface Column {
  readonly from: number
  readonly counts: Readonly<Record<Weight, number>>
}

export interface Chart {
  readonly columns: readonly Column[]
  readonly from: number
  readonly to: number
  /** The most messages in one column. */
  readonly most: number
}

const columnCount = 72
const total = ({ counts }: Column) => weights.reduce((sum, weight) => sum + counts[weight], 0)

/** When the messages came; undefined where fewer than two times are known. */
export function chartOf(moments: readonly Moment[]): Chart | undefined {
  let from = Infinity
  let to = -Infinity
  for (const { time } of moments) {
    from = Math.min(from, time)
    to = Math.max(to, time)
  }
  if (!(to > from)) return undefined
  const width = (to - from) / columnCount
  const columns = Array.from({ length: columnCount }, (_, i) => ({ from: from + i * width, counts: { fault: 0, warning: 0, remark: 0 } }))
  for (const { time, weight } of moments) {
    const column = columns[Math.min(columnCount - 1, Math.floor((time - from) / width))]
    if (column) column.counts[weight]++
  }
  return { columns, from, to, most: Math.max(...columns.map(total)) }
}
