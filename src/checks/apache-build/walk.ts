import type { Walk } from '../check.ts'

export const walk: Walk = {
  expect: 'A release, a list of libraries, the MPM with two lines beneath it, and some twenty settings that begin with `-D`.',
  answers: [
    { see: '`Server MPM:` with a name', means: 'The program could read its configuration. prefork has one thread in a process; worker and event have several.' },
    { see: '`Server MPM:` and nothing behind it', means: 'The configuration could not be read. The reason stands above the output; on Debian it mostly is that the wrapper `apache2ctl` was passed by.' },
    { see: '`command not found`', means: 'The program has another name or place here: try the full path that the process list shows.' },
    { see: 'an old release, 2.2 or 2.0', means: 'Present mod_wsgi cannot be built for it.' },
  ],
}
