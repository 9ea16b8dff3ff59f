import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { pythonPlaces, type Place } from '../checks/facts/python-places.ts'
import { named } from '../checks/facts/wsgi-config.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { everything, optional, type Known } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code, listed } from '../core/say.ts'

const owned = 'it is somebody’s own directory'

/** Homebrew on Linux, /Users/Shared and C:\Users\Public are open to everybody. */
const closed: readonly (readonly [shows: RegExp, because: string])[] = [
  [/^\/root(?=\/|$)/, 'only root may enter it'],
  [/^\/home\/(?!linuxbrew\/)([^/]+)/, owned],
  [/^\/Users\/(?!Shared\/)([^/]+)/, owned],
  [/^[A-Z]:[\\/](?:Program Files[\\/])?WindowsApps(?=[\\/]|$)/i, 'services may not read packages of the Store'],
  [/^[A-Z]:[\\/]Users[\\/](?!Public[\\/]|All Users[\\/])([^\\/]+)/i, owned],
  [/^(?:\/private)?(?:\/var)?\/tmp(?=\/|$)/, 'the service may have a directory of its own under this name'],
  [/^\/(?:snap|var\/lib\/flatpak)(?=\/)/, 'such packages are shut off from the rest of the system'],
]

const users: Readonly<Record<string, string>> = { debian: 'www-data', rhel: 'apache', 'homebrew-arm': '_www', 'homebrew-intel': '_www' }

/** WSGIDaemonProcess site user=deploy python-home=/home/deploy/venv: the group runs as the owner. */
function isOwners(known: Known, { home }: Place, owner: string | undefined): boolean {
  const line = named(known, 'WSGIDaemonProcess').find(one => one.field === home?.field)
  return owner !== undefined && line?.words.includes(`user=${owner}`) === true
}

/** ServerRoot '/tmp/mod_wsgi-localhost:8000:1000': mod_wsgi-express runs Apache as the very user who started it. */
const isExpress = ({ sections }: Known) => sections.some(({ output, fields }) => output.id === 'config' && fields.some(({ value }) => /\/mod_wsgi-[\w.-]+:\d+:\d+\b/.test(String(value))))

export const rule = defineRule({
  title: 'Apache’s user may read the Python that it is to use',
  fault: 'Apache’s user may have no way into the directory of Python',
  severity: 'risky',
  plain: 'Python lies in a private directory, which the user of Apache may not be able to enter.',
  why: 'To open a file, a process needs search permission on every directory above it. Apache’s children run as a user of their own, and systemd (`ProtectHome`, `PrivateTmp`) or SELinux may hide such directories even where the rights would do.',
  speaks: 'A library, a home or a module below `/root`, `/home/NAME`, `/Users/NAME`, `C:\\Users\\NAME`, `/tmp`, `/snap` or `WindowsApps`, while no page of the script shows that it works.',
  docs: ['user-guides/application-issues#access-rights-of-apache-user', 'user-guides/configuration-issues#file-permissions-on-application-files', 'user-guides/configuration-issues#selinux-on-rhel-and-fedora'],
  needs: { known: everything, places: pythonPlaces, answer: optional(diagnostic.fields.processGroup), where: optional(platform) },
  examine({ known, places, answer, where }) {
    // A script that answered shows that the rights are fine: many installations live in a home directory.
    if (answer || isExpress(known)) return undefined
    const all = places.value.flatMap(place => {
      const sign = closed.find(([shows]) => shows.test(place.path))
      const match = sign?.[0].exec(place.path)
      return sign && match && !isOwners(known, place, match[1]) ? [{ place, directory: match[0], because: sign[1] }] : []
    })
    const first = all.find(one => one.directory === '/root') ?? all[0]
    if (!first) return undefined
    const { place: { path }, directory, because } = first
    const windows = /^[A-Z]:/i.test(path)
    const user = (where && users[where.value]) ?? 'APACHE_USER'
    // A place may be named by several lines.
    const alike = all.filter(one => one.directory === directory)
    const others = [...new Set(alike.map(one => one.place.path))].filter(one => one !== path)
    return {
      severity: directory === '/root' ? 'broken' : 'risky',
      says: `${code(path)} lies in ${code(directory)}: ${because}.${others.length ? ` So ${others.length > 1 ? 'do' : 'does'} ${listed(others.slice(0, 3).map(one => code(one)))}.` : ''}`,
      evidence: alike.slice(0, 3).map(one => one.place.field),
      fix: windows
        ? `Install Python from python.org for all users, make the environment outside of ${code(directory)}, and put the lines of \`mod_wsgi-express module-config\` into the configuration anew.`
        : `Put Python and the environment where all may read them, such as \`/opt\` or \`/srv\`.${because === owned ? ` Or let Apache’s user pass: \`sudo chmod o+x ${directory}\`, and the same for each closed directory beneath it.` : ''} Then \`${restart(where)}\`.`,
      verify: windows ? 'The service starts, and the script answers.' : `\`sudo -u ${user} ls ${path}\` must show the file or directory.`,
    }
  },
})
