import type { Prose } from '../../core/prose.ts'
import { placesOn, type OwnPlaces } from '../platform/places.ts'
import type { Platform } from '../platform/platforms.ts'

/** The seven lines that the guide asks for. */
const plain = `        ("mod_wsgi.process_group", environ.get("mod_wsgi.process_group")),
        ("mod_wsgi.application_group", environ.get("mod_wsgi.application_group")),
        ("wsgi.multithread", environ["wsgi.multithread"]),
        ("wsgi.multiprocess", environ["wsgi.multiprocess"]),
        ("sys.version", sys.version),
        ("sys.prefix", sys.prefix),
        ("sys.path", sys.path),
`

/** What the rules can use beyond them. The modules `apache` and `mod_wsgi` exist inside the server only. */
const more = `        ("wsgi.run_once", environ["wsgi.run_once"]),
        ("mod_wsgi.version", environ.get("mod_wsgi.version")),
        ("mod_wsgi.maximum_processes", getattr(mod_wsgi, "maximum_processes", None)),
        ("mod_wsgi.threads_per_process", getattr(mod_wsgi, "threads_per_process", None)),
        ("apache.version", environ.get("apache.version")),
        ("apache.mpm_name", getattr(apache, "mpm_name", None)),
        ("SERVER_SOFTWARE", environ.get("SERVER_SOFTWARE")),
        ("sys.base_prefix", getattr(sys, "base_prefix", None)),
        ("sys.exec_prefix", sys.exec_prefix),
        ("sys.abiflags", getattr(sys, "abiflags", None)),
        ("sys._is_gil_enabled", getattr(sys, "_is_gil_enabled", lambda: True)()),
        ("threading.active_count", threading.active_count()),
        ("LD_LIBRARY_PATH", os.environ.get("LD_LIBRARY_PATH")),
`

const modules = `import os
import sys
import threading

try:
    import apache
    import mod_wsgi
except ImportError:
    apache = mod_wsgi = None
`

/** It reads and answers: it takes nothing from the request, opens no file, changes nothing, and a value that is missing is \`None\`. */
const scriptOf = (imports: string, values: string) => `${imports}

def application(environ, start_response):
    """Says how mod_wsgi runs this application, and changes nothing."""
    values = [
${values}    ]
    page = "".join("%s = %r\\n" % pair for pair in values).encode("utf-8", "backslashreplace")
    start_response("200 OK", [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(page))),
    ])
    return [page]
`

/** The diagnostic WSGI script in our own wording. */
export const script = scriptOf('import sys\n', plain)

/** The same page with more lines behind the seven. */
export const extendedScript = scriptOf(modules, plain + more)

/** Both are saved under this name, so one can take the place of the other. */
export const scriptName = 'diagnostic.wsgi'

const folders: Readonly<Partial<Record<Platform, string>>> = { windows: 'C:/wsgi-checkup', 'homebrew-arm': '/opt/homebrew/var/wsgi-checkup', 'homebrew-intel': '/usr/local/var/wsgi-checkup' }

/** Where the configuration of sites is, where that is a narrower place than the platform's configuration. */
const sites: Readonly<Partial<Record<Platform, string>>> = { debian: '/etc/apache2/sites-available/', rhel: '/etc/httpd/conf.d/', windows: 'C:/Apache24/conf/' }

export const scriptFolder = (platform: Platform = 'other') => folders[platform] ?? '/usr/local/share/wsgi-checkup'

/** Apache takes the first alias that fits, and those of a virtual host before those outside. */
export function mounting(platform: Platform = 'other', own?: OwnPlaces): string {
  const folder = scriptFolder(platform)
  // Seen from inside a container, a caller on its host is another machine.
  const who = platform === 'docker-httpd' ? 'Require all granted' : 'Require local'
  return `# Below ${sites[platform] ?? placesOn(platform, own).conf}, inside the <VirtualHost> of your application, above its
# WSGIScriptAlias line. If that line has process-group= or application-group=, add them here.
WSGIScriptAlias /wsgi-checkup "${folder}/${scriptName}"
<Directory "${folder}">
    ${who}
</Directory>
`
}

export const savedAs = (platform?: Platform): Prose => `Save the script as \`${scriptFolder(platform)}/${scriptName}\`, add these lines, and restart Apache.`

export const extendedSays: Prose = 'The same seven lines, and behind them the MPM that runs, the releases of Apache and mod_wsgi, the group’s processes and threads, the installation beneath a virtual environment, the GIL and `LD_LIBRARY_PATH`. It reads, and takes nothing from the request.'

export const reminder: Prose = 'Take both away again when you have the page, the lines and the file, and restart: it shows paths and versions of your server.'
