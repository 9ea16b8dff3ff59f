/** The directives that decide about threads and processes, as a configuration has them. */
export interface Settings {
  readonly ServerLimit?: number
  readonly MaxRequestWorkers?: number
  readonly ThreadsPerChild?: number
  /** Options of `WSGIDaemonProcess`; absent in embedded mode. */
  readonly daemon?: { readonly threads?: number; readonly processes?: number; readonly 'maximum-requests'?: number }
}

const lines = (pairs: object, between: string, of: string) => Object.entries(pairs).flatMap(([name, value]) => (typeof value === 'number' ? [`${name}${of}${value}`] : [])).join(between)

export function configOf(settings: Settings, group = 'site'): string {
  const { daemon, ...limits } = settings
  const own = daemon ? `WSGIDaemonProcess ${group} ${lines(daemon, ' ', '=')}`.trim() : ''
  return `${lines(limits, '\n', ' ')}\n${own}\nWSGIScriptAlias / /srv/www/site/site.wsgi${daemon ? ` process-group=${group}` : ''}\n`
}

/** What the MPMs answer to mod_wsgi, wsgi-environ §1.1. */
const mpms: Readonly<Record<string, { readonly threaded: boolean; readonly forked: boolean }>> = {
  prefork: { threaded: false, forked: true }, worker: { threaded: true, forked: true }, event: { threaded: true, forked: true },
  winnt: { threaded: true, forked: false }, netware: { threaded: true, forked: false }, mpmt_os2: { threaded: true, forked: false },
}

const children = (mpm: string, { ServerLimit = 16, MaxRequestWorkers, ThreadsPerChild = 25 }: Settings) =>
  Math.min(ServerLimit, MaxRequestWorkers === undefined ? Infinity : Math.max(1, Math.floor(MaxRequestWorkers / (mpm === 'prefork' ? 1 : ThreadsPerChild))))

/** The two formulas of wsgi-environ §1.1; `-X` is not in them. */
export function flagsOf(mpm: string, settings: Settings): { readonly multithread: boolean; readonly multiprocess: boolean; readonly once: boolean } {
  const { daemon } = settings
  if (daemon) return { multithread: daemon.threads !== 1, multiprocess: daemon.processes !== undefined, once: daemon.threads === 1 && daemon['maximum-requests'] === 1 }
  const { threaded = false, forked = false } = mpms[mpm] ?? {}
  return { multithread: threaded && settings.ThreadsPerChild !== 1, multiprocess: forked && children(mpm, settings) !== 1, once: false }
}
