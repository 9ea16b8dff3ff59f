/**
 * The modules that come with Apache 2.4, by the name that `httpd -M` prints, without `_module`.
 * From the module sources, docs/manual/mod and CHANGES of httpd 2.4.x, and mod_wsgi docs/user-guides.
 */

import type { DocsLink, Meaning, Prose } from '../../core/prose.ts'

interface Distributed extends Meaning {
  readonly file?: string
}

/** Written tables: `name other-name: what it says | more` on each line, and what all of them share. */
export const table = <T extends object>(lines: string, shared: T): Record<string, T & { says: Prose; more?: Prose }> =>
  Object.fromEntries(
    lines.split('\n').flatMap((line) => {
      // By place, not by pattern: it is done at each start of the page.
      const colon = line.indexOf(': ')
      if (colon < 0) return []
      const [says = '', more] = line.slice(colon + 2).split(' | ')
      const row = { ...shared, says, ...(more === undefined ? {} : { more }) }
      return line.slice(0, colon).trim().split(' ').map((name) => [name, row])
    }),
  )

/** Its name in `httpd -l`, without `.c`, where that is not `mod_<name>`. Most pages of Apache's manual are called after it. */
const files: Readonly<Record<string, string>> = {
  core: 'core', http: 'http_core', ldap: 'util_ldap', nwssl: 'mod_nw_ssl',
  mpm_prefork: 'prefork', mpm_worker: 'worker', mpm_event: 'event', mpm_winnt: 'mpm_winnt', mpm_netware: 'mpm_netware', mpm_mpmt_os2: 'mpmt_os2',
}
const pages: Readonly<Record<string, string>> = { ...files, http: 'core', ldap: 'mod_ldap' }

const threads = 'user-guides/processes-and-threading#the-'
const access = 'user-guides/access-control-mechanisms'
const reverse = 'user-guides/running-behind-a-reverse-proxy'

/** What more to read. */
const guides: Readonly<Record<string, readonly DocsLink[]>> = {
  unixd: ['user-guides/application-issues#access-rights-of-apache-user'],
  mpm_prefork: [`${threads}unix-prefork-mpm`], mpm_worker: [`${threads}unix-worker-mpm`], mpm_event: [`${threads}unix-event-mpm`], mpm_winnt: [`${threads}windows-winnt-mpm`],
  authz_core: ['httpd:mod/mod_authz_core#require', access], auth_basic: [access], auth_digest: [access],
  alias: ['user-guides/configuration-guidelines'],
  rewrite: ['user-guides/configuration-issues#rewriterule-and-wsgiscriptalias-interaction'],
  env: ['user-guides/application-issues#application-environment-variables'],
  remoteip: [reverse, 'configuration-directives/WSGITrustedProxies'],
  ssl: ['user-guides/enabling-https', 'user-guides/installation-issues#anaconda-python-conflicting-with-system-shared-libraries'],
  proxy: [reverse], proxy_http: [reverse], proxy_wstunnel: ['user-guides/hosting-websocket-applications'],
}

