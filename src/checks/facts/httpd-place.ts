import { isBelow as isIn, normal } from './paths.ts'

/** Homebrew: `/opt/homebrew/Cellar/httpd/2.4.66` is what `/opt/homebrew/opt/httpd` leads to. */
const brewed = (path: string) => normal(path).replace(/\/Cellar\/(httpd(?:@[\d.]+)?)\/[^/]+/, '/opt/$1')

export const sameHttpd = (a: string, b: string) => brewed(a) === brewed(b)

export const isBelow = (path: string, directory: string) => path !== '' && isIn(brewed(path), brewed(directory))
