import type { Field } from '../../core/output.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `[Mon Nov 23 00:06:12.527532 2026]`, as Apache writes it. */
const apache = /\[(?:\w{3} )?(\w{3}) +(\d{1,2}) (\d\d):(\d\d):(\d\d)(?:\.\d+)? (\d{4})\]/
/** `2026-11-23T00:06:12.5Z`, of a changed ErrorLogFormat, journald or Docker; a zone is left aside, for one log has one. */
const iso = /(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)/
/** `Nov 23 00:06:12` of syslog, which names no year. */
const syslog = /^\W*(\w{3}) +(\d{1,2}) (\d\d):(\d\d):(\d\d) /
const process = /\[pid (\d+)|\bpid=(\d+)/
const level = /\[(?:[\w.-]*:)?(emerg|alert|crit|error|warn|notice|info|debug|trace)\d?\]/

/** What stands before a message. */
export interface Stamp {
  /** Seconds since 1970 on the log's own clock; without a year, since 2000. */
  readonly time: number | undefined
  readonly pid: string | undefined
  readonly level: string | undefined
}

const month = (name: string | undefined) => months.indexOf((name ?? '').toLowerCase())

let lastDay = { day: '', at: 0 }

/** When a day of Apache's stamps began; most lines are of the day of the line above. */
function dayOf(name: string, day: string, year: string): number {
  const said = `${name} ${day} ${year}`
  if (said !== lastDay.day) lastDay = { day: said, at: Date.UTC(Number(year), month(name), Number(day)) / 1000 }
  return lastDay.at
}

function timeIn(prefix: string): number | undefined {
  const own = apache.exec(prefix)
  if (own) return dayOf(own[1] ?? '', own[2] ?? '', own[6] ?? '') + Number(own[3]) * 3600 + Number(own[4]) * 60 + Number(own[5])
  const exact = iso.exec(prefix)
  if (exact) return Date.UTC(Number(exact[1]), Number(exact[2]) - 1, Number(exact[3]), Number(exact[4]), Number(exact[5]), Number(exact[6])) / 1000
  const short = syslog.exec(prefix)
  return short && month(short[1]) >= 0 ? Date.UTC(2000, month(short[1]), Number(short[2]), Number(short[3]), Number(short[4]), Number(short[5])) / 1000 : undefined
}

/** What stands before a message is short; a search for the start of its line must not go through the whole log. */
const reach = 400

/** Time, process and level of a message, from its own line. */
export function stampOf({ paste: { text }, span }: Field): Stamp {
  const before = text.slice(Math.max(0, span.start - reach), span.start)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const prefix = line.slice(line.lastIndexOf('\r') + 1)
  const [, bracketed, named] = process.exec(prefix) ?? process.exec(text.slice(span.start, span.start + 80)) ?? []
  return { time: timeIn(prefix), pid: bracketed ?? named, level: level.exec(prefix)?.[1] }
}

/** `2026-11-23 00:06:12`; a log that names no year shows none. */
export function clock(time: number): string {
  const words = new Date(time * 1000).toISOString().replace('T', ' ').slice(0, 19)
  return words.startsWith('2000-') ? words.slice(5) : words
}
