import type { Check } from '../check.ts'
import { errorLogOutput } from './error-log.ts'
import { walk } from './walk.ts'

export const errorLog: Check = {
  id: 'error-log',
  title: 'Error log',
  guide: 'user-guides/debugging-techniques',
  why: 'Apache and mod_wsgi write down why they do not start and why a request fails. The last lines before the trouble say more than any other check; where Apache does not start at all, the messages on the terminal take their place.',
  commands: [
    {
      output: 'error-log',
      gives: 'the last lines of the main error log; ask for it right after the failure',
      run: 'sudo tail -n 200 {log}',
      on: { windows: 'powershell -c "Get-Content {log} -Tail 200"', 'docker-httpd': 'docker logs --tail 200 NAME' },
    },
    { output: 'error-log', gives: 'what Apache says about its configuration, where it does not start', run: 'sudo {httpd} -t', on: { windows: '{httpd} -t', 'docker-httpd': '{httpd} -t' } },
  ],
  walk,
  outputs: [errorLogOutput],
}
