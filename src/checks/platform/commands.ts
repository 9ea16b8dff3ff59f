import type { Fact } from '../../core/need.ts'
import { checks } from '../index.ts'
import { commandOn } from '../check.ts'
import type { Platform } from './platforms.ts'

type Where = Fact<Platform> | undefined

/** The first command that prints an output, in the wording of the platform; for sentences that ask for it. */
export function command(output: string, where: Where): string {
  for (const check of checks) {
    for (const one of check.commands) {
      const text = one.output === output ? commandOn(one, where?.value) : undefined
      if (text !== undefined) return text
    }
  }
  return output
}

const restarts: Readonly<Partial<Record<Platform, string>>> = {
  debian: 'sudo systemctl restart apache2', rhel: 'sudo systemctl restart httpd', suse: 'sudo systemctl restart apache2', arch: 'sudo systemctl restart httpd', alpine: 'sudo rc-service apache2 restart',
  freebsd: 'sudo service apache24 restart', 'homebrew-arm': 'brew services restart httpd', 'homebrew-intel': 'brew services restart httpd', 'macos-system': 'sudo apachectl restart',
  windows: 'C:\\Apache24\\bin\\httpd.exe -k restart', 'docker-httpd': 'docker restart NAME', source: 'sudo /usr/local/apache2/bin/apachectl restart',
}

/** A full stop and start of Apache. */
export const restart = (where: Where): string => (where && restarts[where.value]) ?? 'sudo apachectl restart'
