import { defineOutput, type FieldShape } from '../../core/output.ts'
import type { Meaning } from '../../core/prose.ts'

/** `grep` writes the file’s name, and perhaps the line’s number, in front. */
const file = '(?:(?:[\\w.~/:\\\\-]*[/\\\\])?[\\w.-]+:(?:\\d+[:-])?\\s*)?'
const path = `(?:"[^"]*"|'[^']*'|(?:/|[A-Za-z]:[\\\\/]|~|\\$\\{|%\\{)\\S*)`
const scripted = `${path}(?:\\s+(?:process-group|application-group)=\\S+)*`
/** A word, but not the next one of a sentence about the directive. */
const word = '(?!(?:directives?|lines?|options?|settings?|values?|is|was|are|in|to|and|or|for|with|from|but|should|must|can|needs?|which|that|the|a|an|as|at|has|have|does)\\b)[^\\s,;]+'
const options = '(?:\\s+[a-z]+(?:-[a-z]+)*=(?:"[^"]*"|\'[^\']*\'|[^\\s"=]*(?:=[^\\s"=]*)?))*'
const unquoted = (text: string | undefined) => text?.trim().replace(/^(["'])(.*)\1$/, '$2')

const directive = (name: string, argument: string, meaning: Meaning, more?: Partial<FieldShape<string>>): FieldShape<string> => ({
  label: name,
  many: true,
  whole: /./,
  line: new RegExp(`^${file}${name}\\s+(${argument})\\s*$`),
  // A line of a comment is out of force: what it says is no value.
  read: (match, { dress }) => (dress?.includes('#') ? undefined : unquoted(match[1])),
  meaning: () => meaning,
  ...more,
})

const page = (name: string) => [`configuration-directives/${name}`]

/** Apache’s configuration: the lines that concern mod_wsgi, alone or among others, and what `mod_wsgi-express module-config` prints. */
export const config = defineOutput<{
  loadModule: string; loadFile: string; wsgiPythonHome: string; daemonProcess: string; processGroup: string; applicationGroup: string; scriptAlias: string; socketPrefix: string; wsgiDirective: string; container: string; limit: string
}>({
  id: 'config',
  title: 'Apache’s configuration',
  command: /mod_wsgi-express\s+module-config|(?:cat|less|more|grep|egrep|tail|head|sed|nano|vi|vim|type|findstr)\b.*(?:httpd|apache2?|sites-|mods-|conf(?:-|\.d|\/)|wsgi\.(?:conf|load))\S*/,
  fields: {
    loadModule: directive('LoadModule', '\\w+_module\\s+(?:"[^"]+"|\\S*[./\\\\]\\S*)', { says: 'Loads a module from this file. Of two lines for one module the first counts.', more: 'A relative path counts from `ServerRoot`.', docs: ['httpd:mod/mod_so#loadmodule'] }),
    loadFile: directive('LoadFile', '(?:"[^"]+"|\\S*[./\\\\]\\S*)', { says: 'Loads a library before the modules that follow: on Windows the DLL of Python, elsewhere one that the loader would not find.', docs: ['httpd:mod/mod_so#loadfile'] }),
    wsgiPythonHome: directive('WSGIPythonHome', path, { says: 'The Python of embedded mode, and of daemon groups without `python-home=`: the `sys.prefix` of an installation or a virtual environment.', more: 'It must be of the same release as the library in `mod_wsgi.so`. It names a directory, never `bin/python`.', docs: page('WSGIPythonHome') }),
    daemonProcess: directive('WSGIDaemonProcess', `${word}${options}`, { says: 'A group of daemon processes: its name and its options.', more: 'Nothing runs in it until `WSGIProcessGroup` or `process-group=` names it.', docs: page('WSGIDaemonProcess') }, { open: /^(?:\S+:)?WSGIDaemonProcess\s.*\\$/, reach: 16 }),
    processGroup: directive('WSGIProcessGroup', word, { says: 'The daemon group that serves the requests here. `%{GLOBAL}` means embedded mode.', docs: page('WSGIProcessGroup') }),
    applicationGroup: directive('WSGIApplicationGroup', word, { says: 'In which interpreter of the process the application runs. `%{GLOBAL}` is the main one.', docs: page('WSGIApplicationGroup') }),
    scriptAlias: directive('WSGIScriptAlias(?:Match)?', `(?:/|\\^|\\(|")\\S*\\s+${scripted}`, { says: 'Which addresses lead to which script: the address first, then the file.', docs: page('WSGIScriptAlias') }, { open: /^WSGIScriptAlias\s.*\\$/ }),
    socketPrefix: directive('WSGISocketPrefix', '(?:"[^"]+"|\\S*/\\S*)', { says: 'Where the sockets and locks of daemon groups are made. Apache’s children must be able to enter the directory.', docs: page('WSGISocketPrefix') }),
    wsgiDirective: { ...directive('mod_wsgi', '', { says: 'A directive of mod_wsgi; its page in the documentation says what it does.', docs: ['configuration'] }), line: new RegExp(`^${file}(WSGI(?!PythonHome|DaemonProcess|ProcessGroup|ApplicationGroup|ScriptAlias|SocketPrefix)[A-Z][A-Za-z]+\\s+${word}(?:\\s+\\S+=\\S+)*)\\s*$`) },
    container: { ...directive('Container', '', { says: 'What follows, up to the closing line, counts only here or only on this condition.' }), line: new RegExp(`^${file}(<(?:VirtualHost|Directory(?:Match)?|Location(?:Match)?|Files(?:Match)?|IfModule|IfDefine|IfVersion|WSGIInterpreterOptions)(?:\\s+[^<>]*)?>)$`, 'i') },
    limit: { ...directive('Processes and threads', '', { says: 'How many processes and threads Apache itself has; the daemon groups have their own numbers.', more: '`ServerLimit 1` or `ThreadsPerChild 1` changes what an application is told in embedded mode.', docs: ['httpd:mod/mpm_common#maxrequestworkers'] }), line: new RegExp(`^${file}((?:ServerLimit|StartServers|MaxRequestWorkers|MaxClients|ThreadsPerChild|ThreadLimit)\\s+\\d+)$`, 'i') },
  },
  known: [
    { label: 'end of container', weak: true, line: /^<\/\w+>/, says: 'The container ends here.' },
    { label: 'comment', weak: true, line: /^#/, says: 'Apache does not read this line.' },
  ],
  extent: () => 'part',
})
