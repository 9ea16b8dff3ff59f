import type { Platform } from '../platform/platforms.ts'

/** The diagnostic WSGI script in our own wording; it prints the seven lines that the guide asks for, and changes nothing. */
export const script = `import sys


def application(environ, start_response):
    """Reports under which conditions mod_wsgi runs this application."""
    values = [
        ("mod_wsgi.process_group", environ.get("mod_wsgi.process_group")),
        ("mod_wsgi.application_group", environ.get("mod_wsgi.application_group")),
        ("wsgi.multithread", environ["wsgi.multithread"]),
        ("wsgi.multiprocess", environ["wsgi.multiprocess"]),
        ("sys.version", sys.version),
        ("sys.prefix", sys.prefix),
        ("sys.path", sys.path),
    ]
    page = "".join("%s = %r\\n" % pair for pair in values).encode("utf-8")
    start_response("200 OK", [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(page))),
    ])
    return [page]
`

const places: Readonly<Partial<Record<Platform, { readonly folder: string; readonly file: string }>>> = {
  debian: { folder: '/usr/local/share/wsgi-checkup', file: '/etc/apache2/conf-available/wsgi-checkup.conf, then: a2enconf wsgi-checkup' },
  rhel: { folder: '/usr/local/share/wsgi-checkup', file: '/etc/httpd/conf.d/wsgi-checkup.conf' },
  windows: { folder: 'C:/wsgi-checkup', file: 'conf/httpd.conf' },
  'homebrew-arm': { folder: '/opt/homebrew/var/wsgi-checkup', file: '/opt/homebrew/etc/httpd/httpd.conf' },
  'homebrew-intel': { folder: '/usr/local/var/wsgi-checkup', file: '/usr/local/etc/httpd/httpd.conf' },
}

/** The lines of configuration that mount the script, with the place for them as a comment. */
export function mounting(platform?: Platform): string {
  const { folder, file } = (platform && places[platform]) ?? { folder: '/usr/local/share/wsgi-checkup', file: 'httpd.conf' }
  return `# In ${file}
WSGIScriptAlias /wsgi-checkup "${folder}/diagnostic.wsgi"
<Directory "${folder}">
    Require all granted
</Directory>
# To see what your application meets, put the same WSGIProcessGroup and
# WSGIApplicationGroup lines around it that your application has.
`
}
