import type { KnownLine } from '../../core/output.ts'
import { stampedInShort } from './prefix.ts'

/** A line of Python's, which Docker or journald may have stamped. */
const bare = (pattern: string) => new RegExp(`^${stampedInShort}\\s*${pattern}`)

/** Lines of the dump that no other output has. */
const dumpLine = bare('(?:(?:PYTHONHOME|PYTHONPATH) = (?:\'|\\(not set\\))|(?:isolated|environment|user site|safe_path|import site|is in build tree) = [01]$|(?:program name|stdlib dir|sys\\._base_executable|sys\\.base_exec_prefix|sys\\.platlibdir) = \')')

/** Lines around messages that carry nothing to judge. */
export const knownLines: readonly KnownLine[] = [
  { label: 'traceback', line: bare('(?:\\+ )?(?:Exception Group )?Traceback \\(most recent call last\\):$'), says: 'Python’s account of an exception begins; its last line names the exception.' },
  {
    label: 'frame',
    // `File "/srv/shop.py", line 3, in <module>`; of a syntax error `File "/srv/shop.py", line 3`.
    line: bare('File "[^"]+", line \\d+(?:,? in (?:\\S+|<module>)?(?:\\s|$)|$)'),
    tail: /^(?!File "|Traceback \(|\.{3}|\[|(?:[A-Za-z_][\w]*\.)*[A-Z]\w*(?:Error|Exception)\b|$).+/,
    says: 'One step on the way to the exception: the file, the line, the function, and beneath them the source.',
  },
  { label: 'caret', weak: true, line: bare('[\\^~]+$'), says: 'Python marks the part of the line above that failed.' },
  { label: 'repeats', line: bare('\\[Previous line repeated \\d+ more times?\\]$'), says: 'The step above came again and again: a function calls itself.' },
  { label: 'thread', line: bare('(?:(?:Current thread|Thread) 0x[0-9a-f]+ .*\\(most recent call first\\):|<no Python frame>$|Python runtime state: )'), says: 'Where each thread of Python was when it gave up.' },
  { label: 'dump', line: dumpLine, says: 'Part of Python’s account of where it looked.' },
  { label: 'dump', line: /^(?:program name|is in build tree|stdlib dir|sys\.(?:_base_executable|base_exec_prefix|platlibdir)) = /, says: 'Part of Python’s account of where it looked.' },
  { label: 'dump', weak: true, line: /^sys\.(?!version\b)\w+ = |^\[$|^\]$|^'[^']*',?$/, says: 'Part of Python’s account of where it looked.' },
  { label: 'chained', line: bare('(?:During handling of the above exception, another exception occurred|The above exception was the direct cause of the following exception):'), says: 'A second exception followed; both are shown.' },
  { label: 'macOS', weak: true, line: /^(?:Referenced from|Expected in|Reason): /, says: 'The loader of macOS says more on the line above.' },
  { label: 'reason', weak: true, line: /^(?:No such file or directory|Permission denied|Operation not permitted)\.?$/, says: 'The system’s reason, belonging to the line above.' },
  { label: 'syntax test', weak: true, line: /^Syntax OK/, says: 'The configuration can be read. Whether mod_wsgi is loaded and Python starts, it does not say.' },
  { label: 'wrapper', weak: true, line: /^(?:Action '.*' failed|The Apache error log may have more information|Output of config test was:|Error while running \S*apache2?ctl configtest|The apache2? ?configtest failed|\[FAILED\]|\[ ?fail ?\]|Starting (?:web server )?(?:httpd|apache2?)\b|Stopping httpd|Restarting (?:Apache httpd )?(?:web server )?apache2|Forcing reload of)/i, says: 'A word of the script that starts Apache; the reason stands in the other lines.' },
  { label: 'service manager', weak: true, line: bare('(?:Action \'.*\' failed\\.|The Apache error log may have more information\\.|Output of config test was:|(?:\\* ?)?The apache2? ?configtest failed\\.?|(?:\\* ?)?(?:Starting|Restarting|Reloading) (?:Apache httpd )?web server apache2)$'), says: 'A word of the script that starts Apache; the reason stands in the other lines.' },
  { label: 'service manager', weak: true, line: /^(?:\w{3} [ \d]?\d [\d:.]{8,15} |[\dT:.+-]{19,32}Z? )?(?:\S+ )?systemd\[\d+\]: |^(?:Active|Process|Main PID|Loaded|Drop-In|Docs|Tasks|CGroup|Status|Memory|CPU): |^[\u2514\u251c`][\u2500-]{1,2} ?(?:\d+ \S|\S+\.conf$)|^\S{1,3} (?:apache2?|httpd)\S*\.service - |^See "?systemctl status|^(?:httpd|apache2) \(pid \d+\) already running|^-- (?:Logs begin at|Journal begins at|Reboot|No entries)\b/, says: 'A word of the service manager; the reason stands in Apache’s own lines.' },
  { label: 'express', line: /^(?:Server (?:URL|Root|Conf|Capacity|Backlog)|(?:Error|Access) Log File|Operating Mode|Request (?:Capacity|Timeout)|Startup Timeout|Queue (?:Backlog|Timeout)|Locale Setting) {1,12}: \S/, says: '`mod_wsgi-express` tells how it starts its own Apache.' },
  { label: 'end of build', weak: true, line: /^apxs:Error: Command failed with rc=\d+/, tail: /^\.$/, says: 'The build stops, for the reason above.' },
  { label: 'end of build', weak: true, line: /^(?:collect2: (?:fatal )?error: |\S*ld: final link failed|\d+ errors? generated\.|make(?:\[\d+\])?: \*{1,3} |Makefile:\d+: recipe for target|error: command '.{1,200}' failed with)/, says: 'The build stops, for the reason above.' },
  // `192.0.2.9 - - [23/Nov/2026:00:06:13 +0000] "GET / HTTP/1.1" 500 528`, as containers and bundles of logs mix it in.
  { label: 'access log', weak: true, line: bare('\\S+ (?:\\S+ ){1,3}\\[\\d\\d/\\w{3}/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4}\\] "'), says: 'A line of the access log: who asked for what, and the status of the answer.' },
  { label: 'other file', weak: true, line: /^\/(?:var\/log|opt|etc|usr)\/\S*[._-](?:log|err|out|stdout|stderr)\b\S*$/, says: 'Another file of the bundle begins here.' },
]
