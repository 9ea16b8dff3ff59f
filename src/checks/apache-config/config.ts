import { defineOutput, type FieldShape } from '../../core/output.ts'
import type { Meaning } from '../../core/prose.ts'
import { modules } from '../apache-modules/modules.ts'
import { accessMeaning, containerMeaning, containerNames, limitMeaning, limitNames, oldDirectives, others, serverMeaning, serverNames } from './apache-directives.ts'
import { optionMeaning, scriptOptionMeaning } from './daemon-options.ts'
import { dumpFields, dumpLines } from './dump.ts'
import { anyOf, file, option, options, path, unquoted, word } from './patterns.ts'
import { wsgiDirectiveMeaning } from './wsgi-directives.ts'

type Shape = FieldShape<string>

/** A line that goes on behind a backslash. */
const goesOn = (name: string) => new RegExp(`^${file}${name}\\s.*\\\\$`, 'i')

const base = (label: string, meaning: (line: string) => Meaning): Pick<Shape, 'label' | 'many' | 'whole' | 'read' | 'meaning'> => ({
  label,
  many: true,
  whole: /./,
  // A line of a comment is out of force: what it says is no value.
  read: (match, { dress }) => (dress?.includes('#') ? undefined : unquoted(match[1])),
  meaning: ({ value }) => meaning(value),
})

/** One directive; its value is its argument. */
const directive = (name: string, argument: string, meaning: Meaning = wsgiDirectiveMeaning(name), more?: Partial<Shape>): Shape => ({
  ...base(name, () => meaning),
  line: new RegExp(`^${file}${name}\\s+(${argument})\\s*$`, 'i'),
  ...more,
})

/** Several directives; the value is the whole line. */
const lines = (label: string, names: readonly string[], argument: string, meaning: (line: string) => Meaning, more?: Partial<Shape>): Shape => ({
  ...base(label, meaning),
  line: new RegExp(`^${file}(${anyOf(names)}\\s+${argument})\\s*$`, 'i'),
  ...more,
})

const withOptions = (name: string): Partial<Shape> => ({ parts: option, partMeaning: optionMeaning(name), open: goesOn(name), reach: 16 })

const own = 'PythonHome|DaemonProcess|ProcessGroup|ApplicationGroup|ScriptAlias(?:Match)?|SocketPrefix'
/** Behind the first word only what cannot be part of a sentence, or names in a list. */
const more = `(?:\\s+(?:"[^"]*"|'[^']*'|[^\\s"'\\\\]*[/=%.:\\d+-][^\\s"'\\\\]*|On|Off))*`

