import type { Check } from '../check.ts'
import { httpdL } from './httpd-l.ts'
import { httpdM } from './httpd-M.ts'
import { walk } from './walk.ts'

export const apacheModules: Check = {
  id: 'apache-modules',
  title: 'Apache modules',
  guide: 'user-guides/checking-your-installation#apache-modules-loaded',
  why: 'Which modules are part of the program and which the configuration loads. `wsgi_module` must be among them, exactly one MPM, and nothing that quarrels with Python.',
  commands: [
    { output: 'httpd-M', gives: 'every module of the present configuration, and whether `wsgi_module` is among them', run: '{httpd} -M' },
    { output: 'httpd-l', gives: 'the modules that are built into the program, even where the configuration is broken', run: '{httpd} -l' },
  ],
  walk,
  outputs: [httpdL, httpdM],
}
