import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extendedScript, mounting, script, scriptFolder, scriptName } from '../../src/checks/diagnostic-script/script.ts'

export interface Server {
  readonly embedded: number
  readonly daemon: number
  readonly log: string
  stop(): Promise<void>
}

const freePort = () =>
  new Promise<number>((done, failed) => {
    const probe = createServer().once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })

const wanted = ['mpm_event', 'authz_core', 'authz_host', 'wsgi']

/** The configuration as the page gives it, with the script in a folder of its own. */
const mounted = (folder: string) => mounting('debian').replaceAll(scriptFolder('debian'), folder)

const other = `def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"another application"]
`

const site = (port: number, plain: string, extended: string, root: string, more = '') => `
Listen 127.0.0.1:${port}
<VirtualHost *:${port}>
  ServerName localhost
  ${more}
  ${mounted(plain)}
  ${mounted(extended).replace('/wsgi-checkup', '/extended')}
  WSGIScriptAlias / ${root}/other.wsgi
</VirtualHost>
`

const configuration = (root: string, sites: string) => `
ServerRoot ${root}
ServerName localhost
DefaultRuntimeDir ${root}
PidFile ${root}/httpd.pid
ErrorLog ${root}/error.log
LogLevel info
${wanted.map(name => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
User www-data
Group www-data
WSGISocketPrefix ${root}/wsgi
# Ending a sub-interpreter hangs with mod_wsgi 4.9.4, and Apache then takes ten seconds to stop.
WSGIDestroyInterpreter Off
WSGIDaemonProcess site processes=2 threads=3
WSGIScriptAlias /outside ${root}/plain/${scriptName}
<Directory ${root}>
  Require all granted
</Directory>
${sites}`

/** Debian's Apache on two free ports of the loopback, with both forms of the diagnostic script in embedded mode on the one and in daemon mode on the other. */
export async function startServer(): Promise<Server> {
  const root = mkdtempSync(join(tmpdir(), 'wsgi-checkup-server-'))
  // Its children run as another user.
  chmodSync(root, 0o755)
  const folders = [['plain', script], ['extended', extendedScript]] as const
  for (const [folder, text] of folders) {
    mkdirSync(join(root, folder))
    writeFileSync(join(root, folder, scriptName), text)
  }
  writeFileSync(join(root, 'other.wsgi'), other)
  const [embedded, daemon] = [await freePort(), await freePort()]
  const [plain, extended] = [join(root, 'plain'), join(root, 'extended')]
  const group = 'WSGIProcessGroup site\n  WSGIApplicationGroup %{GLOBAL}'
  writeFileSync(join(root, 'httpd.conf'), configuration(root, site(embedded, plain, extended, root) + site(daemon, plain, extended, root, group)))

  const apache = spawn('/usr/sbin/apache2', ['-f', join(root, 'httpd.conf'), '-D', 'FOREGROUND'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [apache.stdout, apache.stderr]) stream.on('data', data => { said += String(data) })
  const ended = new Promise<void>(done => apache.once('exit', () => done()))
  const stop = async () => {
    apache.kill('SIGTERM')
    await ended
    rmSync(root, { recursive: true, force: true })
  }
  for (let tries = 0; tries < 100; tries++) {
    const answered = await Promise.all([embedded, daemon].map(port => fetch(`http://127.0.0.1:${port}/`).then(answer => answer.ok, () => false)))
    if (answered.every(Boolean)) return { embedded, daemon, log: join(root, 'error.log'), stop }
    if (apache.exitCode !== null) break
    await new Promise(done => setTimeout(done, 100))
  }
  const log = [said, readFileSync(join(root, 'error.log'), 'utf8').slice(-2000)].join('\n')
  await stop()
  throw new Error(`Apache did not answer on 127.0.0.1:${embedded} and ${daemon} within ten seconds. It said:\n${log}`)
}
