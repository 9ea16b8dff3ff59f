/** The platforms and packagers that are told apart, and what a person calls them. */
export const platforms = {
  debian: 'Debian, Ubuntu',
  rhel: 'RHEL, CentOS, Fedora, Amazon Linux',
  suse: 'SUSE, openSUSE',
  alpine: 'Alpine',
  arch: 'Arch',
  freebsd: 'FreeBSD',
  'homebrew-arm': 'Homebrew, Apple Silicon',
  'homebrew-intel': 'Homebrew, Intel Mac',
  macports: 'MacPorts',
  'macos-system': 'macOS, Apple’s own Apache',
  windows: 'Windows',
  'docker-httpd': 'Docker, official httpd image',
  source: 'Built from source',
  other: 'Another or unknown platform',
} as const

export type Platform = keyof typeof platforms
export const isPlatform = (word: string): word is Platform => Object.hasOwn(platforms, word)
