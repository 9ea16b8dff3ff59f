/** What Apache, syslog, journald, Docker, Kubernetes and grep write before a message. */

const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec'
const days = 'Mon|Tue|Wed|Thu|Fri|Sat|Sun'
const levels = 'emerg|alert|crit|error|warn|notice|info|debug|trace[1-8]'
const iso = '\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:Z| ?[+-]\\d\\d:?\\d\\d)?'

/** `[Mon Nov 23 00:06:12.527532 2026]`, and the ISO times of a changed ErrorLogFormat. */
const stamp = `(?:\\[(?:\\w{3} )?(?:${months}) +\\d{1,2} \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)? \\d{4}\\]|\\[${iso}\\]|${iso})`

/** `/var/log/httpd/error_log:14:` of grep. */
const file = '(?:(?:[A-Za-z]:)?[^\\s:[\\]|]{1,200}:(?:\\d{1,9}[:-])?(?=\\[\\w|AH\\d))?'
/** `[pod/shop-7d9f/web] ` of kubectl, `web-1  | ` of docker compose, `shop.1.k3j2@node1    | ` of a swarm. */
const container = '(?:\\[pod/[^\\]\\s]{1,200}\\] )?(?:[\\w.@-]{1,100} +\\| +)?'
/** `Nov 23 00:06:12 www `, `Mon 2026-11-23 00:06:12 UTC www `, behind a priority `<187>` where there is one. */
const host = `(?:<\\d{1,3}>)?(?:(?:${months}) [ \\d]?\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?|(?:(?:${days}) )?${iso}(?: [A-Z]{3,5})?) [\\w.-]+ `

/** `Apr 28 14:30:45 www apachectl[11359]: ` of syslog and journald, from which time and host are often cut off, `2026-11-23T00:06:12.527532417Z ` of `docker logs -t`. What stands first is asked first: few lines have any. */
const stamped = `(?:(?=\\d{4}-|<\\d|[A-Z][a-z]{2} |httpd\\[|apache)(?:(?:httpd|apache2|apache2?ctl)\\[\\d+\\]: |${host}[\\w./()-]{1,80}(?:\\[\\d+\\])?: |\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{3,9}(?:Z|[+-]\\d\\d:\\d\\d) |${iso} (?=\\[\\w{3} \\w{3} |AH\\d|\\[\\w*:)))?`

export const carrier = `(?:(?!\\[(?!pod/))${file}${container})?${stamped}`

/** The same in short, for the many kinds of lines that Python writes: a pattern that gets too long is no longer made fast. */
export const stampedInShort = '(?:(?:[A-Z][a-z]{2} |<?\\d)[^[\\]]{8,80}\\[\\d+\\]: |\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,20}(?:Z|[+-]\\d\\d:\\d\\d) )?'

/** What an ErrorLogFormat may put into brackets of their own: `[pid 12:tid 34]`, `[R:abc]`, and before the level anything. */
const own = '(?: ?\\[(?:pid \\d+(?::tid \\w+)?|tid \\w+|[RC]:[^\\]]*)\\])*'
const other = '(?:\\[[^\\][]{1,80}\\] ?){0,3}?'
const site = '(?:\\[[\\w.-]+(?::\\d+)?\\] (?=\\[))?'
const front = `${carrier}(?:${site}${stamp} ?${other})?`

/** `mod_wsgi.c(1882):`, where the format asks for it or the level is `debug`. */
const place = `${own}(?: \\w[\\w./-]*\\.(?:c|h|cpp)\\(\\d+\\):)?`

/** The whole prefix of a line of Apache’s error log. `[error]` without a module is Apache 2.2’s. */
export const logPrefix = `${front}\\[(?:[\\w.-]*:)?(?:${levels})\\]${place}(?: |$)`

/** Up to and with the level; the group is what stands between its brackets. */
export const levelPrefix = `${front}\\[((?:[\\w.-]*:)?(?:${levels}))\\]`

/** A time without a level, or none at all: what Apache writes before the log is open, or by way of another program. */
export const loosePrefix = `${carrier}(?:${stamp} )?(?:\\[pid \\d+(?::tid \\w+)?\\] )?`

/** `(13)Permission denied: `, `(OS 10048)Only one usage …: `, `[client 192.0.2.1:1234] `, in either order. */
export const about = '(?:(?:\\((?:OS )?\\d+\\)[^:]{1,160}(?:: |(?= \\[client))|\\[(?:client|remote) [^\\]]*\\] ?))*'

/** `mod_wsgi (pid=12, process='x', application='y'): ` of releases before 6.0. */
const speaker = "(?:mod_wsgi \\(pid=\\d+(?:, process='[^']*')?(?:, application='[^']*')?\\): )?"

const stripped = new RegExp(`^${about}${speaker}`)

/** The words of a message, without the system error, the client and mod_wsgi’s own prefix. */
export const wordsOf = (message: string): string => message.slice(stripped.exec(message)?.[0].length ?? 0)
