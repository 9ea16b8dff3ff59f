import { libpython } from '../checks/facts/libpython.ts'
import { foreignPython, lacksPython } from '../checks/facts/linking.ts'
import { loadFailure } from '../checks/facts/log.ts'
import { wsgiStatic } from '../checks/facts/mpm.ts'
import { answered } from '../checks/facts/python.ts'
import { command } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { ldd } from '../checks/python-library/ldd.ts'
import { every, optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

const rebuild = 'build a Python with `--enable-shared` (with pyenv: `PYTHON_CONFIGURE_OPTS="--enable-shared" pyenv install …`) or take the distribution’s, then rebuild mod_wsgi with it.'

export const rule = defineRule({
  title: 'mod_wsgi takes Python from a shared library',
  fault: 'mod_wsgi does not use a shared Python library',
  severity: 'risky',
  plain: 'mod_wsgi seems to carry its own copy of Python, which takes memory and misses updates.',
  why: 'A Python that is compiled into `mod_wsgi.so` works, but each Apache process then holds its own copy, fixes of Python reach the server only with a rebuild, and packages with compiled parts may bring a second Python into the process. The missing line tells, the size only supports it: the guide’s limit of 1 MB no longer holds, as mod_wsgi 6 built from source has about 1.6 MB with a shared Python, 8 to 10 MB with a static one.',
  speaks: 'A whole list of libraries without a line for Python.',
  docs: ['user-guides/checking-your-installation#python-shared-library', 'user-guides/installation-issues#lack-of-python-shared-library'],
  needs: {
    linked: optional(libpython), listing: lacksPython, foreign: optional(foreignPython), size: optional(ldd.fields.size), builtIn: optional(wsgiStatic),
    missing: optional(every(ldd.fields.undefinedSymbol)), failure: optional(loadFailure), answer: optional(answered), where: optional(platform),
  },
  next: ['config', 'diagnostic'],
  examine({ linked, listing, foreign, size, builtIn, missing, failure, answer, where }) {
    if (linked || !listing.value.lacks) return undefined
    // mod_wsgi inside httpd has no file of its own to look at; wsgi-module-static speaks.
    if (builtIn?.value) return undefined
    // Missing Py… symbols mean that Python is in no place at all; libpython-not-linked speaks.
    if (missing?.some(field => /^_?Py/.test(field.value)) || /(?:undefined symbol|Symbol not found): _{0,2}Py/.test(failure?.value.reason ?? '')) return undefined
    // A `LoadFile` line brings the library into the process, where a listing of this file cannot show it.
    if (foreign && !(size && size.value >= 4e6)) return undefined
    const evidence = [...listing.evidence, ...(size ? [size] : [])]
    const verify = `\`${command('ldd', where)}\` must show a line with \`libpython3\`.`
    if (listing.value.httpd)
      return { severity: 'notable', says: 'This list has no Python line, but libraries that belong to `httpd` itself. It is probably that of the program, not of `mod_wsgi.so`.', evidence, verify: `Ask about the file that \`LoadModule wsgi_module\` names: \`${command('ldd', where)}\`.` }
    if (size && size.value < 4e6)
      return { severity: 'notable', says: `The list has no Python line, and the file has only ${code(size)} bytes, too few for a Python inside. Is it really the \`mod_wsgi.so\` that Apache loads?`, evidence, verify }
    // Where `ldd -r` misses symbols of Apache only, those of Python are inside.
    if (size || listing.value.pythonsOwn || missing || answer)
      return {
        severity: 'risky',
        says: `The list is whole and has no Python line${size ? `, and the file has ${code(size)} bytes` : ''}: Python ${size ? 'is' : 'seems to be'} compiled into \`mod_wsgi.so\`.`,
        evidence,
        fix: `It may stay so while it works. To change it, ${rebuild}`,
        verify,
      }
    return {
      severity: 'risky',
      says: 'The list is whole and has no Python line: either Python is compiled into `mod_wsgi.so`, or it was forgotten when the file was linked.',
      evidence,
      fix: `To repair it, ${rebuild}`,
      verify: `Look at \`ls -lL\` of the file: about 8 MB and more means that Python is inside.${listing.evidence[0]?.output === 'otool' ? '' : ' `ldd -r` of it shows `undefined symbol: Py…` where it was forgotten.'}`,
    }
  },
})
