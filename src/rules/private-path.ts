import { diagnostic } from '../checks/diagnostic-script/diagnostic.ts'
import { logged } from '../checks/facts/log.ts'
import { pythonPlaces, type Place } from '../checks/facts/python-places.ts'
import { named } from '../checks/facts/wsgi-config.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { plainly } from '../core/foreign.ts'
import { everything, optional, type Known } from '../core/need.ts'
import type { Field } from '../core/output.ts'
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

const processOf = ({ paste: { text }, span }: Field) => /\bpid[ =](\d+)/.exec(plainly(text.slice(text.lastIndexOf('\n', span.start) + 1, span.end)))?.[1]

/** `Python home /home/user/venv.` of the log, and below it `Attach interpreter ''.` of the same process: Python started from there. */
function hasStarted(known: Known, { field }: Place): boolean {
  const process = field.output === 'error-log' ? processOf(field) : undefined
  return process !== undefined && logged(known, 'event').some(one => one.paste === field.paste && one.line > field.line && /Attach interpreter '|Attaching to Python main interpreter/.test(String(one.value)) && processOf(one) === process)
}

const users: Readonly<Record<string, string>> = { debian: 'www-data', rhel: 'apache', 'homebrew-arm': '_www', 'homebrew-intel': '_www' }

/** WSGIDaemonProcess site user=deploy python-home=/home/deploy/venv: the group runs as the owner. */
function isOwners(known: Known, { home }: Place, owner: string | undefined): boolean {
  const line = named(known, 'WSGIDaemonProcess').find(one => one.field === home?.field)
  return owner !== undefined && line?.words.includes(`user=${owner}`) === true
}

/** ServerRoot '/tmp/mod_wsgi-localhost:8000:1000': mod_wsgi-express runs Apache as the very user who started it. */
const isExpress = (known: Known) =>
  [...known.sections.flatMap(({ output, fields }) => (output.id === 'config' ? fields : [])), ...logged(known, 'syntaxErrorAt'), ...logged(known, 'commandLine')].some(({ value }) => /\/mod_wsgi-[\w.-]+:\d+:\d+\b/.test(String(value)))

export const rule = defineRule({
  title: 'Apache’s user may read the Python that it is to use',
  fault: 'Apache’s user may have no way into the directory of Python',
  severity: 'risky',
  plain: 'Python lies in a private directory, and Apache may not be allowed to enter it.',
  why: 'To open a file, a process needs search permission on every directory above it. Apache’s children run as a user of their own, and systemd (`ProtectHome`, `PrivateTmp`) or SELinux may hide such directories even where the rights would do.',
  speaks: 'A library, a home or a module below `/root`, `/home/NAME`, `/Users/NAME`, `C:\\Users\\NAME`, `/tmp`, `/snap` or `WindowsApps`, while no page of the script and no line of the log shows that it works.',
  docs: ['user-guides/application-issues#access-rights-of-apache-user', 'user-guides/configuration-issues#file-permissions-on-application-files', 'user-guides/configuration-issues#selinux-on-rhel-and-fedora'],
  needs: { known: everything, places: pythonPlaces, answer: optional(diagnostic.fields.processGroup), where: optional(platform) },
  next: ['error-log'],
  examine({ known, places, answer, where }) {
    // A script that answered shows that the rights are fine: many installations live in a home directory.
    if (answer || isExpress(known)) return undefined
    const all = places.value.flatMap(place => {
      const sign = closed.find(([shows]) => shows.test(place.path))
      const match = sign?.[0].exec(place.path)
      // WSGIPythonHome C:/Users/venv: an environment right beside the homes is nobody’s home.
      if (sign?.[1] === owned && places.value.some(one => one.path === match?.[0])) return []
      return sign && match && !isOwners(known, place, match[1]) && !hasStarted(known, place) ? [{ place, directory: match[0], because: sign[1] }] : []
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
        : `Put Python and the environment where everybody may read them, such as \`/opt\` or \`/srv\`.${because === owned ? ` Or let Apache’s user in: \`sudo chmod o+x ${directory}\`, and the same for each closed directory below it.` : ''} Then \`${restart(where)}\`.`,
      verify: windows ? 'The service starts, and the script answers.' : `\`sudo -u ${user} ls ${path}\` must show the file or directory.`,
    }
  },
})
