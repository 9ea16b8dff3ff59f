import { messages } from '../checks/facts/messages.ts'
import { everything, optional, type Known } from '../core/need.ts'
import type { Field } from '../core/output.ts'
import { platform } from '../checks/platform/platform.ts'
import { placesOn } from '../checks/platform/places.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** Words of a build that stopped; those of a shell come from whoever asked `apxs` something. */
const ofBuild = /Sorry, Apache developer package does not appear to be installed|The 'apxs' command appears not to be installed|configure: .*\bapxs2?: (?:command )?not found|configure: error: Apache tool 'apxs|httpd\.h: No such file|'httpd\.h' file not found|open include file: 'httpd\.h'/

/** What `apxs` or a build answered in its place. A later answer of `apxs` makes an earlier failure an old one. */
function failures(known: Known): readonly Field[] {
  const section = known.section('apxs')
  return section?.extent === 'failed' ? known.sections.filter(one => one.output.id === 'apxs').flatMap(one => one.fields) : []
}

export const rule = defineRule({
  title: '`apxs` is there for the build',
  fault: '`apxs` is not there',
  severity: 'broken',
  plain: 'mod_wsgi cannot be built until Apache’s development package is installed.',
  why: '`apxs` tells a build where Apache’s headers are and how modules are made. Distributions put it into a package of its own. A mod_wsgi that came as a package needs none.',
  speaks: `A build that stops for lack of \`apxs\` or of Apache’s headers, or ${code('apxs: command not found')}.`,
  docs: ['user-guides/installation-from-pypi', 'httpd:programs/apxs'],
  needs: { known: everything, messages: optional(messages), where: optional(platform) },
  examine({ known, messages: said, where }) {
    if (!said && !known.section('apxs')) return { lacks: ['apxs'] }
    const fields = [...failures(known).filter(({ key, value }) => key === 'failure' || ofBuild.test(String(value))), ...(said?.value ?? []).filter(({ text }) => ofBuild.test(text)).map(one => one.first)]
    const first = fields.find(field => ofBuild.test(String(field.value))) ?? fields[0]
    if (!first) return undefined
    const stopped = ofBuild.test(String(first.value))
    const headers = /Sorry, Apache|httpd\.h/.test(String(first.value))
    // Microsoft’s compiler: there is no `apxs` on Windows.
    const onWindows = /C1083/.test(String(first.value))
    const { apxs } = placesOn(where?.value ?? 'other', where?.own)
    return {
      severity: stopped ? 'broken' : 'notable',
      says: headers ? 'The build found no headers of Apache.' : stopped ? 'The build of mod_wsgi stopped, because it found no `apxs`.' : '`apxs` cannot be called here. Only a build of mod_wsgi needs it.',
      evidence: fields.slice(0, 3),
      fix: onWindows ? 'Set `MOD_WSGI_APACHE_ROOTDIR` to the directory of an Apache that has an `include` directory with `httpd.h`, such as that of Apache Lounge, and run `pip` again.' : 'Install `apache2-dev` (Debian, Ubuntu), `httpd-devel` (Red Hat family) or Homebrew’s `httpd`. For an Apache in another place, name its `apxs`: `APXS=/path/to/apxs` before `pip install`, or `./configure --with-apxs=/path/to/apxs`.',
      verify: onWindows ? 'The build ends without an error.' : `\`${apxs} -q installbuilddir\` prints a directory.`,
    }
  },
})
