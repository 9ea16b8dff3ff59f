import type { Walk } from '../check.ts'

export const walk: Walk = {
  expect: 'The last lines of the main log, from a little before the failure on; uncut, for the first of several errors is the one that counts.',
  answers: [
    { see: '`Cannot load …`', means: 'Apache cannot load a module; the loader’s words behind it say why.' },
    { see: "`No module named 'encodings'`", means: 'Python does not find its own library: the home that it was given is wrong or closed.' },
    { see: 'a traceback of Python', means: 'The application failed; its last line is the reason.' },
    { see: 'nothing at all at the time of the failure', means: 'The message went to the log of a virtual host, or `LogLevel` hides it.' },
  ],
}
