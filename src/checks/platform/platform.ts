import type { Fact, Known, Need } from '../../core/need.ts'
import type { Field } from '../../core/output.ts'
import { ownPlaces } from './own-places.ts'
import type { OwnPlaces } from './places.ts'
import type { Platform } from './platforms.ts'

const rhelWords = /Red Hat|CentOS|Rocky|AlmaLinux|Fedora|Amazon|Oracle Linux|Scientific|CloudLinux/i
const debianWords = /Debian|Ubuntu|Raspbian/i

interface Sign {
  readonly platform: Platform
  readonly output: string
  readonly key: string
  readonly shows: RegExp
  /** A second line that must be there too. */
  readonly with?: { readonly key: string; readonly shows: RegExp }
}

/** First hit wins; the surest signs first. Grades and sources: HTTPD_ROOT and the version's bracket name the packager best. */
const signs: readonly Sign[] = [
  { platform: 'homebrew-arm', output: 'httpd-V', key: 'httpdRoot', shows: /^\/opt\/homebrew\// },
  { platform: 'homebrew-intel', output: 'httpd-V', key: 'httpdRoot', shows: /^\/usr\/local\/(?:Cellar|opt)\/httpd/ },
  { platform: 'macports', output: 'httpd-V', key: 'httpdRoot', shows: /^\/opt\/local$/ },
  { platform: 'macos-system', output: 'httpd-V', key: 'configFile', shows: /^\/private\/etc\/apache2\// },
  { platform: 'windows', output: 'httpd-V', key: 'platformWord', shows: /^Win(?:32|64)$/ },
  { platform: 'windows', output: 'httpd-V', key: 'mpm', shows: /^winnt$/ },
  { platform: 'debian', output: 'httpd-V', key: 'platformWord', shows: debianWords },
  { platform: 'debian', output: 'httpd-V', key: 'httpdRoot', shows: /^\/etc\/apache2$/, with: { key: 'configFile', shows: /^apache2\.conf$/ } },
  // Until Debian 6 the root was left empty, and the first ones had no word in brackets.
  { platform: 'debian', output: 'httpd-V', key: 'configFile', shows: /^\/etc\/apache2\/apache2\.conf$/ },
  { platform: 'rhel', output: 'httpd-V', key: 'platformWord', shows: rhelWords },
  { platform: 'suse', output: 'httpd-V', key: 'platformWord', shows: /SUSE/i },
  { platform: 'freebsd', output: 'httpd-V', key: 'platformWord', shows: /FreeBSD/ },
  { platform: 'freebsd', output: 'httpd-V', key: 'configFile', shows: /^etc\/apache2\d\// },
  { platform: 'rhel', output: 'httpd-V', key: 'httpdRoot', shows: /^\/etc\/httpd$/, with: { key: 'define', shows: /^DEFAULT_PIDLOG="run\/httpd\.pid"/ } },
  // Amazon Linux 2 has the same two lines as Arch, and nothing in its brackets: `Apache/2.4.59 ()`.
  { platform: 'arch', output: 'httpd-V', key: 'platformWord', shows: /^Unix$/, with: { key: 'define', shows: /^DEFAULT_PIDLOG="\/run\/httpd\/httpd\.pid"/ } },
  { platform: 'rhel', output: 'httpd-V', key: 'httpdRoot', shows: /^\/etc\/httpd$/, with: { key: 'define', shows: /^SUEXEC_BIN="\/usr\/sbin\/suexec"/ } },
  { platform: 'alpine', output: 'httpd-V', key: 'configFile', shows: /^\/etc\/apache2\/httpd\.conf$/, with: { key: 'httpdRoot', shows: /^\/var\/www/ } },
  { platform: 'windows', output: 'httpd-M', key: 'module', shows: /^mpm_winnt_module$|^win32_module$/ },
  { platform: 'homebrew-arm', output: 'apxs', key: 'installBuildDir', shows: /^\/opt\/homebrew\// },
  { platform: 'homebrew-intel', output: 'apxs', key: 'installBuildDir', shows: /^\/usr\/local\/opt\/httpd\// },
  { platform: 'debian', output: 'apxs', key: 'installBuildDir', shows: /^\/usr\/share\/apache2\/build$/ },
  { platform: 'rhel', output: 'apxs', key: 'installBuildDir', shows: /^\/usr\/lib(?:64)?\/httpd\/build$/ },
  { platform: 'debian', output: 'error-log', key: 'bannerPlatform', shows: debianWords },
  { platform: 'rhel', output: 'error-log', key: 'bannerPlatform', shows: rhelWords },
  { platform: 'windows', output: 'error-log', key: 'bannerPlatform', shows: /^Win(?:32|64)$/ },
  { platform: 'suse', output: 'error-log', key: 'bannerPlatform', shows: /SUSE/i },
  { platform: 'alpine', output: 'ldd', key: 'loader', shows: /ld-musl/ },
]

/** Signs of the Python side: they tell the machine, but not who packaged Apache, so they come last. */
const lateSigns: readonly Sign[] = [
  { platform: 'homebrew-arm', output: 'otool', key: 'library', shows: /^\/opt\/homebrew\// },
  { platform: 'homebrew-intel', output: 'otool', key: 'library', shows: /^\/usr\/local\/(?:opt|Cellar)\// },
  { platform: 'debian', output: 'diagnostic', key: 'path', shows: /\/dist-packages(?:,|$)/ },
  { platform: 'debian', output: 'ldd', key: 'resolved', shows: /^(?:\/usr)?\/lib\/[a-z0-9_]+-linux-gnu\w*\/libpython/ },
  { platform: 'rhel', output: 'ldd', key: 'resolved', shows: /^(?:\/usr)?\/lib64\/libpython/ },
  { platform: 'windows', output: 'diagnostic', key: 'prefix', shows: /^[A-Za-z]:\\/ },
  // Where a start message or a directive names a file: the directories of the packages, which nobody else uses.
  ...['error-log.syntaxErrorAt', 'mutex.place', 'error-log.loadError', 'config.loadModule', 'config.loadFile', 'config.file'].flatMap((name): readonly Sign[] => {
    const [output = '', key = ''] = name.split('.')
    return [
      { platform: 'homebrew-arm', output, key, shows: /(?:^|[\s"])\/opt\/homebrew\// },
      { platform: 'homebrew-intel', output, key, shows: /(?:^|[\s"])\/usr\/local\/(?:etc|opt|Cellar)\/httpd\// },
      { platform: 'macos-system', output, key, shows: /(?:^|[\s"])\/private\/etc\/apache2\// },
      { platform: 'freebsd', output, key, shows: /(?:^|[\s"])\/usr\/local\/(?:etc|libexec)\/apache2\d\// },
      { platform: 'debian', output, key, shows: /(?:^|[\s"])(?:\/etc\/apache2\/(?:apache2\.conf|(?:sites|mods|conf)-(?:enabled|available)\/)|\/usr\/lib\/apache2\/modules\/)/ },
      { platform: 'rhel', output, key, shows: /(?:^|[\s"])(?:\/etc\/httpd\/conf(?:\.modules)?\.d\/|\/usr\/lib64\/httpd\/modules\/)/ },
      { platform: 'windows', output, key, shows: /(?:^|[\s"])[A-Za-z]:[\\/]/ },
    ]
  }),
]

function evidenceOf(known: Known, sign: Sign): Field[] | undefined {
  const first = known.fields(sign.output, sign.key).find(f => sign.shows.test(String(f.value)))
  if (!first) return undefined
  if (!sign.with) return [first]
  const { key, shows } = sign.with
  const second = known.fields(sign.output, key).find(f => shows.test(String(f.value)))
  return second && [first, second]
}

function packager(known: Known): Fact<Platform> | undefined {
  for (const sign of signs) {
    const evidence = evidenceOf(known, sign)
    if (evidence) return { value: sign.platform, evidence }
  }
  const root = known.field('httpd-V', 'httpdRoot')
  const prefix = known.field('config-nice', 'prefix')
  if (root?.value === '/usr/local/apache2') {
    const inDocker = known.sections.some(s => /^root@[0-9a-f]{12}:/.test(s.prompt ?? '') || /\bdocker (?:exec|run|compose)\b/.test(s.command ?? ''))
    return { value: inDocker ? 'docker-httpd' : 'source', evidence: [root] }
  }
  if (root && /^\/(?:opt|usr\/local|srv|home)\//.test(String(root.value))) return { value: 'source', evidence: [root] }
  if (prefix && !root) return { value: 'source', evidence: [prefix] }
  // Where Apache says `Unix`, no distribution packaged it, whatever the machine's Python looks like.
  const ownBuild = known.field('httpd-V', 'platformWord')?.value === 'Unix'
  for (const sign of lateSigns) {
    const evidence = ownBuild && /debian|rhel|suse/.test(sign.platform) ? undefined : evidenceOf(known, sign)
    if (evidence) return { value: sign.platform, evidence }
  }
  return root && { value: 'other', evidence: [root] }
}

export interface Here extends Fact<Platform> {
  readonly own?: OwnPlaces | undefined
}

/** Who packaged the Apache that was asked, or which machine the pastes come from. */
export const platform: Need<Here> = {
  from: ['httpd-V', 'httpd-M', 'apxs', 'ldd', 'otool', 'diagnostic'],
  get: known => known.once(platform, () => {
    const here = packager(known)
    return here?.value === 'source' ? { ...here, own: ownPlaces(known) } : here
  }),
}

/** The places of the Apache at hand, where somebody built it and nobody says that this is another platform. */
export const ownPlacesOn = (known: Known, on: Platform | undefined): OwnPlaces | undefined => (on === 'source' ? platform.get(known)?.own : undefined)
