/** What `apachectl -S` and `-t -D DUMP_…` print (httpd server/vhost.c, server/core.c; observed, checks.md §8). */

import type { FieldShape, KnownLine } from '../../core/output.ts'
import type { Prose } from '../../core/prose.ts'

const settings: Readonly<Record<string, Prose>> = {
  ServerRoot: 'The directory from which relative paths of the configuration count.',
  'Main DocumentRoot': 'The directory of the static files, outside of virtual hosts.',
  'Main ErrorLog': 'The error log outside of virtual hosts. mod_wsgi writes here what belongs to no virtual host.',
  PidFile: 'The file with the number of Apache’s process.',
  Define: 'A `-D` of the command, or a `Define`. Those that begin with `DUMP_` come from the question itself.',
  User: 'As whom Apache’s children run, and daemon groups without `user=`.',
  Group: 'With which group’s rights Apache’s children run, and daemon groups without `group=`.',
}

const weak = { many: true, weak: true, whole: /["\w)]$/ } as const

export const dumpFields: { readonly virtualHost: FieldShape<string>; readonly virtualHostAlias: FieldShape<string>; readonly runSetting: FieldShape<string>; readonly includedFile: FieldShape<string> } = {
  virtualHost: {
    ...weak,
    label: 'Virtual host',
    // port 80 namevhost www.example.com (/etc/apache2/sites-enabled/000-default.conf:1)
    // *:443   www.example.com (/etc/httpd/conf.d/ssl.conf:40)
    line: /^((?:default server|port \d+ namevhost|\S{1,80}:(?:\d+|\*))\s+\S+\s+\(\S+:\d+\))$/,
    meaning: ({ value }) => ({
      says: value.startsWith('default server') ? 'The virtual host that answers on this address when no name fits.' : 'A virtual host: its port, its name, and where it is written.',
      more: 'Its name is the first part of an application’s default interpreter name.',
    }),
  },
  // alias example.com
  virtualHostAlias: { ...weak, label: 'Alias', line: /^(?:wild )?alias (\S+)$/, meaning: () => ({ says: 'Another name of the virtual host above.' }) },
  // Main ErrorLog: "/var/log/apache2/error.log" (the `Mutex` lines are read for the check of the locks)
  runSetting: { ...weak, label: 'Setting', line: /^((?:ServerRoot|Main DocumentRoot|Main ErrorLog|PidFile|Define|User|Group): \S.*)$/, meaning: ({ value }) => ({ says: settings[value.slice(0, value.indexOf(':'))] ?? '' }) },
  // (146) /etc/apache2/mods-enabled/wsgi.load
  includedFile: { ...weak, label: 'File', line: /^(?:\(\*\)\s+)?((?:\/|[A-Za-z]:[\\/])\S+\.(?:conf|load)\S*)(?<!-)$/, meaning: () => ({ says: 'A file of the configuration, in the order in which they are read.' }) },
}

export const dumpLines: readonly KnownLine[] = [
  { label: 'syntax test', weak: true, line: /^Syntax OK$/, says: 'The configuration can be read.' },
  { label: 'virtual hosts', line: /^VirtualHost configuration:$/, says: 'The virtual hosts that this configuration makes, by address.', heading: true },
  { label: 'included files', line: /^Included configuration files:$/, says: 'Every file that is read.', heading: true },
  { label: 'address', weak: true, line: /^\S{1,80}:(?:\d+|\*)\s+is a NameVirtualHost$|^wildcard NameVirtualHosts and _default_ servers:$/, says: 'Several virtual hosts share this address; the name in the request decides.' },
]
