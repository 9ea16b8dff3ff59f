import type { Platform } from './platforms.ts'

/** What a platform calls the programs and files that the commands speak of. */
export interface Places {
  readonly httpd: string
  readonly apxs: string
  /** The usual file of mod_wsgi. */
  readonly module: string
  readonly log: string
  /** The directory of the configuration. */
  readonly conf: string
  readonly python: string
  /** Restarts Apache. */
  readonly restart: string
}

const usual: Places = { httpd: 'httpd', apxs: 'apxs', module: '/path/to/mod_wsgi.so', log: '/var/log/httpd/error_log', conf: '/etc/httpd/', python: 'python3', restart: 'sudo apachectl restart' }

const places: Readonly<Partial<Record<Platform, Partial<Places>>>> = {
  debian: { conf: '/etc/apache2/', httpd: 'apache2ctl', module: '/usr/lib/apache2/modules/mod_wsgi.so', log: '/var/log/apache2/error.log', restart: 'sudo systemctl restart apache2' },
  rhel: { module: '/usr/lib64/httpd/modules/mod_wsgi_python3.so', restart: 'sudo systemctl restart httpd' },
  suse: { conf: '/etc/apache2/', httpd: 'apache2ctl', module: '/usr/lib64/apache2/mod_wsgi.so', log: '/var/log/apache2/error_log', restart: 'sudo systemctl restart apache2' },
  alpine: { conf: '/etc/apache2/', module: '/usr/lib/apache2/mod_wsgi.so', log: '/var/log/apache2/error.log', restart: 'sudo rc-service apache2 restart' },
  arch: { module: '/usr/lib/httpd/modules/mod_wsgi.so', restart: 'sudo systemctl restart httpd' },
  freebsd: { conf: '/usr/local/etc/apache24/', httpd: '/usr/local/sbin/httpd', apxs: '/usr/local/sbin/apxs', module: '/usr/local/libexec/apache24/mod_wsgi.so', log: '/var/log/httpd-error.log', python: '/usr/local/bin/python3', restart: 'sudo service apache24 restart' },
  'homebrew-arm': { conf: '/opt/homebrew/etc/httpd/', httpd: '/opt/homebrew/bin/httpd', apxs: '/opt/homebrew/opt/httpd/bin/apxs', module: '/opt/homebrew/lib/httpd/modules/mod_wsgi.so', log: '/opt/homebrew/var/log/httpd/error_log', python: '/opt/homebrew/bin/python3', restart: 'brew services restart httpd' },
  'homebrew-intel': { conf: '/usr/local/etc/httpd/', httpd: '/usr/local/bin/httpd', apxs: '/usr/local/opt/httpd/bin/apxs', module: '/usr/local/lib/httpd/modules/mod_wsgi.so', log: '/usr/local/var/log/httpd/error_log', python: '/usr/local/bin/python3', restart: 'brew services restart httpd' },
  macports: { conf: '/opt/local/etc/apache2/', httpd: '/opt/local/sbin/httpd', apxs: '/opt/local/bin/apxs', log: '/opt/local/var/log/apache2/error_log' },
  'macos-system': { conf: '/private/etc/apache2/', httpd: '/usr/sbin/httpd', module: '/usr/libexec/apache2/mod_wsgi.so', log: '/var/log/apache2/error_log' },
  windows: { httpd: 'C:\\Apache24\\bin\\httpd.exe', log: 'C:\\Apache24\\logs\\error.log', python: 'py', restart: 'C:\\Apache24\\bin\\httpd.exe -k restart' },
  'docker-httpd': { conf: '/usr/local/apache2/conf/', httpd: 'docker exec NAME httpd', apxs: 'docker exec NAME apxs', module: '/usr/local/apache2/modules/mod_wsgi.so', restart: 'docker restart NAME' },
  source: { conf: '/usr/local/apache2/conf/', httpd: '/usr/local/apache2/bin/httpd', apxs: '/usr/local/apache2/bin/apxs', module: '/usr/local/apache2/modules/mod_wsgi.so', log: '/usr/local/apache2/logs/error_log', restart: 'sudo /usr/local/apache2/bin/apachectl restart' },
}

/** Where an Apache is that somebody built, as far as its outputs tell. */
export type OwnPlaces = Partial<Places>

/** `own` where the Apache at hand is in another place than the platform’s. */
export const placesOn = (platform: Platform, own?: OwnPlaces): Places => ({ ...usual, ...places[platform], ...own })
