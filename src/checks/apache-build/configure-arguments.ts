/**
 * What the arguments in `config.nice` ask of Apache's `configure`, by their names without leading dashes, and the variables set before it.
 * From httpd configure.in and docs/manual/programs/configure.xml (2.4.x), apr configure.in.
 */

import type { Meaning } from '../../core/prose.ts'
import { modules } from '../apache-modules/modules.ts'
import { table } from '../apache-modules/modules-2.4.ts'

const build = 'user-guides/checking-your-installation#apache-build-information'
const manual = (section: string) => ({ docs: [build, `httpd:programs/configure${section}`] })

const configureArguments: Readonly<Record<string, Meaning>> = {
  ...table(`
    prefix: The directory below which Apache is installed. | Normally \`HTTPD_ROOT\` of \`httpd -V\`, unless \`--enable-layout\` says otherwise.
    exec-prefix: The directory below which programs and libraries are, where not \`--prefix\`.
    enable-layout: Chooses ready-made directories, such as those of Debian or Fedora.
    sysconfdir: The directory of the configuration.
    bindir: The directory of programs for users.
    sbindir: The directory of the Apache program.
    libdir: The directory of libraries.
    libexecdir: The directory of modules, and so of \`mod_wsgi.so\`.
    includedir: The directory of header files, with which mod_wsgi is compiled.
    localstatedir runstatedir: The directory of files of a running Apache.
    with-installbuilddir: The directory of this file.
  `, manual('#installationdirectories')),
  ...table(`
    with-mpm: Chooses the MPM, which decides over threads of mod_wsgi in embedded mode. | Alone, it builds that MPM in for good; with \`--enable-mpms-shared\` it names the one of the default configuration.
    enable-mpms-shared: Builds MPMs as modules; the configuration chooses one. | \`httpd -M\` shows it as \`shared\`, \`httpd -l\` does not.
  `, manual('#mpms')),
  ...table(`
    with-apr with-apr-util: Where APR is, the library below Apache; mod_wsgi uses the same copy.
    with-included-apr: Builds the APR in Apache's source. | Build mod_wsgi with its \`apxs\`.
    with-ssl: Where OpenSSL is. | If Python brings another copy, \`import ssl\` may fail or Apache crash.
    with-expat: Where expat is, which reads XML. | Python uses it too; incompatible copies crash.
  `, manual('#packages')),
  ...table(`
    enable-so enable-dso: Lets Apache load modules, mod_wsgi among them; on by default.
    disable-so disable-dso: Takes \`LoadModule\` away, so \`mod_wsgi.so\` cannot be used.
    enable-modules enable-mods-shared: Modules to build as files, which the configuration may load.
    enable-mods-static: Modules to build in. | \`httpd -l\` shows them; a \`LoadModule\` line for one is an error.
    enable-load-all-modules: The default configuration loads all modules.
  `, manual('#choosemodules')),
  ...table(`
    build host target: The kind of machine.
    disable-threads: Leaves threads out of APR; mod_wsgi needs them.
    disable-other-child: Leaves mod_wsgi without daemon mode.
    enable-v4-mapped: IPv6 sockets also take IPv4 callers.
    disable-v4-mapped: IPv6 sockets take no IPv4 callers.
    with-port: The port in the default configuration.
    with-program-name: The name of the Apache program; \`apache2\` on Debian.
    enable-nonportable-atomics: Uses instructions that older processors lack.
    enable-suexec: Builds suexec, which runs CGI programs as other users; mod_wsgi does not use it.
  `, manual('')),
  ...table(`
    CC: The C compiler.
    CFLAGS CPPFLAGS: Options for the compiler; apxs hands them on to mod_wsgi.
    LDFLAGS: Options for the linker; a \`-rpath\` tells where Apache looks for libraries.
    LIBS: Libraries to link.
    PKG_CONFIG PKG_CONFIG_PATH PCRE_CONFIG: Tells where libraries are.
  `, manual('#env')),
}

const forms: Readonly<Record<string, (thing: string) => string>> = {
  enable: (thing) => `Builds the module or feature \`${thing}\`.`,
  disable: (thing) => `Leaves out the module or feature \`${thing}\`.`,
  with: (thing) => `Uses \`${thing}\`, or says where or what it is.`,
  without: (thing) => `Does without \`${thing}\`.`,
}

/** The meaning of an argument by its name without dashes and value, also where it only follows the general form. */
export const argumentMeaning = (name: string): Meaning | undefined => {
  if (Object.hasOwn(configureArguments, name)) return configureArguments[name]
  const [, verb = '', thing = ''] = /^(enable|disable|with|without)-(.+)$/.exec(name) ?? []
  const says = forms[verb]?.(thing)
  if (says === undefined) return undefined
  const module = thing.replaceAll('-', '_')
  const more = /able/.test(verb) && Object.hasOwn(modules, module) ? modules[module]?.says : undefined
  return { says, ...(more === undefined ? {} : { more }), ...manual('#choosemodules') }
}
