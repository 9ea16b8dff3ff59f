import { shown } from './families.ts'

/** Who made a Linux system. `lib64` alone: Red Hat’s family, SUSE, Gentoo and others, but never Debian’s. */
export type Distribution = 'debian' | 'rhel' | 'suse' | 'lib64'

export const distributionNames: Readonly<Record<Distribution, string>> = {
  debian: 'Debian or Ubuntu', rhel: 'Red Hat’s family', suse: 'SUSE', lib64: 'Red Hat’s family or SUSE',
}

const words = ['httpd-V.platformWord', 'error-log.bannerPlatform']
const modules = ['config.loadModule', 'error-log.loadError']

/**
 * What only one of them has. `/usr/local` and `/opt` are anyone’s, and `(Unix)` is every own build. A compiler in `sys.version`
 * proves nothing: Anaconda’s was that of CentOS. `/etc/apache2` is SUSE’s and cPanel’s, too, so it is none.
 */
export const distributionsShown = shown<Distribution>([
  { of: words, shows: /Debian|Ubuntu|Raspbian/i, is: 'debian' },
  { of: words, shows: /Red Hat|CentOS|Rocky|AlmaLinux|Fedora|Amazon|Oracle Linux|Scientific|CloudLinux/i, is: 'rhel' },
  { of: words, shows: /SUSE/i, is: 'suse' },
  { of: ['httpd-V.configFile'], shows: /^apache2\.conf$/, is: 'debian' },
  { of: ['httpd-V.httpdRoot'], shows: /^\/etc\/httpd$/, is: 'lib64' },
  { of: ['apxs.installBuildDir'], shows: /^\/usr\/share\/apache2\/build$/, is: 'debian' },
  { of: ['apxs.installBuildDir'], shows: /^\/usr\/lib(?:64)?\/httpd\/build$/, is: 'rhel' },
  { of: ['ldd.resolved', 'ldd.absolute'], shows: /^(?:\/usr)?\/lib\/[a-z0-9_]+-linux-gnu\w*\/lib(?:python\d|[cm]\.)/, is: 'debian' },
  { of: ['ldd.resolved', 'ldd.absolute'], shows: /^(?:\/usr)?\/lib64\/lib(?:python\d|[cm]\.)/, is: 'lib64' },
  { of: ['diagnostic.path'], shows: /^\/usr\/lib\/python3\/dist-packages$|(?:^|,)\/usr\/lib\/python3\/dist-packages(?:,|$)/, is: 'debian' },
  { of: ['diagnostic.path'], shows: /(?:^|,)\/usr\/lib64\/python\d/, is: 'lib64' },
  { of: modules, shows: /\/usr\/lib\/apache2\/modules\//, is: 'debian' },
  { of: modules, shows: /\/usr\/lib64\/httpd\/modules\//, is: 'rhel' },
  { of: modules, shows: /\/usr\/lib64\/apache2(?:-\w+)?\//, is: 'suse' },
])

const wide: ReadonlySet<Distribution> = new Set(['lib64', 'rhel', 'suse'])

/** `lib64` is compatible with all that have such a directory. */
export const sameDistribution = (a: Distribution, b: Distribution) => a === b || ((a === 'lib64' || b === 'lib64') && wide.has(a) && wide.has(b))
