import type { Meaning } from '../../core/prose.ts'

const levels: Readonly<Record<string, string>> = {
  emerg: 'the server cannot go on',
  alert: 'something must be done at once',
  crit: 'a whole part of the server does not work',
  error: 'a request or an action failed',
  warn: 'it goes on, but not as configured',
  notice: 'an event in the life of the server, no fault',
  info: 'for information; shown only where `LogLevel` asks for it',
  debug: 'for those who develop the server',
}

const modules: Readonly<Record<string, string>> = {
  '': 'A module of Apache 2.2’s kind, which does not name itself,',
  core: 'Apache’s core', wsgi: '`mod_wsgi`, or an application in it,', so: '`mod_so`, which loads modules,', mpm_prefork: 'the prefork MPM', mpm_worker: 'the worker MPM', mpm_event: 'the event MPM', mpm_winnt: 'Windows’ MPM',
  authz_core: '`mod_authz_core`, which decides on access,', unixd: '`mod_unixd`, which changes user and group,', suexec: '`mod_suexec`', ssl: '`mod_ssl`', http2: '`mod_http2`', proxy: '`mod_proxy`', cgi: '`mod_cgi`', cgid: '`mod_cgid`',
  rewrite: '`mod_rewrite`', autoindex: '`mod_autoindex`', dir: '`mod_dir`', negotiation: '`mod_negotiation`', watchdog: '`mod_watchdog`', log_config: '`mod_log_config`', headers: '`mod_headers`', reqtimeout: '`mod_reqtimeout`',
}

const known = new Map<string, Meaning>()

/** `wsgi:error`, `error`: who wrote a line, and how grave it is. */
export function levelMeaning(text: string): Meaning {
  const before = known.get(text)
  if (before) return before
  const [module, level] = text.includes(':') ? text.split(':') : [undefined, text]
  const grave = levels[level ?? ''] ?? 'a trace for those who develop the server'
  const who = module === undefined ? 'Apache 2.2 does not say which module' : (modules[module] ?? `the module \`${module}\``)
  const meaning = { says: `${who.charAt(0).toUpperCase()}${who.slice(1)} wrote this at level \`${level}\`: ${grave}.`, docs: ['httpd:mod/core#loglevel'] }
  if (known.size < 1000) known.set(text, meaning)
  return meaning
}
