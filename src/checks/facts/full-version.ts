import { defineFact, type Fact } from '../../core/need.ts'

/** ~/.pyenv/versions/3.11.7, Cellar/python@3.12/3.12.10, cpython-3.11.7-linux-x86_64-gnu, /opt/python-3.11.7; an alias without the third number is none. */
export const fullVersionIn = (path: string): string | undefined =>
  /[\\/](?:versions[\\/]|Cellar\/python@\d\.\d+\/|cpython-|[Pp]ython[-/]?)(\d\.\d+\.\d+)(?=[\\/_+-]|$)/.exec(path)?.[1]

/** The release of Python that `otool` shows beside its library: Homebrew and Apple write the full one; `3.12.0` may stand for any 3.12. */
export const libraryRelease = defineFact<string>(['otool'], (known): Fact<string> | undefined => {
  const library = known.fields('otool', 'library').find(field => /\/Python3?$|libpython\d/.test(String(field.value)))
  const release = known.fields('otool', 'current').find(field => field.line === library?.line && field.paste === library.paste)
  return release && /^\d\.\d+\.[1-9]\d*$/.test(String(release.value)) ? { value: String(release.value), evidence: [release] } : undefined
})