/** Apache’s configuration: the lines that concern mod_wsgi, alone or among others, what `mod_wsgi-express module-config` prints, and `apachectl -S`. */
export const config = defineOutput<{
  loadModule: string; loadFile: string; wsgiPythonHome: string; daemonProcess: string; processGroup: string; applicationGroup: string; scriptAlias: string; socketPrefix: string; wsgiDirective: string; container: string; limit: string
  server: string; access: string; include: string; define: string; mutexLine: string; old: string; comment: string
  virtualHost: string; virtualHostAlias: string; runSetting: string; includedFile: string
}>({
  id: 'config',
  title: 'Apache’s configuration',
  command: /mod_wsgi-express\s+module-config|\s-D\s*DUMP_(?:VHOSTS|RUN_CFG|INCLUDES)|(?:cat|less|more|grep|egrep|tail|head|sed|nano|vi|vim|type|findstr)\s.*(?:httpd|apache2?|sites-|mods-|conf(?:-|\.d|\/)|wsgi\.(?:conf|load))\S*/,
  // Four at least: a sentence may name two or three.
  breaks: { when: /WSGI[A-Z]\w{3,30}\s/, at: /(?<=\s)(?=WSGI[A-Z]\w{3,30}\s+["'/%\w]|<\/?(?:VirtualHost|Directory|Location|Files|IfModule)[\s>]|(?:ServerName|LoadModule|Require\s+all)\s)/, least: 4 },
  fields: {
    loadModule: directive('LoadModule', `\\w+_module\\s+(?:"[^"]+"|[^\\s"]*[./\\\\][^\\s"]*)`, { says: 'Loads a module from this file. Of two lines for one module the first counts.', more: 'A relative path counts from `ServerRoot`.', docs: ['httpd:mod/mod_so#loadmodule'] }, {
      parts: /^(\w+_module)/,
      partMeaning: name => { const known = modules[name.replace(/_module$/, '')]; return known && { says: known.says, ...(known.docs && { docs: known.docs }) } },
    }),
    loadFile: directive('LoadFile', `(?:"[^"]+"|[^\\s"]*[./\\\\][^\\s"]*)`, { says: 'Loads a library before the modules that follow: on Windows the DLL of Python, elsewhere one that the loader would not find.', docs: ['httpd:mod/mod_so#loadfile'] }),
    wsgiPythonHome: directive('WSGIPythonHome', path),
    daemonProcess: directive('WSGIDaemonProcess', `${word}${options}`, undefined, withOptions('WSGIDaemonProcess')),
    processGroup: directive('WSGIProcessGroup', word),
    applicationGroup: directive('WSGIApplicationGroup', word),
    scriptAlias: { ...directive('WSGIScriptAlias(?:Match)?', `(?:/|\\^|\\(|")\\S*\\s+${path}${options}`, wsgiDirectiveMeaning('WSGIScriptAlias'), withOptions('WSGIScriptAlias(?:Match)?')), label: 'WSGIScriptAlias', partMeaning: optionMeaning('WSGIScriptAlias') },
    socketPrefix: directive('WSGISocketPrefix', `(?:"[^"]+"|\\S*/\\S*)`),
    wsgiDirective: {
      ...base('mod_wsgi', line => wsgiDirectiveMeaning(line.split(/\s/)[0] ?? '')),
      line: new RegExp(`^${file}(WSGI(?!(?:${own})\\s)[A-Z][A-Za-z]+\\s+(?:${path}|${word})${more}|WSGI(?:RestrictProcess|TrustedProxyHeaders)\\s+${word}(?:\\s+[\\w:.-]+)*)\\s*$`),
      parts: option,
      partMeaning: scriptOptionMeaning,
      open: new RegExp(`^${file}WSGI(?!(?:${own})\\s)[A-Z][A-Za-z]+\\s.*\\\\$`),
      reach: 8,
    },
    container: { ...base('Container', containerMeaning), line: new RegExp(`^${file}(<${anyOf(containerNames)}(?:\\s+[<>=!]{0,2}[^<>]*)?>)$`, 'i'), parts: /(?<=\s)((?:process|application)-group=[^\s>]+)/, partMeaning: () => ({ says: 'Only for this group; `%{GLOBAL}` is embedded mode, or the main interpreter.' }) },
    limit: lines('Processes and threads', limitNames, '\\d+', limitMeaning),
    server: lines('Server', serverNames, '\\S.*', serverMeaning, { weak: true }),
    access: lines('Access', ['Require', 'Order', 'Allow\\s+from', 'Deny\\s+from', 'Satisfy'], '\\S.*', accessMeaning, { weak: true }),
    include: lines('Include', ['Include', 'IncludeOptional'], '(?:"[^"]+"|\\S*[./\\\\*]\\S*)', () => ({ says: 'Takes in other files at this place. What stands in them is not seen here.', docs: ['httpd:mod/core#include'] }), { weak: true }),
    define: lines('Define', ['Define'], '\\w+(?:\\s+\\S.*)?', () => ({ says: 'A variable: `${NAME}` in the lines that follow stands for it, and `<IfDefine NAME>` holds.' }), { weak: true }),
    mutexLine: lines('Mutex', ['Mutex'], '(?:none|no|default|yes|flock|fcntl|file|sem|sysvsem|posixsem|pthread)\\b.*', () => ({ says: 'A lock of Apache. mod_wsgi’s own lock is set with `WSGIAcceptMutex`.', docs: ['httpd:mod/core#mutex'] }), { weak: true }),
    old: lines('Apache 2.2', Object.keys(oldDirectives), '\\S+', line => { const [, entry] = Object.entries(oldDirectives).find(([name]) => name.toLowerCase() === line.split(/\s/)[0]?.toLowerCase()) ?? []; return { says: entry?.says ?? '', docs: ['httpd:upgrading'] } }, { weak: true }),
    comment: {
      ...base('Out of force', () => ({ says: 'The sign `#` in front of it makes it a comment: Apache does not read it.' })),
      weak: true,
      line: new RegExp(`^((?:WSGI[A-Z][A-Za-z]+|LoadModule|LoadFile|${anyOf([...serverNames, ...limitNames])}|Require|Include(?:Optional)?)\\s+\\S.*|</?${anyOf(containerNames)}(?:\\s[^<>]*)?>)$`),
      read: (match, { dress }) => (dress?.includes('#') ? match[1] : undefined),
    },
    ...dumpFields,
  },
  // A virtual host without its container begins with such lines; a sentence rarely has their form.
  above: /^(?:(?:NameVirtualHost|Server(?:Name|Alias|Admin|Root)|DocumentRoot|ErrorLog|CustomLog|LogLevel|Rewrite\w+|SSL\w+|Proxy\w+|AddType|SetEnv) +(?!(?:is|in|to|and|or|was|are|should|must|has|for|of|with|the|directives?|lines?)\b)|(?:Alias|ScriptAlias) +["/]|Listen +[\d[*]|(?:DefaultRuntimeDir|PidFile) +\S*\/|(?:User|Group) +[\w.#${}-]+$)\S*.*(?<![.?!,])$/,
  comment: { dress: /#/, known: { label: 'comment', line: /^/, says: 'Apache does not read this line.' } },
  known: [
    { label: 'end of container', line: new RegExp(`^${file}</${anyOf(containerNames)}>`, 'i'), says: 'The container ends here.' },
    { label: 'end of container', weak: true, line: /^<\/\w+>/, says: 'The container ends here.' },
    { label: 'comment', weak: true, line: new RegExp(`^${file}#`), says: 'Apache does not read this line.' },
    { label: 'taken out', weak: true, line: /^-\s*(?:<\/?[A-Z]\w+|[A-Z][A-Za-z]{3,40}\s)/, says: 'The change takes this line out. It is not part of the configuration that results.' },
    ...dumpLines,
    ...others.map(([says, names]) => ({ label: 'Apache', weak: true as const, line: new RegExp(`^${file}${anyOf(names.split(' '))}(?:\\s+\\S.*)?$`, 'i'), says })),
  ],
  extent: () => 'part',
})
