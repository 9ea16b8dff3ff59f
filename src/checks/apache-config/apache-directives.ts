/** Directives of Apache itself that matter here, and those that only stand around; the names are those of Apache's manual, 2.4. */

import type { Meaning, Prose } from '../../core/prose.ts'

/** Who is served, where and as whom: `ServerName www.example.com:80`. */
const server: Readonly<Record<string, Prose>> = {
  ServerName: 'The name of this server or virtual host; it becomes part of an application’s default interpreter name.',
  ServerAlias: 'Other names under which the virtual host is asked. They never show in an interpreter’s name.',
  UseCanonicalName: 'Where the server’s name and port are taken from when Apache writes them.',
  UseCanonicalPhysicalPort: 'Whether the port of the connection counts when Apache writes its own port.',
  Listen: 'An address or port on which Apache listens.',
  ServerRoot: 'The directory from which relative paths count.',
  DocumentRoot: 'The directory of the static files. A script had better not lie below it.',
  User: 'As whom Apache’s children run, and daemon groups without `user=`.',
  Group: 'With which group’s rights Apache’s children run, and daemon groups without `group=`.',
  DefaultRuntimeDir: 'The directory of sockets, locks and the like.',
}
/** In these names the case does not matter; Apache's do not mind it. */
const proper = (names: Readonly<Record<string, Prose>>, line: string) => {
  const [name = ''] = line.split(/\s/)
  return Object.entries(names).find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1] ?? ''
}

export const serverNames = Object.keys(server)
export const serverMeaning = (line: string): Meaning => ({ says: proper(server, line), ...(/^(?:ServerName|ServerRoot|UseCanonicalName)\s/i.test(line) ? { docs: [`httpd:mod/core#${(/^\w+/.exec(line)?.[0] ?? '').toLowerCase()}`] } : {}) })

/** `Require all granted`, and the way of Apache 2.2, which `mod_access_compat` still understands. */
export function accessMeaning(line: string): Meaning {
  const docs = ['httpd:mod/mod_authz_core#require']
  if (/^Require\s+all\s+granted/i.test(line)) return { says: 'Everybody may ask for what lies here. The script’s directory needs it, or another `Require` that holds.', docs }
  if (/^Require\s+all\s+denied/i.test(line)) return { says: 'Nobody may ask for what lies here: status 403.', docs }
  if (/^Require/i.test(line)) return { says: 'Only who fulfils this may ask for what lies here.', docs }
  return { says: 'Access as Apache 2.2 had it; 2.4 understands it only with `mod_access_compat`. Better: `Require`.', docs: ['httpd:upgrading'] }
}

/** Directives of Apache 2.2 and what 2.4 makes of them (httpd docs/manual/upgrading, mutex.md §4, checks.md §3). */
export interface Old {
  /** 2.4 refuses to start with it. */
  readonly refused: boolean
  readonly says: Prose
  readonly now: Prose
}

export const oldDirectives: Readonly<Record<string, Old>> = {
  AcceptMutex: { refused: true, says: 'Apache’s accept lock in 2.2.', now: '`Mutex`' },
  LockFile: { refused: true, says: 'The file of Apache’s accept lock in 2.2.', now: '`Mutex`' },
  NameVirtualHost: { refused: false, says: 'Has no effect in Apache 2.4.', now: 'nothing' },
}

/** Containers: `<VirtualHost *:80>`. */
const containers: Readonly<Record<string, Prose>> = {
  VirtualHost: 'What follows counts for requests to this address, and of several virtual hosts for those with its name.',
  Directory: 'What follows counts for files in this directory and below.',
  DirectoryMatch: 'What follows counts for files whose directory fits.',
  Location: 'What follows counts for addresses that begin so. It goes before `<Directory>` and `<Files>`.',
  LocationMatch: 'What follows counts for addresses that fit.',
  Files: 'What follows counts for files of this name.',
  FilesMatch: 'What follows counts for files whose name fits.',
  IfModule: 'What follows counts only if this module is loaded by then.',
  IfDefine: 'What follows counts only if Apache was started with this `-D`, or a `Define` names it.',
  IfVersion: 'What follows counts only in these versions of Apache.',
  IfFile: 'What follows counts only if this file exists.',
  If: 'What follows counts for requests that fulfil this.',
  ElseIf: 'What follows counts for requests that fulfil this and not what stands before.',
  Else: 'What follows counts for the other requests.',
  Proxy: 'What follows counts for what is passed on to these addresses.',
  ProxyMatch: 'What follows counts for what is passed on to addresses that fit.',
  Limit: 'What follows counts for these methods.',
  LimitExcept: 'What follows counts for all other methods.',
  RequireAll: 'All of the following must be fulfilled.',
  RequireAny: 'One of the following must be fulfilled.',
  RequireNone: 'None of the following may be fulfilled.',
  Macro: 'A pattern of lines; it counts where `Use` names it.',
  AuthnProviderAlias: 'Settings for checking passwords, under a name.',
  WSGIInterpreterOptions: 'What follows counts for interpreters of these groups; without any, for all. Since mod_wsgi 6.0.0.',
}

