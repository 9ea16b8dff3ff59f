/** The names that `apxs -q` answers to (httpd support/apxs.in and configure.in 2.4.x; what mod_wsgi asks for: its configure.ac and setup.py). */

import type { Meaning } from '../../core/prose.ts'
import { table } from '../apache-modules/modules-2.4.ts'

const shared = { docs: ['user-guides/checking-your-installation#apache-build-information', 'httpd:programs/apxs#options.query'] }

const apxsNames: Readonly<Record<string, Meaning>> = table(`
  installbuilddir: Directory of notes on the build, perhaps with \`config.nice\`.
  prefix PREFIX: Directory below which Apache is installed; empty on Debian.
  exec_prefix: Directory below which programs and libraries are.
  bindir BINDIR: Directory of programs for users.
  sbindir SBINDIR: Directory of the Apache program.
  progname PROGNAME TARGET target: Name of the Apache program, on Debian \`apache2\`.
  libexecdir LIBEXECDIR: Directory of modules; \`make install\` of mod_wsgi puts \`mod_wsgi.so\` here.
  sysconfdir SYSCONFDIR: Directory of the configuration.
  includedir INCLUDEDIR: Directory of header files; mod_wsgi is compiled with them.
  libdir LIBDIR: Directory of libraries, not of modules.
  datadir: Directory of data that never changes.
  runtimedir: Directory of files of a running Apache; also for mod_wsgi's sockets.
  HTTPD_VERSION: Version of Apache, to be that of \`httpd -V\`.
  HTTPD_MMN: Generation of modules that Apache loads.
  MPM_NAME: The MPM, in Apache 2.2 only.
  MPM_MODULES: The MPMs that were built.
  CC: C compiler, for mod_wsgi too.
  CFLAGS EXTRA_CFLAGS: Options for the C compiler, for mod_wsgi too.
  CPPFLAGS EXTRA_CPPFLAGS: Options for the preprocessor, for mod_wsgi too.
  LDFLAGS: Options for the linker.
  SHELL: Shell of the build.
  LIBTOOL SH_LIBTOOL: Links modules; without this file mod_wsgi cannot be built.
  APR_VERSION APU_VERSION: As "Compiled using" in \`httpd -V\`.
  APR_BINDIR APU_BINDIR: Directory of APR's programs.
  APR_CONFIG APU_CONFIG: Script for compiling with APR, which mod_wsgi's build runs.
`, shared)

const families: readonly (readonly [name: RegExp, says: string])[] = [
  [/^exp_/, 'The same directory as without `exp_`, written out.'],
  [/DIR$|dir$/, 'A directory of this Apache.'],
  [/FLAGS$/, 'Options for a compiler or linker.'],
  [/LIBS$|_LDADD$/, 'Libraries to link.'],
  [/INCLUDES$/, 'Directories with header files.'],
]

export const apxsNameMeaning = (name: string): Meaning | undefined => {
  if (Object.hasOwn(apxsNames, name)) return apxsNames[name]
  const says = families.find(([form]) => form.test(name))?.[1]
  return says === undefined ? undefined : { says, ...shared }
}
