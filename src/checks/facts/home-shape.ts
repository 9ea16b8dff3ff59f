/** What is wrong with a directory that is given as Python's home, told by its name alone. */
export interface Shape {
  readonly is: string
  /** The directory that is probably meant. */
  readonly meant?: string
  /** It may work by accident. */
  readonly mild?: true
}

/** The program, its directory, a directory of packages or of the standard library: each lies below the root that is meant (python-linking §5.6). */
const below: readonly (readonly [end: RegExp, is: string])[] = [
  [/[\\/](?:bin|Scripts)[\\/]python[\d.]*(?:\.exe)?$|[\\/]python\.exe$/i, 'is the program'],
  [/[\\/](?:bin|Scripts)$/i, 'is the directory of the program'],
  [/[\\/](?:lib(?:64)?[\\/]python\d\.\d+t?[\\/]|Lib[\\/])(?:site|dist)-packages$/i, 'is the directory of the packages'],
  [/[\\/]lib(?:64)?[\\/]python\d\.\d+t?$/, 'is the directory of the standard library'],
]

/** `defined` tells whether `${NAME}` has a value in Apache's configuration, where that is known. */
export function homeShape(given: string, defined: (name: string) => boolean): Shape | undefined {
  const path = given.replace(/(.)[\\/]+$/, '$1')
  const named = below.find(([end]) => end.test(path))
  if (named) return { is: named[1], meant: path.replace(named[0], '') || '/' }
  if (path.startsWith('~')) return { is: 'begins with `~`, which a shell would replace and Apache does not' }
  // Apache fills in `${NAME}` when it reads the line, provided that NAME is defined.
  const variable = /\$(\{?)(\w+)/.exec(path)
  if (variable?.[2] !== undefined && (variable[1] === '' || !defined(variable[2]))) return { is: 'has a variable in it that nobody replaces' }
  if (variable || /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path)) return undefined
  return { is: 'is no full path', mild: true }
}
