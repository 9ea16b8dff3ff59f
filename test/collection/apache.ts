import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const module = '/usr/lib/apache2/modules/mod_wsgi.so'
const packages = 'apache2 libapache2-mod-wsgi-py3 busybox shellcheck curl'
const installation = `apt-get -q update && apt-get -q install -y --no-install-recommends ${packages}`

const isThere = () => ['/usr/sbin/apache2ctl', module].every(file => existsSync(file))

/** Debian starts what it installs, so a machine with a service manager, which may be somebody's own, is left alone. */
const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version') && !existsSync('/run/systemd/system')

function install(): string | undefined {
  if (!mayInstall) return `Debian's Apache with mod_wsgi is not here, and it is installed only as root in a container of Debian. To have these tests: apt-get install ${packages}`
  try {
    // Two files of tests may come here at once.
    execFileSync('flock', [join(tmpdir(), 'wsgi-checkup-apt.lock'), 'sh', '-c', `test -e ${module} || { ${installation}; }`], {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 120_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  } catch (error) {
    return `Debian's Apache with mod_wsgi could not be installed (${installation}): ${error instanceof Error ? error.message.slice(-300) : ''}`
  }
  return isThere() ? undefined : `After "${installation}" there is still no Apache with mod_wsgi.`
}

/** Why no real Apache can be asked here; undefined where one can. */
export const apacheMissing: string | undefined = isThere() ? undefined : install()

if (apacheMissing !== undefined) console.log(`Skipped: ${apacheMissing}`)
