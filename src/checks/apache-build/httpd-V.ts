import { defineOutput } from '../../core/output.ts'
import type { Meaning } from '../../core/prose.ts'
import { programMissing } from '../failure.ts'
import { apacheCall, apachePrograms } from '../programs.ts'
import { defines } from './defines.ts'
import { builtMeaning, forkedMeaning, magicMeaning, mpmMeaning, threadedMeaning, versionMeaning, platformWordMeaning, libraryMeaning } from './httpd-V-meanings.ts'

const release = '\\d+\\.\\d+\\.\\d+(?:-(?:dev|rc\\d*|alpha\\d*|beta\\d*))?(?=[,\\s]|$)'
const names = Object.keys(defines).join('|')
const given = '(?:=(?:\\\\?"[^"\\\\]*\\\\?"|[^\\s"\\\\]+)|\\s+\\(IPv4-mapped addresses \\w+\\))?'

const defineMeaning = (text: string): Meaning => {
  const name = /^\w+/.exec(text)?.[0] ?? ''
  return defines[name] ?? { says: `\`${name}\` is not among the settings that Apache’s own release prints. It comes from a vendor’s patch, or the line was changed.` }
}

const library = (label: string, which: string, loaded: boolean) => ({
  label,
  line: new RegExp(`^${loaded ? 'Server loaded' : 'Compiled using'}:.*?\\b${which}`),
  open: loaded ? /^Server loaded:$/ : /^Compiled using:$/,
  reach: 2,
  meaning: () => libraryMeaning(label, loaded),
})

