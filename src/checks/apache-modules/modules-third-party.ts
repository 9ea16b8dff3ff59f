/**
 * Modules that do not come with Apache but are often seen beside it. Names as their own `LoadModule` lines have them.
 * From the packages of Debian, Red Hat and cPanel, the documentation of each project, and mod_wsgi docs/user-guides.
 */

import type { Meaning } from '../../core/prose.ts'
import { table } from './modules-2.4.ts'

const conflicts = 'user-guides/installation-issues#anaconda-python-conflicting-with-system-shared-libraries'

export const modulesOfOthers: Readonly<Record<string, Meaning>> = {
  ...table('wsgi: mod_wsgi itself: runs Python web applications. | Without it no WSGI line of the configuration works.', { docs: ['user-guides/checking-your-installation#apache-modules-loaded'] }),
  ...table('python: mod_python, the older way to run Python in Apache. | mod_wsgi 4 and 5 refuse to start beside it, and mod_wsgi 6 has no support for it left. Remove its `LoadModule` line.', { docs: ['release-notes/version-6.0.0'] }),

  ...table(`
    php php8 php7 php5 php4: PHP inside Apache.
  `, {
    more: 'Unless built for threads, it forces prefork, which makes embedded mode of mod_wsgi single-threaded. In embedded mode its libraries share the process with Python; if they clash, processes crash. '
      + 'Daemon mode, or PHP-FPM, keeps the two apart.',
    docs: [conflicts, 'user-guides/processes-and-threading#the-unix-prefork-mpm'],
  }),
  ...table(`
    perl: Perl inside Apache. | In embedded mode its libraries share the process with Python; if they clash, processes crash. Daemon mode keeps the two apart.
    ruby: Ruby inside Apache.
    R r: The statistics language R inside Apache.
    rivet: Tcl inside Apache.
    parser3: Parser 3 inside Apache.
    neko: Neko inside Apache.
    netcgi_apache: OCaml inside Apache.
  `, { more: 'In embedded mode it shares the process with Python.', docs: [conflicts] }),

  ...table(`
    passenger: Passenger: runs Ruby, Node.js and Python. | Where \`PassengerEnabled\` covers the URL of an application, mod_wsgi does not get the request.
    uwsgi: Passes requests on to uWSGI, another server for Python.
    security2 security3: ModSecurity, a web application firewall. | It can refuse requests (403 and others) or hold back bodies; the error log names the rule.
    pagespeed: Rewrites pages, also those of applications.
    intercept_form_submit: Checks an application's login form through PAM.
    nss: Encryption (https) with NSS.
  `, {}),

  ...table(`
    ruid2: Switches the user for each request.
    mpm_itk: Runs virtual hosts as their own users, on top of prefork.
    mpm_peruser: Process model with a user for each virtual host.
  `, {
    more: 'In embedded mode the application runs as changing users. Daemon mode needs `socket-user=` of `WSGIDaemonProcess`.',
    docs: ['configuration-directives/WSGIDaemonProcess', 'user-guides/embedded-and-daemon-mode#the-socket-plumbing'],
  }),

  ...table(`
    evasive20 evasive24: Blocks addresses with very many requests.
    qos: Limits requests by importance and load.
    antiloris: Blocks clients that hold connections open.
    limitipconn: Limits connections of an address.
    hostinglimits: Limits customers, on CloudLinux.
    cband: Limits bandwidth and requests.
  `, { more: 'It may refuse requests before they reach an application.' }),

  ...table(`
    rpaf: Takes the client's address from a proxy's header; now \`mod_remoteip\`.
    cloudflare: Takes the client's address from Cloudflare's headers.
  `, { more: 'The application sees it as `REMOTE_ADDR`.', docs: ['user-guides/running-behind-a-reverse-proxy'] }),

  ...table(`
    geoip maxminddb: Finds the country of an address.
    lookup_identity: Looks up mail and groups of a user.
  `, { more: 'An application finds it in the WSGI environment.' }),

  ...table(`
    auth_openidc: Login through OpenID Connect, as of Google or Keycloak.
    oauth2: Access by OAuth 2 tokens.
    auth_mellon: Login through SAML 2.
    mod_shib shib: Login through Shibboleth (SAML).
    auth_cas: Login through CAS.
    auth_gssapi auth_kerb: Login through Kerberos.
    auth_ntlm_winbind authnz_sspi sspi_auth: Login through Windows.
    auth_mysql mysql_auth: Passwords from MySQL.
    auth_pgsql: Passwords from PostgreSQL.
    auth_pubtkt auth_tkt: Login by a signed cookie.
    auth_plain: Passwords from a plain text file.
    authn_yubikey: Login with a YubiKey.
    authn_otp: Login with one-time passwords.
    authn_sasl: Passwords through SASL.
    authnz_external: Asks another program who may come in.
    authnz_pam: Asks PAM, the system's own login.
  `, { more: 'An application finds the user in `REMOTE_USER`.', docs: ['user-guides/access-control-mechanisms'] }),

  ...table('xsendfile: Sends the file that an application names in `X-Sendfile`. | Works with mod_wsgi.', { docs: ['user-guides/delegating-file-serving'] }),
  ...table('hfs_apple: Guards file systems of macOS that ignore capitals. | This is the Apache of macOS itself; Homebrew\'s is the better one for mod_wsgi.', { docs: ['user-guides/installation-on-macosx'] }),

  ...table(`
    embperl: Perl in web pages.
    apreq: Reads forms and cookies for Perl.
    lisp: Passes requests on to Lisp.
    mono: ASP.NET through Mono.
    aspdotnet: ASP.NET on Windows.
    fcgid: Runs FastCGI programs, often PHP.
    fastcgi: Runs FastCGI programs, an older module.
    scgi: Passes requests on to SCGI.
    lsapi: Runs PHP through LiteSpeed's interface.
    jk: Passes requests on to Tomcat.
    weblogic: Passes requests on to WebLogic.
    proxy_cluster: Passes requests on to Java servers (mod_cluster).
    manager advertise cluster_slotmem: A part of mod_cluster.
    suphp: Runs PHP as the owner of the file.
    apparmor: Changes AppArmor rules for parts of a site.
    chroot: Locks Apache into one directory.
    bw: Limits bandwidth.
    bwlimited: Limits bandwidth, on cPanel.
    dnssd bonjour rendezvous_apple: Announces sites on the local network.
    authz_unixgroup: \`Require\` by groups of the system.
    xforward: Passes requests on to the URL in a header.
    upload_progress: Shows progress of uploads.
    removeip: Hides clients' addresses from the logs.
    encoding: File names in other character sets, for WebDAV.
    mime_xattr: Types of files from their attributes.
    xslt: Turns XML into pages.
    form: Reads forms for other modules.
    h264_streaming: Sends parts of videos.
    musicindex: Lists directories of music.
    tile: Sends map tiles.
    mapcache: Keeps map tiles.
    dav_svn: Subversion repositories.
    authz_svn: Access to Subversion.
    dontdothat: Refuses heavy use of Subversion.
    spdy: SPDY, the forerunner of HTTP/2.
    ibm_ssl: Encryption (https) in IBM HTTP Server.
    vhost_ldap: Virtual hosts from LDAP.
    ldap_userdir: Home directories from LDAP.
    log_sql: Writes the access log to SQL.
    log_slow: Logs slow requests.
    watchcat: Watches for processes that hang.
    apple_digest: Digest logins of Mac OS X Server.
  `, { more: 'No effect on mod_wsgi.' }),
}
