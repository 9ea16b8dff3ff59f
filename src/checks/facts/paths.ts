/** Two spellings of one place made equal: merged /usr, Homebrew's opt and Cellar, macOS' /private, Windows' case and slashes, trailing slashes. */
export function normal(path: string): string {
  let text = path.trim()
  if (/^[A-Za-z]:[\\/]/.test(text)) return text.replaceAll('/', '\\').replace(/\\+$/, '').toLowerCase()
  text = text.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1')
  text = text.replace(/^\/private(?=\/(?:var|tmp|etc)\b)/, '')
  text = text.replace(/^\/(?=(?:lib(?:x?32|64)?|s?bin)(?:\/|$))/, '/usr/')
  text = text.replace(/\/Cellar\/(python@\d+\.\d+)\/[^/]+/, '/opt/$1').replace(/\/opt\/python3(?=\/)/, '/opt/python@3')
  return text === '/' ? '/usr' : text
}

export const samePlace = (a: string, b: string) => normal(a) === normal(b)

/** pyenv's and uv's directories: an alias such as `3.12` may be a link to `3.12.4` (python-linking §5.4). */
export function mayBeAlias(a: string, b: string): boolean {
  const shape = /^(.*\/(?:versions|python)\/(?:cpython-)?)(\d+\.\d+)(?:\.\d+)?(.*)$/
  const one = shape.exec(normal(a))
  const two = shape.exec(normal(b))
  if (!one || !two || one[1] !== two[1] || one[2] !== two[2] || one[3] !== two[3]) return false
  return /\/(?:cpython-)?\d+\.\d+(?:-|$)/.test(normal(a)) || /\/(?:cpython-)?\d+\.\d+(?:-|$)/.test(normal(b))
}

/** Below a directory, or that directory itself. */
export const isBelow = (path: string, directory: string) => normal(path) === normal(directory) || normal(path).startsWith(`${normal(directory).replace(/[\\/]$/, '')}${/^[a-z]:/.test(normal(directory)) ? '\\' : '/'}`)

/** Directories of Anaconda, Miniconda and their like. A bare `/envs/` is not enough: virtualenvwrapper’s users have such directories, too. */
export const isConda = (path: string) => /[\\/](?:(?:ana|mini)conda|mini(?:conda|forge)|mambaforge|micromamba|conda)\d?(?:[\\/-]|$)/i.test(path)

export const isFramework = (path: string) => /Python3?\.framework\//.test(`${path}/`)

/** The directory of a file. */
export const directoryOf = (file: string) => file.replace(/[\\/][^\\/]*$/, '') || '/'

/** Directories that the dynamic loader searches without being told. */
export const isSystemLibraryDirectory = (directory: string) => /^\/usr\/lib(?:64|x?32)?(?:\/[a-z0-9_]+-linux-\w+)?$/.test(normal(directory))

