import type { Line } from './source.ts'

export interface Prompt {
  /** Who and where, as far as the prompt tells: `root@host:~#`. */
  readonly prompt: string
  readonly command: string
  readonly python: boolean
}

const python = /^(?:from \S+ import|import |print\b|sys\.|exit\(|quit\(|[\w.]+\(|mod_wsgi\b)/

/** Prompts that name a user, a host or a place: `[user@host dir]$`, `root@host:~#`, `host:dir user$`, `(venv) …$`, `C:\dir>`, `PS C:\>`, `bash-5.1$`. */
const named = [
  /^((?:\([\w./ -]+\) ?)?\[[\w.-]+@[\w.-]+(?: [^\]]*)?\] ?[$#%>])(?:\s+|$)(.*)$/,
  /^((?:\([\w./ -]+\) ?)?[\w.-]+@[\w.-]+:[^$#%>]{0,200}[$#%>])(?:\s*|$)(.*)$/,
  /^((?:\([\w./ -]+\) ?)?[\w.-]+@[\w.-]+ [^\s$#%>]{1,200} ?[$#%>])(?:\s+|$)(.*)$/,
  /^((?:\([\w./ -]+\) ?)?[\w.-]+:[~/][^\s$#%>]* [\w.-]+[$#%])(?:\s+|$)(.*)$/,
  /^((?:\([\w./ -]+\) ?)?[\w.-]+:~ [\w.-]+[$#%])(?:\s+|$)(.*)$/,
  /^((?:\([\w./ -]+\) ?)?[~/][\w./~-]*[$#%])\s+(.*)$/,
  /^((?:PS )?[A-Za-z]:\\[^<>|?*"]{0,200}>) ?(.*)$/,
  /^((?:ba|z|k|c|da|)sh-[\d.]+[$#%])(?:\s+|$)(.*)$/,
  /^(\([\w./-]+\) ?[$#%>])\s+(.*)$/,
  /^([$#%]>)\s+(.*)$/,
  /^([\u276f\u279c\u03bb\u00bb])\s+(.*)$/,
  // The second line of a prompt: └─$, ╰─➤. In the drawing of a directory tree, a name follows.
  /^([\u2514\u2570][\u2500\u2574]*[$#%>\u276f\u279c\u27a4\u03bb\u00bb])\s*(.*)$/,
]

/** `host:/etc/apache2 #`, `host ~ #`, `root#`, `/etc/apache2 #` of a small container: so plain that a known program has to follow. A directive and its path are no prompt: `WSGIPythonHome /usr # python`. */
const plain = /^((?![A-Z]\w*\s)(?:[\w.-]{1,60}(?::[~/][^\s$#%>]{0,200}| [~/][^\s$#%>]{0,200})?|[~/][^\s$#%>]{0,200})>? ?[$#%>])\s+(.*)$/

/** A heading of the collection script: `==== $ httpd -V` is what it ran, `==== # readelf is not here` a word of its own. */
const heading = /^={4} ([$#]) (.+)$/

export const isHeading = ({ prompt }: Prompt) => prompt === '===='

const sign = /[$#%>\u276f\u279c\u27a4\u03bb\u00bb]/

const programs =
  'sudo|su|ssh|cat|ls|ll|cd|pwd|ldd|otool|readelf|objdump|nm|file|sed|awk|echo|printf|service|systemctl|journalctl|curl|wget|http|tail|head|less|more|vi|vim|nano|grep|egrep|find|locate|export|unset|env|source|which|whereis|whoami|id|type|python[\\d.]*|py|pip[\\d.]*|conda|make|gcc|docker|kubectl|exit|apt|apt-get|dpkg|yum|dnf|rpm|apk|pacman|zypper|brew|port|ps|uname|lsb_release|a2\\w+|apxs2?|httpd|httpd[^\\s:]+|apache2?|apache2?ctl|mod_wsgi-express|mkdir|rm|cp|mv|ln|chmod|chown|chcon|restorecon|getenforce|setenforce|setsebool|lsof|netstat|ss|kill|killall|man|history|clear|touch|tar|unzip|git|svn|sleep|df|du|free|top|for|pipenv|poetry|uv|pyenv|virtualenv|scl|podman|doas|gdb|strace|ldconfig|readlink|realpath|semanage|ausearch|rc[a-z]{2,12}\\d?'

const bare = new RegExp(`^(?:(?:[A-Z_]+=\\S*|sudo|env|exec|time)\\s+)*(?:[\\w.$~/(){}-]*/)?(?:${programs})(?:\\.exe)?(?:\\s|$)|^(?:\\.{1,2}|~|/[\\w.-]+)/[\\w./-]{0,100}configure(?:\\s|$)`)

/** Some programs are named by words that a sentence may begin with: `> which explains why it works here`. */
const sentence = /^(?:which (?:is|are|was|were|has|have|does|did|means|makes|explains|should|would|could|can|may|will|it|I|we|you|the)|make (?:sure|certain|it|the|this|that|a|use|your)|(?:find|type|more|less|source|head|top|for|man|file|locate|touch|clear|free|history|exit|id|cat|time) +[a-z']+[,.;:)]? +[a-z']+[,.;:)]?)(?: |$)/

/** The command of a prompt line; undefined where a line is no prompt. */
export function promptOf(line: Line): Prompt | undefined {
  const { text, dress } = line
  if (!sign.test(dress) && !sign.test(text)) return undefined
  const collected = heading.exec(text)
  if (collected) return { prompt: '====', command: collected[1] === '$' ? (collected[2] ?? '') : '', python: false }
  if (/>>> ?$/.test(dress) && python.test(text)) return { prompt: '>>>', command: text, python: true }
  for (const pattern of named) {
    const match = pattern.exec(text)
    if (match) return { prompt: match[1] ?? '', command: (match[2] ?? '').replace(/^sudo\s+(?:-\S+\s+)*/, 'sudo '), python: false }
  }
  const [, asker = '', call] = plain.exec(text) ?? []
  if (call !== undefined && bare.test(call)) return { prompt: asker, command: call, python: false }
  // `> /opt/python3.12` is a quoted path, not a call.
  if (/[$#%>]\s*$/.test(dress) && bare.test(text) && !sentence.test(text) && !(/[>#]\s*$/.test(dress) && /^\/\S*$/.test(text))) return { prompt: dress.trim().slice(-1), command: text, python: false }
  return undefined
}
