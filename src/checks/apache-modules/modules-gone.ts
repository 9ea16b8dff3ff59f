/**
 * Modules that once came with Apache and left it, or that only its development branch has.
 * From httpd docs/manual (upgrading.xml, mod of 2.0 and 2.2), modules/ of trunk, and CHANGES of 2.4.x.
 */

import type { Meaning } from '../../core/prose.ts'
import { table } from './modules-2.4.ts'

const old = (release: string) => ({ more: `It belongs to Apache ${release}, which current mod_wsgi does not support.`, docs: ['requirements'] })
const in20 = old('2.0')
const in22 = old('2.2')
const experiment = 'An experimental process model.'

export const modulesGone: Readonly<Record<string, Meaning & { readonly file?: string }>> = {
  ...table(`
    authn_default authz_default: Refused what no other module had decided on.
    authn_alias: Now in \`mod_authn_core\`.
    disk_cache: Now \`mod_cache_disk\`.
    mem_cache: Kept answers in memory.
    example: Now \`mod_example_hooks\`.
  `, in22),
  ...table(`
    access: Now \`mod_authz_host\`.
    auth: Now \`mod_auth_basic\` and \`mod_authn_file\`.
    auth_anon: Now \`mod_authn_anon\`.
    auth_dbm: Now \`mod_authn_dbm\`.
    auth_ldap: Now \`mod_authnz_ldap\`.
    imap: Now \`mod_imagemap\`.
  `, in20),
  mpm_beos: { says: 'The process model of BeOS.', ...in22, file: 'beos.c' },
  mpm_leader: { says: experiment, ...in20, file: 'leader.c' },
  mpm_perchild: { says: experiment, ...in20, file: 'perchild.c' },
  mpm_threadpool: { says: experiment, ...in20, file: 'threadpool.c' },

  ...table('tls: Encryption with rustls, now distributed apart.', { more: 'No effect on mod_wsgi.' }),
  ...table(`
    allowhandlers: Limits which handlers may run.
    firehose: Records all traffic.
    noloris: Keeps off clients that hold connections open.
    policy: Checks answers against the rules of HTTP.
    serf: Passes requests on with another library.
    ssl_ct: Certificate transparency.
    syslog: Sends the error log to syslog.
    journald: Sends the error log to systemd.
  `, { more: 'It is in Apache’s development branch only. No effect on mod_wsgi.' }),
}
