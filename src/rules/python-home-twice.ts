import { configTexts } from '../checks/facts/config-texts.ts'
import { all, optionIn } from '../checks/facts/expectation.ts'
import { mounts } from '../checks/facts/mounts.ts'
import { samePlace } from '../checks/facts/paths.ts'
import { platform } from '../checks/platform/platform.ts'
import { restart } from '../checks/platform/commands.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** `3.9` of `/opt/python3.9`, `/srv/py39`, `/usr/lib/python3.9`. */
const versionIn = (path: string) => { const [, major, minor] = /(?:python|py|venv|cpython)-?(\d)\.?(\d{1,2})(?!\d)/i.exec(path) ?? []; return major === undefined ? undefined : `${major}.${minor ?? ''}` }

export const rule = defineRule({
  title: 'Python’s home is named once for each process',
  fault: 'Two Python homes are named, and they differ',
  severity: 'risky',
  plain: 'Two Pythons are configured, and it is easy to miss which one your application gets.',
  why: '`python-home=` goes before `WSGIPythonHome` for its own group. `WSGIPythonHome` then serves embedded mode and groups without the option, and Apache’s own processes start that Python even if nothing runs in it. Both must be of the version that mod_wsgi was built for.',
  speaks: 'Both with different directories, where their names tell of two versions of Python or where every mount is in a group with a home of its own.',
  docs: ['configuration-directives/WSGIPythonHome', 'configuration-directives/WSGIDaemonProcess', 'user-guides/virtual-environments'],
  needs: { texts: configTexts, mounts: optional(mounts), where: optional(platform) },
  next: ['diagnostic'],
  examine({ texts: { value: texts }, mounts: mounted, where }) {
    const general = all(texts, 'WSGIPythonHome').findLast(line => !line.conditional)
    const path = general?.words[0]
    const own = all(texts, 'WSGIDaemonProcess').flatMap(line => { const home = optionIn(line.words, 'python-home'); return home === undefined || path === undefined || samePlace(home, path) ? [] : [{ line, home }] })
    if (!general || path === undefined || !own.length) return undefined
    const verify = 'The page of each application shows the right home as `sys.prefix`.'
    const other = own.find(({ home }) => { const [one, two] = [versionIn(home), versionIn(path)]; return one !== undefined && two !== undefined && one !== two })
    if (other)
      return { severity: 'risky', says: `By their names ${code(path)} and ${code(other.home)} are of different versions of Python; mod_wsgi can use one of them only.`, evidence: [general.field, other.line.field], fix: `Keep the home of the version that mod_wsgi was built for, and restart with \`${restart(where)}\`.`, verify }
    // Two homes for two purposes are fine; one for no purpose is worth a word.
    const idle = mounted?.value.length && mounted.value.every(({ daemon }) => daemon && optionIn(daemon.words, 'python-home') !== undefined) && !texts.some(text => text.includes || text.torn || text.filtered)
    if (!idle || all(texts, 'WSGIRestrictEmbedded').some(({ words }) => /^on$/i.test(words[0] ?? ''))) return undefined
    return { severity: 'notable', says: `Every mount is in a group with a \`python-home=\` of its own, so ${code(`WSGIPythonHome ${path}`)} serves no application.`, evidence: [general.field, ...own.map(({ line }) => line.field)], fix: 'Take the `WSGIPythonHome` line out, or write `WSGIRestrictEmbedded On`, so that Apache’s own processes start no Python.', verify }
  },
})
