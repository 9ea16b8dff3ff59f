import { foreignPython } from '../checks/facts/linking.ts'
import { linkedPythons } from '../checks/facts/linked-pythons.ts'
import { command } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code, listed } from '../core/say.ts'

export const rule = defineRule({
  title: 'One Python library is loaded',
  fault: 'Two Python libraries come into one process',
  severity: 'broken',
  plain: 'Two Python versions in one process can crash Apache.',
  why: 'Both libraries have functions of the same names. Which one a call reaches depends on the order of loading, and data of one is handed to the other.',
  speaks: 'Two versions of `libpython` in the listing of one file, or a `LoadFile` of another version than the listing’s.',
  docs: ['user-guides/installation-issues#multiple-python-versions', 'user-guides/frequently-asked-questions#apache-process-crashes'],
  needs: { linked: linkedPythons, loaded: optional(foreignPython), where: optional(platform) },
  because: ['platform-consistency', 'two-installations'],
  next: ['config', 'diagnostic'],
  examine({ linked, loaded, where }) {
    const several = linked.value.find(one => one.versions.size > 1)
    if (several) {
      const fields = [...several.versions.values()]
      return {
        severity: 'broken',
        says: `The listing has ${listed(fields.map(field => code(field)))}. One of them is mod_wsgi’s own; the other may come with a library that it is linked to.`,
        evidence: fields,
        fix: 'Look with `readelf -d` which one `mod_wsgi.so` itself names (`NEEDED`), and remove or rebuild what brings the other.',
        verify: `\`${command('ldd', where)}\` shows one \`libpython\`.`,
      }
    }
    // libpython3.so is a small forwarder that some distributions put beside the real one.
    const own = linked.value.flatMap(one => [...one.versions])[0]
    const other = /libpython(\d\.\d+)/.exec(loaded?.value ?? '')?.[1]
    const [line] = loaded?.evidence ?? []
    if (!own || !line || other === undefined || other === own[0]) return undefined
    return {
      severity: 'broken',
      says: `\`LoadFile\` brings Python ${other} into the process, and \`mod_wsgi.so\` is linked to ${own[0]}.`,
      evidence: [line, own[1]],
      pair: [line, own[1]],
      fix: `Name the library of Python ${own[0]} in the \`LoadFile\` line, or delete the line.`,
      verify: 'The file behind `LoadFile` is the one that `ldd` finds.',
    }
  },
})
