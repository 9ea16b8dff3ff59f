import type { Check } from '../check.ts'
import { config } from './config.ts'

/** Lines of mod_wsgi and what decides where they hold. */
const wanted = '^\\s*(WSGI|LoadFile|LoadModule\\s+(wsgi|mpm|python|php)|</?(VirtualHost|Directory|Location|Files|If|WSGI)|ServerName|Require|Include|(Server|Thread)Limit|ThreadsPerChild|MaxRequestWorkers)'

export const apacheConfig: Check = {
  id: 'apache-config',
  title: 'Apache configuration',
  guide: 'configuration',
  why: 'Which `mod_wsgi.so` is loaded, which Python it is told to use, and which requests go to a daemon group. Many findings can only name their cause when the directives are known.',
  commands: [
    {
      output: 'config',
      gives: 'every line that concerns mod_wsgi, with what encloses it',
      run: `grep -rhsE '${wanted}' {conf}`,
      // -R follows the links of sites-enabled; what is not enabled does not count.
      on: { debian: `grep -RhsE '${wanted}' /etc/apache2/apache2.conf /etc/apache2/*-enabled`, windows: 'findstr /S /I /R "WSGI LoadFile VirtualHost Directory ServerName Require" C:\\Apache24\\conf\\*.conf' },
    },
    { output: 'config', gives: 'the virtual hosts, their names and ports, and where each is written', run: '{httpd} -S' },
    { output: 'config', gives: 'the lines that an installation with pip wants in the configuration', run: 'mod_wsgi-express module-config' },
  ],
  outputs: [config],
}
