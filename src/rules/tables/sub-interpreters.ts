import { mainInterpreter } from './main-interpreter.ts'
import { signatures } from './signature.ts'

const interpreters = 'user-guides/application-issues#multiple-python-sub-interpreters'
const extensions = 'user-guides/configuration-issues#wsgiapplicationgroup-and-c-extension-modules'
const verify = 'The page of the diagnostic script shows `mod_wsgi.application_group = \'\'`, and the address is answered.'
const plain = 'A package of the application works in one place of Python only, and runs in another.'

export const rules = signatures({
  'r12-own-gil': {
    title: 'Packages load in the interpreter that they are in',
    fault: 'A package does not load in a sub-interpreter',
    severity: 'broken',
    plain,
    why: 'From 3.12 on, Python refuses a compiled module in a sub-interpreter with a lock of its own, unless the module declares that it can do with that.',
    docs: ['user-guides/gil-modes-and-free-threading#per-interpreter-gil-hard-import-failure', extensions],
    shows: /module '?([\w.]+)'? does not support loading in subinterpreters|does not support loading in subinterpreters/,
    like: 'ImportError: module numpy.core._multiarray_umath does not support loading in subinterpreters',
    says: 'Python refuses a module in a sub-interpreter: {message}.',
    fix: `${mainInterpreter} Or take out \`WSGIPerInterpreterGIL On\`.`,
    verify,
    because: ['gil-per-interpreter', 'app-group-subinterpreter'],
    next: ['diagnostic', 'config'],
  },
  'r13-pyo3': {
    title: 'Packages written in Rust load',
    fault: 'A package written in Rust does not load in a sub-interpreter',
    severity: 'broken',
    plain,
    why: 'Packages made with PyO3, such as pydantic-core, cryptography or orjson, refuse sub-interpreters, or a second interpreter in one process. mod_wsgi runs applications in a sub-interpreter unless told otherwise, in daemon mode too.',
    docs: [extensions, interpreters],
    shows: /PyO3 modules (?:do not yet support subinterpreters|may only be initialized once per interpreter process)/,
    like: 'ImportError: PyO3 modules do not yet support subinterpreters, see https://github.com/PyO3/pyo3/issues/576',
    says: 'A package made with PyO3 refuses this interpreter: {message}.',
    fix: mainInterpreter,
    verify,
    because: ['app-group-subinterpreter'],
    next: ['diagnostic', 'config'],
  },
  'r14-interpreter-change': {
    title: 'Packages made with Cython load in one interpreter',
    fault: 'A package made with Cython was loaded in a second interpreter',
    severity: 'broken',
    plain,
    why: 'Such a package can be loaded by one interpreter of a process only. Here, one application has it already, and another one in the same process asks for it.',
    docs: [extensions, interpreters],
    shows: /Interpreter change detected/,
    like: 'ImportError: Interpreter change detected - this module can only be loaded into one interpreter per process.',
    says: 'A package was loaded in a second interpreter of a process: {message}.',
    fix: mainInterpreter,
    verify,
    because: ['app-group-subinterpreter'],
    next: ['diagnostic', 'config'],
  },
  'r15-no-threads-here': {
    title: 'The application starts nothing that its interpreter forbids',
    fault: 'The application starts a process or thread that a sub-interpreter forbids',
    severity: 'broken',
    plain,
    why: 'Newer Pythons allow `fork` and daemon threads in the main interpreter only.',
    docs: [interpreters, 'configuration-directives/WSGIApplicationGroup'],
    shows: /\b(?:fork|threads?|exec)\b.{0,40}not (?:supported|allowed).{0,40}\b(?:for|in) (?:isolated )?subinterpreters/,
    like: 'RuntimeError: daemon threads are not supported in subinterpreters',
    says: 'Python refuses this in a sub-interpreter: {message}.',
    fix: mainInterpreter,
    verify,
    because: ['app-group-subinterpreter'],
    next: ['diagnostic', 'config'],
  },
})
