import { onNone, type Check } from '../check.ts'
import { apxs } from './apxs.ts'
import { configNice } from './config-nice.ts'
import { httpdV } from './httpd-V.ts'
import { walk } from './walk.ts'

export const apacheBuild: Check = {
  id: 'apache-build',
  title: 'Apache build',
  guide: 'user-guides/checking-your-installation#apache-build-information',
  why: 'Which Apache this is and how it was built. Its MPM decides how many threads an application meets in embedded mode, its word size must be that of `mod_wsgi.so` and Python, and its paths tell who packaged it.',
  commands: [
    { output: 'httpd-V', gives: 'the release, the MPM, the libraries and the paths that Apache was built with', run: '{httpd} -V' },
    { output: 'apxs', gives: 'where the build files of this Apache are; `apxs` comes with its development package', run: '{apxs} -q installbuilddir', notOn: { windows: 'There is no `apxs` on Windows.' } },
    {
      output: 'config-nice',
      gives: 'the arguments of `configure`, where the build kept them',
      run: 'cat "$({apxs} -q installbuilddir)/config.nice"',
      on: { 'docker-httpd': 'docker exec NAME cat /usr/local/apache2/build/config.nice' },
      notOn: onNone(['debian', 'rhel', 'macos-system', 'windows'], 'There is no `config.nice`: it is not shipped here.'),
    },
  ],
  walk,
  outputs: [httpdV, configNice, apxs],
}
