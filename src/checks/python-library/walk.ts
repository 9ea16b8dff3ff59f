import type { Walk } from '../check.ts'

export const walk: Walk = {
  expect: 'A line for each library. The one that counts begins with `libpython`, or ends in `/Python` on a Mac.',
  answers: [
    { see: '`libpython3.X.so… => /a/path`', means: 'This file is the Python that runs in Apache, unless the service has another environment than this shell.' },
    { see: '`libpython3.X.so… => not found`', means: 'Apache cannot load the module, for the loader does not know where its Python is.' },
    { see: 'no line with `libpython` in a whole list', means: 'Python is built into the module, or the file is not `mod_wsgi.so`.' },
    { see: '`not a dynamic executable`, `No such file`', means: 'The path is not that of the `LoadModule` line.' },
  ],
}
