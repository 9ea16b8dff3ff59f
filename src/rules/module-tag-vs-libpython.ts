import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { libpython } from '../checks/facts/libpython.ts'
import { foreignPython } from '../checks/facts/linking.ts'
import { moduleFiles } from '../checks/facts/module-file.ts'
import { minorOf } from '../checks/facts/python.ts'
import { freshStart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import type { Field } from '../core/output.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

export const rule = defineRule({
  title: 'The module’s file name fits its Python',
  fault: 'The module’s file name is that of another Python',
  severity: 'broken',
  plain: 'The mod_wsgi in use seems to be built for another Python version.',
  why: '`pip` and Debian write into the file’s name for which Python it was built: `cpython-311`, `cp312`, `-py311`, `.so-3.11`. Where another one is linked or runs, the file was renamed, or is not the one that Apache loads.',
  speaks: 'Such a name, and another version in the listing of that file or in `sys.version`.',
  docs: ['user-guides/installation-from-pypi', 'user-guides/checking-your-installation#python-shared-library'],
  needs: { files: moduleFiles, library: optional(libpython), loaded: optional(foreignPython), version: optional(diagnostic.fields.pythonVersion), where: optional(platform) },
  // That rule names the same mismatch from the library itself, which is surer than a file's name.
  because: ['libpython-vs-sysversion'],
  next: ['ldd', 'otool', 'config'],
  examine({ files, library, loaded, version, where }) {
    const linked = library?.value.version
    const running = version && minorOf(version.value)
    // On Windows there is no listing; a `LoadFile` line names the DLL: D:/python37/python37.dll
    const [, major, minor] = /python(\d)(\d+)t?\.dll/i.exec(loaded?.value ?? '') ?? []
    const dll = major === undefined ? undefined : `${major}.${minor}`
    if (linked === undefined && running === undefined && dll === undefined) return { lacks: ['ldd', 'diagnostic'] }
    const found = (what: string, name: string, tag: string, field: Field, other: Field | undefined) => ({
      severity: 'broken' as const,
      says: `By its name ${code(name)} was built for Python ${tag}, but ${what}.`,
      evidence: [field, ...(other ? [other] : [])],
      ...(other && { pair: [field, other] as const }),
      fix: `See which file \`LoadModule wsgi_module\` names, and install the mod_wsgi of the Python that is to run; with pip, \`mod_wsgi-express module-config\` then prints the right lines. Then \`${freshStart(where)}\`.`,
      verify: 'The name, `ldd` and `sys.version` name the same version.',
    })
    for (const { name, version: tag, listed, field } of files.value) {
      // `mod_wsgi.so` carries no version. A file that was not examined says nothing about the listing.
      if (tag === undefined) continue
      const examined = listed || files.value.some(one => one.listed && one.name === name)
      if (examined && linked !== undefined && linked !== tag) return found(`it is linked to ${linked}`, name, tag, field, library?.evidence[0])
      if (dll !== undefined && dll !== tag) return found(`\`LoadFile\` brings Python ${dll}`, name, tag, field, loaded?.evidence[0])
      // Where the listing agrees with the name, the Python that answered is libpython-vs-sysversion's affair.
      if (running !== undefined && running !== tag && !(examined && linked === tag)) return found(`Python ${code(version)} answered`, name, tag, field, version)
    }
    return undefined
  },
})
