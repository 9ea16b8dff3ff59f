import type { DocsLink } from '../core/prose.ts'

const capitals: Readonly<Record<string, string>> = { apache: 'Apache', c: 'C', gil: 'GIL', macosx: 'macOS', mpm: 'MPM', pypi: 'PyPI', python: 'Python', selinux: 'SELinux', rhel: 'RHEL', unix: 'UNIX', wsgi: 'WSGI', wsgidaemonprocess: 'WSGIDaemonProcess', linux: 'Linux', windows: 'Windows' }

const words = (slug: string) => {
  const text = slug.split('-').map(word => capitals[word] ?? word).join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The title of a page or section, made of its name as Sphinx made the name of the title. */
export function docsTitle(link: DocsLink): string {
  if (link.startsWith('httpd:')) return `Apache: ${link.replace(/^httpd:(?:mod\/|programs\/)?/, '').replace('#', ', ')}`
  const [page = '', section] = link.replace(/^[\w-]+\//, '').split('#')
  return section === undefined ? words(page) : `${words(page)}: ${words(section)}`
}

/** Where a page or section is; a link for a person to follow, never a request of the page. */
export function docsUrl(link: DocsLink): string {
  const apache = link.startsWith('httpd:')
  const [page = '', section] = link.replace('httpd:', '').split('#')
  const address = `${apache ? 'https://httpd.apache.org/docs/2.4' : 'https://modwsgi.readthedocs.io/en/latest'}/${page}.html`
  return section === undefined ? address : `${address}#${section}`
}