const written: Readonly<Record<string, Distributed>> = {
  ...table(`
    core: The heart of Apache; always there.
    http: The HTTP protocol; always there.
    so: Loads other modules with \`LoadModule\`. | Without it \`mod_wsgi.so\` cannot be used.
    unixd: Switches Apache from root to its user and group; Unix requires it. | mod_wsgi runs as that user too, unless \`WSGIDaemonProcess\` has \`user=\`.
    version: Lets the configuration depend on Apache's version.

    mpm_prefork: Process model: many processes, each with one request at a time. | In embedded mode \`wsgi.multithread\` is \`False\` and every process loads the application for itself. Daemon mode has its own processes and threads.
    mpm_worker: Process model: several processes of many threads. | In embedded mode \`wsgi.multithread\` is \`True\`, so the application has to be safe for threads. Daemon mode has its own processes and threads.
    mpm_event: Process model: several processes of many threads, the usual one. | In embedded mode \`wsgi.multithread\` is \`True\`, so the application has to be safe for threads. Daemon mode has its own processes and threads. There is no accept lock.
    mpm_winnt: Process model of Windows: one process of many threads. | mod_wsgi has no daemon mode there, so the application runs in this process and has to be safe for threads.
    mpm_netware mpm_mpmt_os2: Process model of a system where mod_wsgi does not run.
    privileges: Runs virtual hosts as different users on Solaris. | Daemon mode may then need \`socket-user=\` of \`WSGIDaemonProcess\`.

    access_compat: Understands \`Order\`, \`Allow\` and \`Deny\` of Apache 2.2. | Mixed with \`Require\` they give surprising refusals (403).
    authz_core: Decides with \`Require\` who may see what. | The directory of a WSGI script needs \`Require all granted\` or a narrower rule, or Apache answers 403.
    authz_host: \`Require\` by address and host name.
    authz_user: \`Require\` by user name.
    authz_groupfile: \`Require\` by groups from a text file.
    authn_core: The base of Apache's own logins.
    auth_basic: The login in a small browser window (Basic). | Python code can check passwords with \`AuthBasicProvider wsgi\`. The application sees the login header only with \`WSGIPassAuthorization On\`.
    auth_digest: A login where the password does not travel (Digest). | Python code can check passwords with \`AuthDigestProvider wsgi\`.
    allowmethods: Refuses HTTP methods that are not listed.

    alias: Maps URLs to directories, and redirects. | Static files beside an application usually have an \`Alias\`.
    rewrite: Changes URLs by rules. | They come before mod_wsgi, so look here when a URL does not reach the application. A rule that leads to an application needs the flag \`[PT]\`.
    negotiation: Picks a file by language or type. | Best without its \`MultiViews\` beside WSGI scripts.
    mime: Gives files their type by their ending. | \`AddHandler wsgi-script .wsgi\` belongs to it.
    cgi cgid: Runs CGI programs. | "Premature end of script headers" is its message, also where a WSGI script is run as a CGI program.
    lua: Runs Lua scripts.

    env setenvif: Sets variables for requests. | They reach an application in the WSGI environment, not in \`os.environ\`.
    headers: Changes headers. | Look here when one is missing or doubled.
    reqtimeout: Breaks off requests that arrive too slowly. | The application then gets a read error.
    remoteip: Takes the client's address from a proxy's header. | The application sees it as \`REMOTE_ADDR\`. Use it or \`WSGITrustedProxies\`.
    ssl: Encryption: https. | Python brings OpenSSL too. In one distribution the two match; with a Python of Conda or python.org \`import ssl\` may fail or Apache crash.
    http2: HTTP/2. | Inactive under prefork, with a warning in the error log.

    proxy: Passes requests on to other servers. | Where \`ProxyPass\` covers the URL of an application, mod_wsgi here does not get the request.
    proxy_http: Passes requests on over HTTP. | It stands in front of a mod_wsgi-express on its own port.
    proxy_uwsgi: Passes requests on to uWSGI, another server for Python.
    proxy_wstunnel: Passes WebSocket connections on, which WSGI lacks.
    dumpio: Writes all traffic to the error log.
    status: A page on what Apache is doing. | It leaves out the daemon processes of mod_wsgi.
    info: A page on how Apache is configured.
  `, {}),

  ...table(`
    include: Fills in marked places in pages (SSI).
    ext_filter: Sends answers through another program.
    expires: Tells browsers how long to keep an answer.
    deflate: Compresses answers (gzip).
    brotli: Compresses answers (Brotli).
    substitute: Replaces text in answers.
    sed: Edits requests and answers with sed.
    data: Turns answers into \`data:\` URLs.
    buffer: Collects data into larger pieces.
    ratelimit: Slows answers down.
    charset_lite: Translates character sets.
    xml2enc: Finds the character set of pages.
    proxy_html: Changes links in pages of other servers.
    cache: Keeps answers and gives them out again.
    cache_disk: Keeps answers on disk.
    cache_socache: Keeps answers in shared memory.
  `, { more: 'It touches an application only where the configuration asks for it.' }),

  ...table(`
    systemd: Tells systemd how Apache fares.
    watchdog: Runs tasks of other modules at regular times.
    macro: Reuses pieces of configuration.
    authz_owner: \`Require\` by owner of the file.
    authz_dbm: \`Require\` by groups from a DBM file.
    authz_dbd: \`Require\` by groups from SQL.
    authn_file: Passwords from a text file.
    authn_anon: Lets guests in, as old FTP servers did.
    authn_dbm: Passwords from a DBM file.
    authn_dbd: Passwords from SQL.
    authn_socache: Remembers checked passwords.
    authnz_ldap: Passwords and groups from LDAP.
    authnz_fcgi: Asks a FastCGI program who may come in.
    auth_form: A login by a form.
    vhost_alias: Maps host names to directories by a pattern.
    userdir: Maps \`/~name\` to home directories.
    speling: Forgives misspelt URLs of files.
    dir: Completes URLs of directories.
    actions: Runs a CGI program for types of files.
    imagemap: Old clickable images.
    mime_magic: Guesses the type of a file from its content.
    asis: Sends files with headers of their own.
    autoindex: Lists the files of a directory.
    suexec: Runs CGI programs as other users.
    isapi: Runs ISAPI extensions on Windows.
    filter: Chooses filters by type.
    request: Keeps request bodies for several modules.
    reflector: Sends a request back through filters.
    unique_id: Gives each request an identifier.
    usertrack: Follows visitors with a cookie.
    cern_meta: Reads headers from files, in an old way.
    ident: Asks the client for its user, in an old way.
    md: Fetches certificates, as of Let's Encrypt.
    nwssl: Encryption on NetWare.
    proxy_http2: Passes requests on over HTTP/2.
    proxy_fcgi: Passes requests on to FastCGI, such as PHP-FPM.
    proxy_scgi: Passes requests on to SCGI.
    proxy_ajp: Passes requests on to Java, such as Tomcat.
    proxy_connect: Lets clients tunnel through.
    proxy_ftp: Fetches files over FTP.
    proxy_express: Passes requests on by a list of hosts.
    proxy_fdpass: Hands connections to another process.
    proxy_balancer: Spreads requests over servers.
    proxy_hcheck: Checks whether servers are alive.
    lbmethod_byrequests: Spreads requests by number.
    lbmethod_bytraffic: Spreads requests by bytes.
    lbmethod_bybusyness: Prefers the least busy server.
    lbmethod_heartbeat: Spreads requests by reports of the servers.
    heartbeat: Reports how busy this server is.
    heartmonitor: Collects reports of other servers.
    file_cache: Keeps listed files open or in memory.
    socache_shmcb: Shared notes in memory, as of TLS sessions.
    socache_dbm: Shared notes in a DBM file.
    socache_memcache: Shared notes in memcached.
    socache_redis: Shared notes in Redis.
    socache_dc: Shared notes in distcache.
    slotmem_shm: Shared memory for other modules.
    slotmem_plain: Memory for other modules.
    session: Sessions of Apache's own logins.
    session_cookie: Keeps Apache's sessions in a cookie.
    session_crypto: Encrypts Apache's sessions.
    session_dbd: Keeps Apache's sessions in SQL.
    dbd: SQL connections for other modules.
    ldap: LDAP connections for other modules.
    dav: Lets clients edit files (WebDAV).
    dav_fs: Files for \`mod_dav\`.
    dav_lock: Locks for \`mod_dav\`.
    log_config: Writes the access log.
    logio: Counts bytes for the log.
    log_debug: Writes more to the error log.
    log_forensic: Logs requests before and after.
    echo: An example: sends back what it receives.
    dialup: Sends files at the speed of an old modem.
    example_hooks: An example for authors of modules.
  `, { more: 'No effect on mod_wsgi.' }),

  // Without a page in the manual
  ...table(`
    win32: What Apache needs on Windows.
    netware: What Apache needs on NetWare.
    bucketeer case_filter case_filter_in: A filter for testing.
    example_ipc optional_fn_export optional_fn_import optional_hook_export optional_hook_import: An example for authors of modules.
  `, { more: 'No effect on mod_wsgi.', docs: [] }),
}

export const modulesOf24: Readonly<Record<string, Distributed>> = Object.fromEntries(
  Object.entries(written).map(([name, row]) => [
    name,
    { docs: [`httpd:mod/${pages[name] ?? `mod_${name}`}`, ...(guides[name] ?? [])], ...(files[name] === undefined ? {} : { file: `${files[name]}.c` }), ...row },
  ]),
)
