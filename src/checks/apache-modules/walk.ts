import type { Walk } from '../check.ts'

export const walk: Walk = {
  expect: 'The heading `Loaded Modules:`, then some thirty names, each `(static)` or `(shared)`.',
  answers: [
    { see: '`wsgi_module (shared)` is among them', means: 'mod_wsgi is loaded by the configuration that this program reads.' },
    { see: '`wsgi_module` is not among them', means: 'It is not loaded: the line is missing, switched off, or stands in a configuration that another Apache reads.' },
    { see: '`Cannot load …` in place of a list', means: 'Apache does not start either. The words behind it are the reason.' },
    { see: 'two MPMs, or none', means: 'Apache refuses to start so.' },
  ],
}
