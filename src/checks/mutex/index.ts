import type { Check } from '../check.ts'
import { mutex } from './mutex.ts'
import { walk } from './walk.ts'

export const mutexCheck: Check = {
  id: 'mutex',
  title: 'Mutex',
  guide: 'user-guides/checking-your-installation#cross-process-mutex',
  why: 'Apache’s children and mod_wsgi’s daemon processes take turns by locks between processes. It matters only when requests stall between processes; then the kinds of lock on offer are worth knowing. An invalid value brings the list out: these commands change no file.',
  commands: [
    { output: 'mutex', gives: 'the kinds of lock that Apache’s `Mutex` offers here, as an error message', run: '{httpd} -t -c "Mutex xxx"' },
    { output: 'mutex', gives: 'the kinds that mod_wsgi’s `WSGIAcceptMutex` offers; mod_wsgi must be loaded', run: '{httpd} -t -c "WSGIAcceptMutex xxx"', notOn: { windows: 'mod_wsgi has no daemon mode on Windows, so the directive does not exist there.' } },
  ],
  walk,
  outputs: [mutex],
}
