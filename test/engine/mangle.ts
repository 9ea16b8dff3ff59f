/** One thing that happens to a text between the terminal and us. */
export interface Mangler {
  readonly name: string
  /** `at`, from 0 to below 1, decides where, for those that do it in one place. */
  readonly mangle: (text: string, at: number) => string
  /** It takes whole lines away and nothing shows it. */
  readonly leavesNoTrace?: true
}

const linesOf = (text: string): string[] => text.replace(/\r\n?|\n$/g, end => (end === '\n' ? '' : '\n')).replace(/\n$/, '').split('\n')

/** Does something to each line and leaves the lines where they are. */
const eachLine = (change: (line: string, index: number) => string) => (text: string) => `${linesOf(text).map(change).join('\n')}\n`

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const colours = [31, 32, 33, 34, 35, 36]

/** What dresses a text up and takes nothing away, in the order in which it happens: it has to be read as if it were not there. */
export const dressers: readonly Mangler[] = [
  { name: 'with coloured words', mangle: eachLine((line, i) => line.replace(/[A-Za-z]{3,}/g, word => `\u001b[1;${colours[(word.length + i) % 6]}m${word}\u001b[0m`)) },
  { name: 'with tabs for indentation', mangle: eachLine(line => line.replace(/^ +/, '\t')) },
  { name: 'with trailing blanks', mangle: eachLine((line, i) => line + ' '.repeat(1 + (i % 40))) },
  { name: 'between prompts', mangle: text => `[admin@www ~]$ \n${text}${text.endsWith('\n') ? '' : '\n'}[admin@www ~]$ \n[admin@www ~]$ ` },
  { name: 'with blank lines between', mangle: text => `${linesOf(text).join('\n\n')}\n` },
  { name: 'with line numbers', mangle: eachLine((line, i) => `${String(i + 1).padStart(4)}  ${line}`) },
  { name: 'with line numbers and colons', mangle: eachLine((line, i) => `${i + 1}: ${line}`) },
  { name: 'in a code fence', mangle: text => `\`\`\`\n${text.replace(/\n$/, '')}\n\`\`\`\n` },
  { name: 'in a code fence with a language', mangle: text => `~~~console\n${text.replace(/\n$/, '')}\n~~~\n` },
  { name: 'indented by four', mangle: eachLine(line => `    ${line}`) },
  { name: 'as a list', mangle: eachLine(line => (line === '' ? line : `* ${line}`)) },
  { name: 'quoted in a mail', mangle: eachLine(line => `> ${line}`) },
  { name: 'quoted twice', mangle: eachLine(line => `>> ${line}`) },
  { name: 'quoted twice, apart', mangle: eachLine(line => `> > ${line}`) },
  { name: 'with no-break spaces', mangle: text => text.replaceAll(' ', '\u00a0') },
  { name: 'as HTML', mangle: text => `<pre>${text.replace(/[&<>"]/g, sign => entities[sign] ?? sign)}</pre>\n` },
  { name: 'with CR LF', mangle: text => text.replace(/\r?\n/g, '\r\n') },
  { name: 'with blank lines around', mangle: text => `\n\n${text}\n\n` },
]

const place = (count: number, at: number): number => Math.floor(count * at)

const strangers = [
  "AH00558: httpd: Could not reliably determine the server's fully qualified domain name, using 127.0.1.1. Set the 'ServerName' directive globally to suppress this message",
  '[Mon Nov 23 00:00:31.421365 2026] [core:info] [pid 4711:tid 4711] AH00096: removed PID file /run/web.pid (pid=4711)',
  'Please help, I have been at this for days',
  '...',
]

/** What moves or adds foreign lines. Values may get lost, none may get wrong. */
export const disturbers: readonly Mangler[] = [
  {
    name: 'with a foreign line in it',
    mangle: (text, at) => {
      const lines = linesOf(text)
      lines.splice(place(lines.length + 1, at), 0, strangers[place(1000, at) % strangers.length] ?? '')
      return `${lines.join('\n')}\n`
    },
  },
  { name: 'pasted twice', mangle: text => `${text}${text.endsWith('\n') ? '' : '\n'}${text}` },
  { name: 'after a greeting', mangle: text => `Hello, this is what my server prints. Thank you for any hint!\n\n${text}\nBest regards, Ann\n` },
]

/** Cut after so many characters, as by a window's edge. */
const hardWrap = (width: number) => eachLine(line => line.replace(new RegExp(`.{${width}}(?=.)`, 'gu'), '$&\n'))

/** Broken at the last blank before so many characters, as a mail program does. */
const softWrap = (width: number) => eachLine(line => line.replace(new RegExp(`(?=.{${width + 1}})(.{1,${width}}) (?=\\S)`, 'gu'), '$1\n'))

/** What breaks lines, glues them or loses some. */
export const breakers: readonly Mangler[] = [
  ...[72, 80, 100].flatMap((width): Mangler[] => [
    { name: `cut at ${width}`, mangle: hardWrap(width) },
    { name: `wrapped at ${width}`, mangle: softWrap(width) },
  ]),
  { name: 'joined by written line breaks', mangle: text => linesOf(text).join('\\n') },
  { name: 'joined by blanks', mangle: text => linesOf(text).map(line => line.trim()).join(' ') },
  { name: 'joined without trimming', mangle: text => linesOf(text).join(' ') },
  {
    name: 'with its middle lost',
    leavesNoTrace: true,
    mangle: (text, at) => {
      const lines = linesOf(text)
      const from = place(lines.length, at)
      const count = 1 + (place(100_000, at) % Math.max(1, lines.length - from))
      lines.splice(from, count)
      return `${lines.join('\n')}\n`
    },
  },
  {
    name: 'with its middle cut out',
    mangle: (text, at) => {
      const lines = linesOf(text)
      const from = place(lines.length, at)
      lines.splice(from, 1 + (place(100_000, at) % Math.max(1, lines.length - from)), '[...]')
      return `${lines.join('\n')}\n`
    },
  },
]
