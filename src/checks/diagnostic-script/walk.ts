import type { Walk } from '../check.ts'

export const walk: Walk = {
  expect: 'Seven lines, each a name, an equals sign and a value.',
  answers: [
    { see: "`process_group = ''`", means: 'Embedded mode: the application runs in Apache’s own processes.' },
    { see: '`process_group` with a name', means: 'Daemon mode: `WSGIDaemonProcess` decides on threads and processes.' },
    { see: "`application_group = ''`", means: 'The main interpreter, the safe choice for packages with compiled parts.' },
    { see: 'an error page of Apache', means: 'The status tells: 403 access, 404 the address, 500 look into the error log.' },
    { see: 'the text of the script itself', means: 'mod_wsgi does not handle this address.' },
  ],
}
