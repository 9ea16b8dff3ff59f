import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { written } from '../../src/state/saved.ts'
import { expectSeen } from './seen.ts'

const example = (file: string) => readFileSync(new URL(`../../fixtures/lab/deb12-pyenv-prefix-mismatch/${file}.txt`, import.meta.url), 'utf8')
const modules = (...names: readonly string[]) => `Loaded Modules:\n core_module (static)\n so_module (static)\n mpm_event_module (shared)\n${names.map(name => ` ${name} (shared)\n`).join('')}`

/** A word that stands in the pasted texts and in none of ours. */
export const secret = 'zanzibar'

const log = [
  '[Mon Nov 23 09:00:00.1 2026] [mpm_event:notice] [pid 812:tid 812] AH00489: Apache/2.4.57 (Debian) mod_wsgi/4.9.4 Python/3.11 configured -- resuming normal operations',
  `[Mon Nov 23 09:10:00.1 2026] [wsgi:error] [pid 815:tid 9] [client 192.0.2.7:51022] Timeout when reading response headers from daemon process 'shop': /srv/${secret}/wsgi.py`,
  '[Mon Nov 23 09:20:00.1 2026] [core:warn] [pid 815:tid 9] AH00045: child process 815 still did not exit, sending a SIGTERM',
  "[Mon Nov 23 09:30:00.1 2026] [wsgi:alert] [pid 812:tid 9] WSGI0022: Couldn't fork/spawn daemon process 'shop'. Daemon group will not start.",
].join('\n')
const config = `<VirtualHost *:80>\nServerName www.example.com\nWSGIDaemonProcess shop python-home=/srv/${secret} threads=5\nWSGIProcessGroup shop\nWSGIScriptAlias / /srv/shop/shop.wsgi\n</VirtualHost>\n`

const texts: readonly (readonly [check: string, text: string])[] = [
  ['apache-build', example('httpd-V')],
  ['apache-modules', modules('wsgi_module')],
  ['python-library', example('ldd')],
  ['python-installation', example('sys-prefix')],
  ['diagnostic-script', example('diagnostic')],
  ['error-log', log],
  ['apache-config', config],
]
const pasted = (id: string, text: string) => ({ id, text, when: 0, check: id })

/** A case in which every view has something to show: findings, pairs, a chart, predictions, an older state, names to replace. */
const fullCase = written({
  pastes: [...texts.map(([id, text]) => pasted(id, text)), { id: 'overview', text: `marlene@kiosk-04:~$ cat notes\n${secret} is not understood\n`, when: 0 }],
  before: { name: 'the file older.json', pastes: [pasted('apache-modules', modules()), pasted('apache-build', example('httpd-V').replace(/^Server MPM:.*/m, 'Server MPM:     prefork'))] },
})

export async function openFullCase(page: Page): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles({ name: 'full.json', mimeType: 'application/json', buffer: Buffer.from(fullCase) })
  await expectSeen(page.getByRole('tab', { name: /^Apache configuration: \d+ read/ }))
}

/** Every view by its address, and what shows that it is there. */
export const views: readonly (readonly [hash: string, shown: string])[] = [
  ['#overview', '.findings .pair-of-values'],
  ['#apache-build', '.was'],
  ['#apache-modules', '.was'],
  ['#mutex', '#box-mutex'],
  ['#python-library', '.row'],
  ['#python-installation', '.row'],
  ['#diagnostic-script', '.row'],
  ['#error-log', '.log-chart'],
  ['#apache-config', '.predictions table'],
  ['#rules/wsgi-module-absent', '.catalogue details.shown[open]'],
  ['#compare', '.compare table'],
  ['#send', '.send table'],
  ['#guide/apache-modules', '#step'],
]

/** Goes to a view without loading the page anew. */
export async function show(page: Page, [hash, shown]: readonly [hash: string, shown: string]): Promise<void> {
  await page.evaluate(to => {
    location.hash = to
  }, hash)
  await expectSeen(page.locator(shown).first())
}
