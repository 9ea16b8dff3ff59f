import { defineOutput } from '../../core/output.ts'
import { candidates } from './candidates.ts'
import { banner, codeField, dump, processes, python, start } from './fields.ts'
import { knownLines } from './known.ts'
import { levelMeaning } from './levels.ts'
import { messageMeaning } from './meaning.ts'
import { carrier, levelPrefix, logPrefix, loosePrefix } from './prefix.ts'
import { bareStarts } from './starts.ts'

const notMutex = '(?!.*(?:Invalid Mutex (?:argument|directory)|Mutex requires at least|utex lock mechanism|is an invalid mutex mechanism|Invalid command \'(?:WSGI)?(?:Accept)?Mutex))'

/** Windows’ Python ends its lines with a `\r`, which Apache writes as two signs. */
const withoutReturn = (text: string) => (text.endsWith('\\r') ? text.slice(0, -2) : text)

/** A line of the log behind other words, or several of them in one. What Docker, journald, Kubernetes or a changed format puts in front belongs to the line. */
const stampWithin = '(?<=\\S\\s)(?<!(?:\\||\\]:|^\\[[^\\]]{1,250}\\]|\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)?)\\s)(?=\\[(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) [A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)? \\d{4}\\] \\[)'
const refusal = '(?:httpd|apache2)(?:\\.exe)?: Syntax error on line \\d{1,6} of '
/** The refusal of a configuration within a sentence or the report of a deployment: `"msg": "Error executing /usr/sbin/apache2ctl: apache2: Syntax error on line 15 of …"`. */
const saidWithin = `(?<=["(]|\\bapache2?ctl: |\\b(?:errors?|message|says|following|this|is|get|got|with):? )(?=(?:Starting (?:httpd|apache2): )?${refusal})`
const saidEnds = `(?=")(?<="[^"]{0,80}${refusal}[^"]{1,900})`
/** Traceback (most recent call last): File "/srv/shop.wsgi", line 10, in <module> */
const traced = '(?<=Traceback \\(most recent call last\\): )(?=File ")'

/** Apache’s error log, and what Apache and mod_wsgi say on a terminal before there is one (httpd server/log.c). */
export const errorLogOutput = defineOutput<
  { level: string; event: string; code: string; file: string } & Readonly<Record<keyof typeof banner | keyof typeof python | keyof typeof start | keyof typeof processes | keyof typeof dump, string>>
>({
  id: 'error-log',
  title: 'the error log',
  command: /\b(?:tail|cat|less|more|grep|journalctl|docker logs|kubectl logs|type|Get-Content)\b.*(?:error|apache|httpd)|\bdocker logs\s|\b(?:systemctl|service)\s.*(?:apache2?|httpd)|\b(?:apache2?ctl|apachectl|httpd|apache2)(?:\.exe)?\s+(?:start|restart|graceful|-k\s+\w+|-X|-D ?FOREGROUND)/,
  sure: new RegExp(`^${logPrefix}${notMutex}`),
  candidates,
  breaks: {
    when: /\S\s\[(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|[\s"(](?:httpd|apache2)(?:\.exe)?: Syntax error on line \d|Traceback \(most recent call last\): File "/,
    at: new RegExp([stampWithin, saidWithin, saidEnds, traced].join('|')),
  },
  // What the service manager and the script that starts Apache say before the first message.
  above: /\b(?:systemd|apache2?ctl|httpd|apache2)\[\d+\]: |^(?:Loaded|Active|Process|Main PID|Drop-In|Docs|Tasks|CGroup|Memory|Status|CPU): |^[\u2514\u251c`][\u2500-]|^Output of config test|^The apache2? ?configtest failed|^(?:Res|S)tarting .*(?:httpd|apache)|^\S{1,3} (?:apache2?|httpd)\S*\.service - |^Action '|^The Apache error log may have more|^Error while running \S*ctl configtest/,
  // Above the name of the file in a bundle of logs.
  lead: /^-{20,}$/,
  block: {
    // Its beginning may be lost; no script prints these names.
    from: /Python path configuration:|^(?:stdlib dir|sys\.(?:_base_executable|base_exec_prefix|platlibdir)) = /,
    within: /^(?:PYTHONHOME|PYTHONPATH|program name|isolated|environment|user site|safe_path|import site|is in build tree|stdlib dir|sys\.\w+) = |^\]$|^'[^']*',?$|^\[$/,
  },
  fields: {
    level: {
      label: 'Module and level', many: true, whole: /./,
      line: new RegExp(`^${levelPrefix}`),
      read: match => match[1]?.replace(/.*:/, ''),
      meaning: ({ raw }) => levelMeaning(raw),
    },
    event: {
      label: 'Message', many: true, whole: /./,
      line: new RegExp(`^(?:${logPrefix}(.*)|${loosePrefix}(${notMutex}(?:${bareStarts}).*))$`),
      read: match => withoutReturn(match[1] ?? match[2] ?? ''),
      meaning: ({ value, match }) => messageMeaning(value, match.input),
    },
    code: codeField,
    // `==> /var/log/httpd/error_log <==` of tail, the bare path of Elastic Beanstalk between its rules, `=== /path ===`.
    file: { label: 'File', many: true, whole: /./, line: new RegExp(`^${carrier}(?:==> (\\S.*\\S) <==|(?:[-=#*]{2,9} ?)?(/(?:\\S{1,200}/)?(?:httpd|apache2?|apache2\\d|logs?|www)/\\S{0,100}error\\S{0,100}?)(?: ?[-=#*]{2,9})?:?)$`), read: match => match[1] ?? match[2], meaning: () => ({ says: 'What follows stands in this file.' }) },
    ...banner,
    ...python,
    ...start,
    ...processes,
    ...dump,
  },
  known: knownLines,
  extent: ({ heading, has, begins }) => ((heading('traceback') || begins('event', 'Traceback (most recent')) && !has('exception') ? 'cut' : 'part'),
})
