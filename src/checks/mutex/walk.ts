import type { Walk } from '../check.ts'

export const walk: Walk = {
  expect: 'An error message on purpose that ends in a list of names. Nothing is changed. Ask for it only where requests stall.',
  answers: [
    { see: 'a list of names such as `fcntl`, `sysvsem`, `pthread`', means: 'These are the locks to choose from.' },
    { see: "`Invalid command 'WSGIAcceptMutex'`", means: 'mod_wsgi is not loaded in this configuration, or this is Windows.' },
    { see: '`Syntax OK`', means: 'The option `-c` was lost on the way, as some wrappers do; call the program itself.' },
  ],
}
