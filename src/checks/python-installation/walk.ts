import type { Walk } from '../check.ts'

export const walk: Walk = {
  expect: 'One line: the directory that this Python calls `sys.prefix`.',
  answers: [
    { see: 'the directory of a virtual environment', means: 'This is the value for `WSGIPythonHome` or `python-home=`, if the environment was made with the Python of the library.' },
    { see: '`/usr` or `/usr/local`', means: 'The Python of the system, or one that was built by hand.' },
    { see: 'another directory than the library stands in', means: 'The shell has another Python than Apache. That alone is no fault.' },
  ],
}
