import { optionIn } from '../checks/facts/expectation.ts'
import { directives, type Directive } from '../checks/facts/wsgi-config.ts'
import { restart } from '../checks/platform/commands.ts'
import { platform } from '../checks/platform/platform.ts'
import { optional } from '../core/need.ts'
import { defineRule } from '../core/rule.ts'
import { code } from '../core/say.ts'

/** Where installations keep their own packages: nothing to be said of them. */
const ofInstallation = /^\/(?:usr|usr\/local|Library\/Frameworks\/.*|opt\/homebrew(?:\/.*)?|opt\/rh\/.*|opt\/local(?:\/.*)?)$|[\\/](?:Python\.framework)(?:[\\/]|$)|[\\/](?:ana|mini)conda\d?$/

/** The root of the environment whose packages a directory holds. */
function environmentOf(directory: string): string | undefined {
  const root = /^(\/.+?)\/lib(?:64)?\/python\d\.\d+\/site-packages\/?$/.exec(directory)?.[1]
  return root === undefined || ofInstallation.test(root) ? undefined : root
}

const paths = (list: string | undefined) => (list ?? '').split(':')

export const rule = defineRule({
  title: 'Virtual environments are given as Python’s home',
  fault: 'A virtual environment is given as a search path only',
  severity: 'notable',
  plain: 'An environment’s packages are added to those of the system’s Python, which stay in reach.',
  why: 'With `python-path=` Python keeps its own home, so packages of the installation are found, too, and may be mixed with those of the environment. With `python-home=` the environment takes its place.',
  speaks: 'The `site-packages` of an environment in `python-path=` or `WSGIPythonPath`, without the environment as home.',
  docs: ['user-guides/virtual-environments', 'configuration-directives/WSGIDaemonProcess', 'configuration-directives/WSGIPythonPath'],
  needs: { directives, where: optional(platform) },
  examine({ directives: { value: all }, where }) {
    const general = all.findLast(({ name }) => /^wsgipythonhome$/i.test(name))
    const told = (line: Directive, list: string | undefined, home: string | undefined, option: string, instead: (root: string) => string) => {
      const root = paths(list).map(environmentOf).find(found => found !== undefined)
      // Beside a home of its own, the path is an addition that somebody chose.
      if (root === undefined || home !== undefined) return []
      return [{
        severity: 'notable' as const,
        says: `${code(option)} names the packages of the environment ${code(root)}, but nothing makes the environment Python’s home.`,
        evidence: [line.field],
        fix: `Write ${code(instead(root))} in its place, if mod_wsgi was built for the Python of the environment, and restart with \`${restart(where)}\`.`,
        verify: `The script’s page shows ${code(`sys.prefix = '${root}'`)}.`,
      }]
    }
    return all.flatMap(line => {
      if (/^wsgidaemonprocess$/i.test(line.name)) return told(line, optionIn(line.words, 'python-path'), optionIn(line.words, 'python-home') ?? general?.words[0], 'python-path=', root => `python-home=${root}`)
      // In <WSGIInterpreterOptions> it is for one of several applications, which cannot have a home of its own.
      return /^wsgipythonpath$/i.test(line.name) && !line.within.some(({ name }) => name === 'wsgiinterpreteroptions') ? told(line, line.words[0], general?.words[0], 'WSGIPythonPath', root => `WSGIPythonHome ${root}`) : []
    })
  },
})
