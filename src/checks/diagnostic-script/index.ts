import type { Check } from '../check.ts'
import { diagnostic } from './diagnostic.ts'
import { walk } from './walk.ts'

export const diagnosticScript: Check = {
  id: 'diagnostic-script',
  title: 'Diagnostic script',
  guide: 'user-guides/checking-your-installation#diagnostic-wsgi-script',
  why: 'What an application really meets inside the server: its mode, its interpreter, threads and processes, and which Python. No other check shows this. Take the script down again afterwards.',
  commands: [{ output: 'diagnostic', gives: 'the page of the script, once it is mounted as shown below', run: 'curl -s http://localhost/wsgi-checkup', on: { windows: 'curl.exe -s http://localhost/wsgi-checkup' } }],
  walk,
  outputs: [diagnostic],
}
