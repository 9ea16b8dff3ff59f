import type { Check } from '../check.ts'
import { config } from './config.ts'

export const apacheConfig: Check = {
  id: 'apache-config',
  title: 'Apache configuration',
  guide: 'configuration',
  why: 'Which `mod_wsgi.so` is loaded, which Python it is told to use, and which requests go to a daemon group. Many findings can only name their cause when the directives are known.',
  commands: [
    {
      output: 'config',
      gives: 'every line that concerns mod_wsgi',
      run: 'grep -rhsE "^\\s*(WSGI|Load(Module|File)\\s.*(wsgi|python)|</?WSGI)" {conf}',
      on: { windows: 'findstr /S /I /R "WSGI LoadFile" C:\\Apache24\\conf\\*.conf' },
    },
    { output: 'config', gives: 'the lines that an installation with pip wants in the configuration', run: 'mod_wsgi-express module-config' },
  ],
  outputs: [config],
}