export const containerNames = Object.keys(containers)
export const containerMeaning = (line: string): Meaning => {
  const name = /^<(\w+)/.exec(line)?.[1] ?? ''
  return { says: proper(containers, `${name} `), ...(/^VirtualHost$/i.test(name) ? { docs: ['httpd:mod/core#virtualhost'] } : {}) }
}

/** Processes and threads: `ServerLimit 1`. */
const limits: Readonly<Record<string, Prose>> = {
  ServerLimit: 'The most child processes that may be set.',
  StartServers: 'With how many child processes Apache starts.',
  MaxRequestWorkers: 'How many requests Apache works on at once.',
  MaxClients: 'What `MaxRequestWorkers` was called in Apache 2.2; 2.4 understands it.',
  ThreadsPerChild: 'How many threads each child process has.',
  ThreadLimit: 'The most threads for each child process that may be set.',
  MinSpareThreads: 'How many threads at least stand ready.', MaxSpareThreads: 'How many threads at most stand ready.',
  MinSpareServers: 'How many processes at least stand ready.', MaxSpareServers: 'How many processes at most stand ready.',
  MaxConnectionsPerChild: 'After how many connections a child process ends; 0 is never.',
  MaxRequestsPerChild: 'What `MaxConnectionsPerChild` was called in Apache 2.2; 2.4 understands it.',
}

export const limitNames = Object.keys(limits)
export const limitMeaning = (line: string): Meaning => ({
  says: `${proper(limits, line)} Daemon groups have their own numbers.`,
  more: 'In embedded mode `ThreadsPerChild 1` makes `wsgi.multithread` false; a single child process makes `wsgi.multiprocess` false.',
  docs: ['httpd:mod/mpm_common#maxrequestworkers'],
})

/** All others, by what they are about: they are named, and that is all. */
export const others: readonly (readonly [says: Prose, names: string])[] = [
  ['Addresses and files.', 'Alias AliasMatch ScriptAlias ScriptAliasMatch Redirect RedirectMatch RedirectPermanent RedirectTemp DirectoryIndex DirectorySlash FallbackResource ErrorDocument Options AllowOverride FileETag IndexOptions IndexIgnore'],
  ['Rewriting of addresses.', 'RewriteEngine RewriteCond RewriteRule RewriteBase RewriteMap RewriteOptions'],
  ['Who answers a request.', 'SetHandler AddHandler RemoveHandler AddOutputFilter AddOutputFilterByType SetOutputFilter AddType AddEncoding AddCharset AddDefaultCharset TypesConfig'],
  ['Headers and variables of requests.', 'Header RequestHeader SetEnv SetEnvIf SetEnvIfNoCase PassEnv UnsetEnv BrowserMatch'],
  ['Logs.', 'ErrorLog ErrorLogFormat CustomLog LogFormat LogLevel TransferLog'],
  ['Encryption.', 'SSLEngine SSLCertificateFile SSLCertificateKeyFile SSLCertificateChainFile SSLCACertificateFile SSLProtocol SSLCipherSuite SSLHonorCipherOrder SSLOptions SSLSessionCache SSLSessionTickets SSLUseStapling SSLStaplingCache SSLVerifyClient SSLVerifyDepth Protocols'],
  ['Passing on to other servers.', 'ProxyPass ProxyPassMatch ProxyPassReverse ProxyPreserveHost ProxyRequests ProxyTimeout RemoteIPHeader RemoteIPTrustedProxy'],
  ['Passwords.', 'AuthType AuthName AuthUserFile AuthGroupFile AuthBasicProvider AuthDigestProvider'],
  ['Connections and times.', 'Timeout KeepAlive MaxKeepAliveRequests KeepAliveTimeout LimitRequestBody LimitRequestFieldSize LimitRequestLine RequestReadTimeout ListenBacklog GracefulShutdownTimeout HostnameLookups EnableSendfile EnableMMAP AcceptFilter AccessFileName AsyncRequestWorkerFactor'],
  ['The server as a whole.', 'ServerAdmin ServerTokens ServerSignature ServerPath PidFile ScoreBoardFile CoreDumpDirectory TraceEnable ExtendedStatus UnDefine Use PythonPath PythonHandler SuexecUserGroup AddModule ClearModuleList'],
]
