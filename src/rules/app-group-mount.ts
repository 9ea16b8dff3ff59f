import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { pagesOf } from '../checks/facts/application-group.ts'
import { mounts, type Mount } from '../checks/facts/mounts.ts'
import { named } from '../checks/facts/wsgi-config.ts'
import { lookFor, restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { everything, optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

const bare = (path: string) => path.replace(/\/+$/, '').toLowerCase()

/** `WSGICaseSensitivity` off puts addresses into small letters: case is no difference. */
const isAt = (mount: Mount, path: string) => bare(mount.path) === bare(path)
const takes = (mount: Mount, path: string) => `${bare(path)}/`.startsWith(`${bare(mount.path)}/`)

/** `/app` of `curl http://localhost:8080/app?x`. */
const visited = (command: string | undefined) => {
  const [address, path = '/'] = /https?:\/\/[^\s/'"]+(\/[^\s'"?#]*)?/.exec(command ?? '') ?? []
  return address === undefined ? undefined : path
}

export const rule = defineRule({
  title: 'The page comes from the mount that was meant',
  fault: 'The page comes from another mount than the one that was meant',
  severity: 'risky',
  plain: 'You may be looking at another application than you think.',
  why: 'The application group ends with a bar, `|`, and the mount that answered. `WSGIScriptAlias` lines are tried in the order of the file, and the first that fits is taken.',
  speaks: 'A page from another mount than that of the alias for the address that was asked for; or from further up than the only alias.',
  docs: ['configuration-directives/WSGIScriptAlias', 'user-guides/checking-your-installation#diagnostic-wsgi-script'],
  because: ['mount-shadowed'],
  needs: { known: everything, group: diagnostic.fields.applicationGroup, mounts, where: optional(platform) },
  examine({ known, group, mounts: { value: all }, where }) {
    const page = pagesOf(known).findLast(one => one.group === group)
    // A name of its own has no mount in it; a handler and a pattern may lead anywhere; a script’s own address is no mount.
    if (!page || all.some(({ pattern }) => pattern) || named(known, 'WSGIHandlerScript').length || /\.(?:wsgi|py)$/i.test(page.name.mount)) return undefined
    const hosts = all.filter(({ host }) => [undefined, page.name.host.toLowerCase()].includes(host?.name?.words[0]?.replace(/:\d+$/, '').toLowerCase()))
    const here = hosts.find(mount => isAt(mount, page.name.mount))
    const path = visited(page.command)
    const found = (says: string, meant: Mount, first?: Mount) => ({
      severity: 'risky' as const,
      says,
      evidence: [group, meant.field, ...(first ? [first.field] : [])],
      pair: [group, meant.field] as const,
      fix: first ? `Move the line for ${code(meant.path)} above the one for ${code(first.path)}: longer addresses first. Then \`${restart(where)}\`.` : `Restart with \`${restart(where)}\`. If that changes nothing, look for another alias: ${lookFor('WSGIScriptAlias', where)}.`,
      verify: `At ${code(meant.path)} the page’s application group ends with ${code(`|${meant.path.replace(/\/+$/, '')}`)}.`,
    })
    const [longest] = hosts.filter(mount => path !== undefined && takes(mount, path)).toSorted((a, b) => b.path.length - a.path.length)
    if (path !== undefined && longest && !isAt(longest, page.name.mount)) {
      // An alias of the same host that stands before the one that was meant, and takes its addresses too.
      const first = here && here.host?.container === longest.host?.container && hosts.indexOf(here) < hosts.indexOf(longest) && takes(here, longest.path) ? here : undefined
      const why = first ? `The alias for ${code(first.path)} stands before it and takes its addresses too.` : 'Another alias matched first, or Apache was not restarted since the line was written.'
      return found(`You asked for ${code(path)}, which belongs to the alias for ${code(longest.path)}, but the page comes from the mount ${code(page.name.mount || '/')}. ${why}`, longest, first)
    }
    const [only, ...more] = all
    // Without the address that was asked for, a page from further up may be what was wanted; one of another process group is another application’s.
    const elsewhere = only?.expected.processGroup.value !== undefined && only.expected.processGroup.value !== page.process
    if (path !== undefined || here || !only || more.length || elsewhere || !`${bare(only.path)}/`.startsWith(`${bare(page.name.mount)}/`)) return undefined
    return { ...found(`The page comes from the mount ${code(page.name.mount || '/')}, but the alias that you pasted is for ${code(only.path)}. If you asked for ${code(only.path)}, another alias matched first.`, only), severity: 'notable' as const }
  },
})
