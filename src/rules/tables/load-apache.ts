import type { Message } from '../../checks/facts/messages.ts'
import { code } from '../../core/say.ts'
import { signatures, tested } from './signature.ts'

const loadModule = 'httpd:mod/mod_so#loadmodule'

/** `AP22` and `AP24` as a number: expected signature 41503234 but saw 41503232 (httpd modules/core/mod_so.c:290). */
const generations: Readonly<Record<string, string>> = { 41503230: '2.0', 41503232: '2.2', 41503234: '2.4' }

function otherApache({ text }: Message): string {
  const generation = generations[/\bsaw (\d{8})\b/.exec(text)?.[1] ?? '']
  if (generation !== undefined) return `The file was built for Apache ${generation}, and this is another generation.`
  const [, found, need] = /\(found (\d+), need (\d+)\)/.exec(text) ?? []
  if (found === undefined || need === undefined) return 'The file was built for another generation of Apache, or is no module.'
  return `The module has the interface ${code(found)}, this Apache has ${code(need)}: the module is the ${found < need ? 'older' : 'newer'} of the two.`
}

/** What Apache says of a module that the loader took, or that it will not even try. */
export const rules = signatures({
  'l11-module-name-wrong': {
    title: '`LoadModule` names what is in the file',
    fault: '`LoadModule` names something that is not in the file',
    severity: 'broken',
    plain: 'Apache does not start, because a line names the wrong module or the wrong file.',
    why: 'The first word behind `LoadModule` is the name of a structure inside the file. For mod_wsgi it is always `wsgi_module`, whatever the file is called.',
    docs: [loadModule],
    shows: /Can't locate API module structure \W?([\w-]+)\W? in file/,
    like: "Can't locate API module structure `mod_wsgi' in file /etc/httpd/modules/mod_wsgi.so: /etc/httpd/modules/mod_wsgi.so: undefined symbol: mod_wsgi",
    says: ({ text }) => {
      const file = / in file (\S.*?):(?:\s|$)/.exec(text)?.[1]
      return `There is no {name} in ${file === undefined ? 'the file' : code(file)}{at}.`
    },
    fix: ({ text }) => (/structure \W?wsgi_module\b/.test(text) ? 'Correct the path: the file is another module, or no module.' : 'For mod_wsgi write `LoadModule wsgi_module` and the path.'),
    verify: tested,
    atStart: true,
    next: ['config'],
  },
  'l12-other-apache-generation': {
    title: 'The module was built for this Apache',
    fault: 'The module was built for another Apache',
    severity: 'broken',
    plain: 'Apache does not start, because mod_wsgi was made for another generation of it.',
    why: 'A module carries the number of the interface that it was compiled for. Apache refuses one of another generation, such as 2.2 in 2.4, and one that is newer than itself.',
    docs: ['requirements#apache-http-server', 'user-guides/installation-from-pypi'],
    shows: /API module structure .{0,300}garbled|Module "(\w+\.c)" is not compatible with this version of Apache/,
    like: 'Module "mod_wsgi.c" is not compatible with this version of Apache (found 20051115, need 20120211).',
    says: otherApache,
    fix: 'Build mod_wsgi anew with the `apxs` of this Apache, or install the package made for it.',
    verify: tested,
    because: ['mmn-release', 'apxs-version', 'httpd-root-vs-apxs'],
    atStart: true,
    next: ['httpd-V', 'apxs'],
  },
  'l13-module-built-in': {
    title: '`LoadModule` loads nothing that is built in',
    fault: 'mod_wsgi is built in and loaded as well',
    severity: 'broken',
    plain: 'Apache does not start, because it already contains what it is told to load.',
    why: 'This `httpd` was compiled with mod_wsgi inside. A module that is built in cannot be loaded a second time.',
    docs: [loadModule],
    shows: /module (wsgi_module) is built-in and can.t be loaded/,
    like: "module wsgi_module is built-in and can't be loaded",
    says: 'A `LoadModule` line loads {name}, which is part of this `httpd`{at}.',
    fix: 'Take the `LoadModule wsgi_module` line out.',
    verify: '`{httpd} -M` lists `wsgi_module (static)`.',
    because: ['wsgi-module-static'],
    atStart: true,
    next: ['httpd-l', 'config'],
  },
  'l14-module-already-loaded': {
    title: 'Each module is loaded once',
    fault: 'A module is loaded by two lines',
    severity: 'notable',
    plain: 'Apache works, but one of two lines has no effect.',
    why: 'For each module name the first `LoadModule` line counts. The warning comes at each start, and does not keep Apache from starting.',
    docs: [loadModule],
    shows: /\bmodule (\w+) is already loaded, skipping/,
    like: 'AH01574: module wsgi_module is already loaded, skipping',
    says: 'Apache passes over a second line for {name}.',
    verify: '`{httpd} -t` prints no such line.',
    because: ['wsgi-module-duplicate'],
  },
  'l25-mod-python': {
    title: 'mod_python is not loaded beside mod_wsgi',
    fault: 'mod_python is loaded beside mod_wsgi',
    severity: 'broken',
    plain: 'Apache does not start, because two modules would each bring a Python.',
    why: 'mod_wsgi 4 and 5 refuse to share Apache with mod_python. In 6 the test for it is gone, but not the reason.',
    docs: ['release-notes/version-6.0.0'],
    shows: /The mod_python module can not be used in conjunction with mod_wsgi/,
    like: 'The mod_python module can not be used in conjunction with mod_wsgi 4.0+. Remove the mod_python module from the Apache configuration.',
    says: 'mod_wsgi refuses to start beside mod_python.',
    fix: 'Take the line `LoadModule python_module` out, and the directives that begin with `Python`.',
    verify: '`{httpd} -M` does not list `python_module`.',
    because: ['module-conflicts'],
    atStart: true,
    next: ['httpd-M'],
  },
})