/** `httpd -V`, and `httpd -v`, which prints its first two lines only (httpd server/main.c, show_compile_settings). */
export const httpdV = defineOutput<{
  serverVersion: string; serverBanner: string; platformWord: string; built: string; magic: string
  aprLoaded: string; aprUtilLoaded: string; pcreLoaded: string; aprCompiled: string; aprUtilCompiled: string; pcreCompiled: string
  architecture: string; mpm: string; threaded: boolean; forked: boolean
  httpdRoot: string; configFile: string; define: string; unknownDefine: string; failure: string
}>({
  id: 'httpd-V',
  title: '`httpd -V`',
  command: apacheCall('-[vV]'),
  breaks: {
    when: /Server (?:version|built|loaded|MPM):|Architecture:|-D [A-Z]/,
    at: new RegExp(`(?<=\\s)(?=Server (?:version|built|loaded|MPM|compiled)\\b|Server's Module|Compiled using:|Architecture:|threaded:|forked:|-D (?:${Object.keys(defines).join('|')})\\b)`),
    least: 2,
  },
  fields: {
    serverVersion: {
      // Server version: Apache/2.4.66 (Unix)
      label: 'Server version',
      line: /\bServer version:\s*[\w-]+\/(\d+\.\d+(?:\.\d+)*(?:-\w+)?)(?=\s|$)/,
      meaning: ({ value }) => versionMeaning(value),
    },
    serverBanner: { label: 'Server banner', line: /\bServer version:\s*([\w-]+\/\d\S*\s+\([^)]*\)|[\w-]+\/\d\S*$)/, meaning: () => ({ says: 'How the program names itself: its name, its release and, in brackets, the word of whoever built it.' }) },
    platformWord: { label: 'Platform', line: /\bServer version:\s*[\w-]+\/\d[^(]*\(([^)]+)\)/, meaning: ({ value }) => platformWordMeaning(value) },
    built: {
      // Apache Lounge puts its own words before the label.
      label: 'Server built',
      line: /\bServer built:\s*(\S.*?)[,;]?$/,
      open: /^Server built:$/,
      reach: 2,
      meaning: ({ value }) => builtMeaning(value),
    },
    magic: { label: 'Module Magic Number', line: /Module Magic Number:\s*(\d{8}:\d+)(?=\s|$)/, meaning: ({ value }) => magicMeaning(value) },
    aprLoaded: library('APR, loaded', `APR (${release})`, true),
    aprUtilLoaded: library('APR-UTIL, loaded', `APR-U(?:TIL|til) (${release})`, true),
    pcreLoaded: library('PCRE, loaded', 'PCRE2? (\\d+\\.\\d+)(?=\\S* \\d{4}-\\d\\d-\\d\\d)', true),
    aprCompiled: library('APR, compiled with', `APR (${release})`, false),
    aprUtilCompiled: library('APR-UTIL, compiled with', `APR-U(?:TIL|til) (${release})`, false),
    pcreCompiled: library('PCRE, compiled with', 'PCRE2? (\\d+\\.\\d+)(?=\\S* \\d{4}-\\d\\d-\\d\\d)', false),
    architecture: {
      label: 'Architecture',
      line: /^Architecture:\s*(\d\d-bit)\b/,
      whole: /-bit$/,
      meaning: ({ value }) => ({
        says: `The program works with ${value} addresses.`,
        more: 'It tells the word size only, not the kind of processor: x86-64 and arm64 both print 64-bit. `mod_wsgi.so`, the Python library and Apache must have the same.',
        }),
    },
    mpm: {
      // Empty where the MPM is a module and the configuration could not be read.
      label: 'Server MPM',
      // In the middle of a line only a name that is an MPM’s, and none with which a sentence goes on: `if it shows Server MPM: event you are ready`.
      line: /^Server MPM:\s*(?:()(?:$|(?=Server\b|threaded|forked))|((?!Server\b|threaded|forked)\w+)(?!\w| [a-z]+,? [a-z]))|\sServer MPM:\s*([Pp]refork|[Ww]orker|[Ee]vent|[Ww]in[Nn][Tt])\b(?! [a-z]+,? [a-z])/,
      read: match => (match[1] ?? match[2] ?? match[3] ?? '').toLowerCase(),
      whole: /^(?:prefork|worker|event|winnt|netware|mpmt_os2)$/i,
      meaning: ({ value }) => mpmMeaning(value),
    },
    threaded: { label: 'threaded', line: /^threaded:\s*(yes|no)\b/, whole: /./, read: match => match[1] === 'yes', meaning: ({ value, match }) => threadedMeaning(value, match.input) },
    forked: { label: 'forked', line: /^forked:\s*(yes|no)\b/, whole: /./, read: match => match[1] === 'yes', meaning: ({ value, match }) => forkedMeaning(value, match.input) },
    httpdRoot: {
      label: 'HTTPD_ROOT',
      line: /^-\s?D\s*HTTPD_ROOT=(?:\\?"([^"\\]*)\\?"|([^\s"\\]+))/,
      read: match => match[1] ?? match[2],
      meaning: () => ({ says: 'The default `ServerRoot`. It is the best sign of who packaged this Apache; relative paths of the configuration count from here unless `ServerRoot` says otherwise.' }),
    },
    configFile: {
      label: 'SERVER_CONFIG_FILE',
      line: /^-\s?D\s*SERVER_CONFIG_FILE=(?:\\?"([^"\\]*)\\?"|([^\s"\\]+))/,
      read: match => match[1] ?? match[2],
      meaning: () => ({ says: 'The configuration file that is read unless `-f` names another. A relative path counts from `HTTPD_ROOT`.' }),
    },
    define: { label: 'Compiled with', many: true, line: new RegExp(`^-\\s?D\\s*((?:${names})(?![A-Z0-9_])${given})`), read: match => match[1]?.replaceAll('\\"', '"'), open: /^-\s?D\s*[A-Z][A-Z0-9_]+=\\?"[^"]*$/, whole: /^[A-Z0-9_]+$|"$|\)$/, meaning: ({ raw }) => defineMeaning(raw) },
    unknownDefine: { label: 'Compiled with', many: true, weak: true, line: new RegExp(`^-\\s?D\\s*((?!(?:${names})(?![A-Z0-9_]))[A-Z][A-Z0-9_]+${given})`), meaning: ({ raw }) => defineMeaning(raw) },
    failure: { ...programMissing(apachePrograms, 'On Debian and Ubuntu call `apache2ctl`; elsewhere try the full path, such as `/usr/sbin/httpd`.') },
  },
  known: [
    { label: 'heading', line: /^Server compiled with\.*/, says: 'The settings below were fixed when the program was compiled. They are a selection, not the arguments of `configure`.' },
    { label: 'wrapper', weak: true, line: /^(?:Action '-[vV]' failed|The Apache error log may have more information)/, says: 'The wrapper reports that Apache answered with an error status.' },
  ],
  extent: ({ has, begins, blank }) => {
    if (!has('serverVersion') && has('failure') && !has('define')) return 'failed'
    if (has('serverVersion') && !has('define') && !has('mpm') && !has('magic') && !has('architecture')) return 'part'
    const always = has('serverVersion') && has('built') && has('magic') && has('configFile') && has('httpdRoot') && has('architecture')
    // Apache 2.0 names neither its libraries nor its MPM, nor how many modules it can load.
    const old = begins('serverVersion', '2.0')
    const paths = ['DEFAULT_SCOREBOARD', 'DEFAULT_ERRORLOG', 'AP_TYPES_CONFIG_FILE', ...(old ? [] : ['DYNAMIC_MODULE_LIMIT'])].every(name => begins('define', name))
    const since22 = has('mpm') && has('aprLoaded') && has('aprCompiled') && (has('threaded') === has('forked'))
    if (!always || !paths || (!since22 && !old)) return 'cut'
    // Nearly every build prints these; without one of them nothing tells whether a line is missing.
    const usual = ['APR_HAS_SENDFILE', 'APR_HAS_MMAP', 'APR_HAVE_IPV6', 'APR_HAS_OTHER_CHILD', 'AP_HAVE_RELIABLE_PIPED_LOGS', 'SUEXEC_BIN', 'DEFAULT_PIDLOG']
    return usual.every(name => begins('define', name)) && (has('threaded') || blank('mpm') || (old && !has('mpm'))) ? 'whole' : 'part'
  },
})
