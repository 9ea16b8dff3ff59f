/** What Apache, syslog, journald and Docker write before a message. */

const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec'
const levels = 'emerg|alert|crit|error|warn|notice|info|debug|trace[1-8]'
const iso = '\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:Z| ?[+-]\\d\\d:?\\d\\d)?'

/** `[Mon Nov 23 00:06:12.527532 2026]`, and the ISO times of a changed ErrorLogFormat. */
const stamp = `(?:\\[(?:\\w{3} )?(?:${months}) +\\d{1,2} \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)? \\d{4}\\]|\\[${iso}\\]|${iso})`

const programs = 'httpd\\S*|apache2?|apachectl|apache2ctl|httpd-\\w+|start|mod_wsgi-express|env|sh|bash|docker|\\w+-apache\\S*'

/** `web_1  | ` of docker compose, `Apr 28 14:30:45 host apachectl[11359]: ` of syslog and journald. */
export const carrier = `(?:[\\w.-]+ +\\| +)?(?:(?:(?:${months}) [ \\d]?\\d \\d\\d:\\d\\d:\\d\\d|${iso}) [\\w.-]+ (?:${programs})(?:\\[\\d+\\])?: |${iso} (?=\\[\\w{3} \\w{3} |AH\\d|\\[\\w*:))?`

/** `[wsgi:error]`, and `[error]` of Apache 2.2. */
const module = `\\[(?:[\\w.-]*:)?(?:${levels})\\]`
const place = '(?: ?\\[pid \\d+(?::tid \\d+)?\\])?(?: \\w[\\w./-]*\\.(?:c|h|cpp)\\(\\d+\\):)?'

/** The whole prefix of a line of Apache’s error log. */
export const logPrefix = `${carrier}(?:${stamp} ?)?${module}${place}(?: |$)`

/** Up to and with the level; the group is what stands between its brackets. */
export const levelPrefix = `${carrier}(?:${stamp} ?)?\\[((?:[\\w.-]*:)?(?:${levels}))\\]`

/** A time without a level, or none at all: what Apache writes before the log is open, or by way of another program. */
export const loosePrefix = `${carrier}(?:${stamp} )?(?:\\[pid \\d+(?::tid \\d+)?\\] )?`

/** `(13)Permission denied: `, `[client 192.0.2.1:1234] `, in either order. */
export const about = '(?:(?:\\(\\d+\\)[^:]{1,80}(?:: |(?= \\[client))|\\[(?:client|remote) [^\\]]*\\] ?))*'

/** `mod_wsgi (pid=12, process='x', application='y'): ` of releases before 6.0. */
export const speaker = "(?:mod_wsgi \\(pid=\\d+(?:, process='[^']*')?(?:, application='[^']*')?\\): )?"

const stripped = new RegExp(`^${about}${speaker}`)

/** The words of a message, without the system error, the client and mod_wsgi’s own prefix. */
export const wordsOf = (message: string): string => message.slice(stripped.exec(message)?.[0].length ?? 0)
