/** Every page and section that we may link to: headings of mod_wsgi's docs directory (6.0) and of Apache's manual (2.4). */

import { modules } from '../../src/checks/apache-modules/modules.ts'
import type { DocsLink } from '../../src/core/prose.ts'

/** A page on each line, and its sections. Sphinx makes `shared-gil-default` of `Shared GIL (default)`. */
const pages = (root: string, lines: string) =>
  lines.trim().split(/\n\s*/).flatMap((line) =>
    line.split('; ').map((title, index, [page = '']) =>
      index === 0 ? [root + slug(page), page] : [`${root}${slug(page)}#${slug(title)}`, `${page}: ${title}`]))

const slug = (title: string) => title.toLowerCase().replace(/\W+|_/g, '-').replace(/^-|-$/g, '')

export const docs: Readonly<Record<DocsLink, string>> = Object.fromEntries([
  ...pages('', `
    Project status
    Requirements; Operating system; Apache HTTP server; Python; Build toolchain; WSGI specification compliance
    Configuration`),
  ...pages('user-guides/', `
    Checking your installation; Apache build information; Apache modules loaded; Cross-process mutex; Python shared library; Python installation in use; Diagnostic WSGI script; Where to go next
    Installation issues; Missing Python header files; Lack of Python shared library; Multiple Python versions; Anaconda Python conflicting with system shared libraries; Python patch level mismatch; Linker relocation errors against the Python static library; Unable to find Python shared library
    Configuration issues; Apache server name warning; File permissions on application files; Location of UNIX sockets; SELinux on RHEL and Fedora; AppArmor on Ubuntu; WSGIDaemonProcess scoping; WSGIApplicationGroup and C extension modules; .htaccess directive limitations; RewriteRule and WSGIScriptAlias interaction; Restart versus graceful reload
    Application issues; Access rights of Apache user; Secure variants of UNIX; Application working directory; Application environment variables; Timezone and locale settings; Timezones and the Apache error log; User HOME environment variable; Application global variables; Writing to standard output; Reading from standard input; Registration of signal handlers; Pickling of Python objects; Multiple Python sub interpreters; Memory constrained VPS systems
    Processes and threading; WSGI process/thread flags; Multi-processing modules; The UNIX prefork MPM; The UNIX worker MPM; The UNIX event MPM; The Windows winnt MPM; The mod_wsgi daemon processes; Sharing of global data; Python sub interpreters; Building a portable application
    GIL modes and free-threading; The three GIL modes; Shared GIL (default); Per-interpreter GIL (PEP 684, Python 3.12); Free-threading (PEP 703, Python 3.13); What mod_wsgi provides; Precedence and constraints; Mixing modes across processes; C extension compatibility; Shared GIL: sub-interpreter constraint; Per-interpreter GIL: hard import failure; Free-threading: runtime warning, then load anyway
    Virtual environments; Location of the virtual environment; Virtual environment and Python version; Daemon mode (single application); Daemon mode (multiple applications); Embedded mode (single application); Embedded mode (multiple applications); Adding additional module directories
    Embedded and daemon mode; The two process models; Embedded mode; What embedded mode looks like; When to use embedded mode; Apache MPM tuning; Embedded-mode caveats; Daemon mode; The three configuration directives; Sizing the pool; Process group patterns; Restricting which pools a delegation can choose; Application group choice; Process recycling; Timeouts; The socket plumbing; Apache front-end MPM tuning
    Frequently asked questions; Apache process crashes
    Debugging techniques; Apache error log files; Debugging crashes with GDB; Extracting Python stack traces
    Installation on Linux
    Installation on MacOSX
    Installation on Windows
    Installation from PyPI
    Quick installation guide; Configuring the source code
    Configuration guidelines
    Quick configuration guide
    Reloading source code
    Security hardening
    Access control mechanisms
    Running behind a reverse proxy
    Enabling HTTPS
    Delegating file serving
    Hosting WebSocket applications
    Logging from applications`),
  ['release-notes/index', 'Release notes'],
  ['release-notes/version-6.0.0', 'Release notes: 6.0.0'],
  ['release-notes/version-6.0.1', 'Release notes: 6.0.1'],
  ['release-notes/version-6.0.2', 'Release notes: 6.0.2'],
  ...Array.from({ length: 210 }, (_, index) => pages('', `Error reference; WSGI${String(index + 1).padStart(4, '0')}`)).flat(),
  ...`AcceptMutex AccessScript ApplicationGroup AuthGroupScript AuthUserScript CallableObject CaseSensitivity ChunkedRequest DaemonProcess DestroyInterpreter DispatchScript DontWriteBytecode EnableSendfile
      ErrorOverride FreeThreading HandlerScript IgnoreActivity ImportScript InterpreterOptions MapHEADToGET PassApacheRequest PassAuthorization PerInterpreterGIL ProcessGroup PythonEggs PythonHashSeed PythonHome
      PythonOptimize PythonPath PythonWarnings RestrictEmbedded RestrictProcess RestrictSignal RestrictStdin RestrictStdout ScriptAlias ScriptAliasMatch ScriptReloading ServerMetrics SlowRequests SocketPrefix
      SocketRotation SwitchInterval TelemetryOptions TelemetryService TrustedProxies TrustedProxyHeaders`
    .split(/\s+/).map((name) => [`configuration-directives/WSGI${name}`, `WSGI${name}`]),
  ...[
    ...Object.values(modules).flatMap(({ docs: links = [] }) => links.filter((link) => /^httpd:[^#]+$/.test(link)).map((link) => link.slice(6))),
    ...`bind bind#IPv6 dso env mpm stopping upgrading programs/httpd programs/httpd#options programs/apxs programs/apxs#options.query programs/apachectl
      programs/configure programs/configure#InstallationDirectories programs/configure#MPMs programs/configure#packages programs/configure#ChooseModules programs/configure#env
      mod/core#Define mod/core#DocumentRoot mod/core#ErrorLog mod/core#Include mod/core#LogLevel mod/core#Mutex mod/core#ServerName mod/core#ServerRoot mod/core#UseCanonicalName mod/core#VirtualHost
      mod/mod_alias#Alias mod/mod_authz_core#Require mod/mod_mime#AddHandler mod/mod_so#LoadFile mod/mod_so#LoadModule mod/mod_unixd#User
      mod/mpm_common mod/mpm_common#Listen mod/mpm_common#MaxRequestWorkers`.split(/\s+/),
  ].map((link) => [`httpd:${link.toLowerCase()}`, `Apache: ${link.replace(/^mod\/(?:.*#)?|^programs\//, '').replace('#', ': ')}`]),
])

