import { pythonPlaces } from '../checks/facts/python-places.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** ~/.pyenv/shims, ~/.asdf/shims, ~/.local/share/mise/shims. The versions beside them, ~/.pyenv/versions/3.12.4 and ~/.asdf/installs/python/3.12.4, are real. */
const shim = /[\\/]shims(?:[\\/]|$)/

export const rule = defineRule({
  title: 'No path leads to the shims of a version manager',
  fault: 'A directory of shims was given for a Python',
  severity: 'broken',
  plain: 'The directory that was named holds small start scripts, and no Python.',
  why: 'pyenv, asdf and mise put scripts into `shims` that choose a Python when a shell calls them. The server does not run them: it needs the directory of an installation, with the standard library in it.',
  speaks: 'A path with `/shims` in `WSGIPythonHome`, `python-home=`, a `LoadModule` line or a Python home of the log.',
  docs: ['configuration-directives/WSGIPythonHome', 'user-guides/virtual-environments#location-of-the-virtual-environment'],
  needs: { places: pythonPlaces, where: optional(platform) },
  next: ['sys-prefix'],
  examine({ places, where }) {
    const found = places.value.filter(({ path }) => shim.test(path))
    const [first] = found
    return first && {
      severity: 'broken',
      says: `${code(first.path)} is a directory of shims, or in one: there is no Python in it that a server could load.`,
      evidence: found.map(place => place.field),
      fix: `Ask the Python that you mean, \`python3 -c "import sys; print(sys.prefix)"\`, and name the directory that it prints. Then \`${restart(where)}\`.`,
      verify: 'Load the script’s page: `sys.prefix` must be that directory.',
    }
  },
})
