import { httpdM } from '../checks/apache-modules/httpd-M.ts'
import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { expectedBase } from '../checks/facts/libpython.ts'
import { messages, isOver } from '../checks/facts/messages.ts'
import { isConda, samePlace } from '../checks/facts/paths.ts'
import { pythonPlaces, running } from '../checks/facts/python-places.ts'
import { ldd } from '../checks/python-library/ldd.ts'
import { every, everything, optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

const apart = 'Give the application an Apache of its own, without the modules of the system (`mod_wsgi-express` starts one), or build mod_wsgi with a Python of the system or from python.org.'

/** 3.12.1 | packaged by conda-forge | (main, …), 3.9.7 (default, …) :: Anaconda, Inc. */
const packaged = /packaged by|Anaconda|Continuum/

const root = (path: string) => expectedBase(path) ?? path

export const rule = defineRule({
  title: 'Anaconda’s libraries do not meet those of the system',
  fault: 'Anaconda’s libraries meet those of the system in one process',
  severity: 'broken',
  plain: 'Two collections of libraries are mixed in one server process, which can crash it.',
  why: 'Anaconda and Miniconda bring their own OpenSSL, C++ runtime and more. In one process there is one copy of each library, whichever came first; what was compiled for the other copy then misses symbols or crashes.',
  speaks: 'A library, a base installation or a version line of Anaconda’s beside one that is not; `ssl_module` beside such a Python; or `OPENSSL_… not found`.',
  docs: ['user-guides/installation-issues#anaconda-python-conflicting-with-system-shared-libraries'],
  needs: { known: everything, places: pythonPlaces, version: optional(diagnostic.fields.versionText), modules: optional(every(httpdM.fields.module)), missing: optional(every(ldd.fields.missingVersion)), logged: optional(messages) },
  because: ['prefix-libpython'],
  next: ['ldd', 'diagnostic', 'httpd-M'],
  examine({ known, places, version, modules, missing, logged }) {
    const used = running(places.value)
    // Where no script answered, a home in Anaconda's tree is where the files would come from. Another one may be an environment on top of it.
    const all = used.some(({ is }) => is === 'base') ? used : [...used, ...places.value.filter(({ is, path }) => is === 'home' && isConda(path))]
    const inside = all.find(({ path }) => isConda(path))
    // virtualenvwrapper has a directory `envs`, too; without a word of conda's nothing is known of it.
    const sign = inside?.field ?? (packaged.test(version?.value ?? '') ? version : undefined)
    if (!sign) return undefined
    const shown = inside ? code(inside.path) : '`sys.version`'
    // Anaconda may have been put anywhere: by its words alone, only the system's own directory is foreign to it.
    const outside = all.find(({ path }) => (inside ? !isConda(path) : samePlace(root(path), '/usr')))
    if (outside)
      return { severity: 'broken', says: `${shown} is Anaconda’s, but ${code(outside.path)} is not: both meet in Apache’s processes.`, evidence: [sign, outside.field], pair: [sign, outside.field], fix: apart, verify: 'The library in `ldd` and the standard library in `sys.path` are of one installation.' }
    const openssl = missing?.find(field => field.value.startsWith('OPENSSL_')) ?? logged?.value.find(one => /version [`'‘"]?OPENSSL_[\w.]+['’"]? not found/.test(one.text) && !isOver(known, one))?.first
    if (openssl)
      return { severity: 'broken', says: `A library wants a version of OpenSSL that the copy in the process does not have, and ${shown} is Anaconda’s: its OpenSSL and the system’s seem to meet.`, evidence: [openssl, sign], fix: apart, verify: 'The message no longer appears.' }
    // One environment alone is fine, as long as no module of Apache brings OpenSSL as well.
    const ssl = modules?.find(field => field.value === 'ssl_module')
    return ssl && { severity: 'risky', says: `${shown} is Anaconda’s, and \`ssl_module\` loads the system’s OpenSSL into the same processes. If Python’s \`ssl\` is used, two OpenSSL meet.`, evidence: [sign, ssl], pair: [sign, ssl], fix: apart, verify: '`httpd -M` of the application’s Apache lists no `ssl_module`, or `sys.prefix` is not Anaconda’s.' }
  },
})
