import type { Known } from '../../core/need.ts'
import type { OwnPlaces } from './places.ts'

/** What needs no quotes in a shell. */
const plainPath = /^\/[\w.+/-]+$/

const below = (root: string, path: string) => (path.startsWith('/') ? path : `${root}/${path}`)

/** `httpd -V` names the files below its root; the programs and modules stand where the layout `Apache` of httpd’s config.layout puts them. */
export function ownPlaces(known: Known): OwnPlaces | undefined {
  const root = String((known.field('httpd-V', 'httpdRoot') ?? known.field('config-nice', 'prefix'))?.value ?? '').replace(/\/$/, '')
  if (!plainPath.test(root)) return undefined
  const config = String(known.field('httpd-V', 'configFile')?.value ?? '')
  const log = known.fields('httpd-V', 'define').flatMap(({ value }) => /^DEFAULT_ERRORLOG="(.+)"$/.exec(String(value))?.[1] ?? [])[0]
  return {
    httpd: `${root}/bin/httpd`, apxs: `${root}/bin/apxs`, module: `${root}/modules/mod_wsgi.so`, restart: `sudo ${root}/bin/apachectl restart`,
    conf: `${root}/conf/`, log: `${root}/logs/error_log`,
    ...(/\/[^/]+$/.test(config) && { conf: below(root, config.replace(/[^/]+$/, '')) }),
    ...(log !== undefined && { log: below(root, log) }),
  }
}
