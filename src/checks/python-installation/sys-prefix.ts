import { defineOutput } from '../../core/output.ts'
import { programMissing } from '../failure.ts'

/** What Python on the command line says of itself: a `>>>` session, `python -c …`, `python --version`. */
export const sysPrefix = defineOutput<{ prefix: string; shellVersion: string; failure: string }>({
  id: 'sys-prefix',
  title: '`sys.prefix` on the command line',
  paragraph: /^\/usr(?:\/local)?$|^\/\S+\/Python\.framework\/Versions\/\d\.\d+$|^\/\S+\/\.pyenv\/versions\/\d+\.\d+\.\d+$/,
  command: /(?:^|[\s/])(?:python[\d.]*|py)(?:\.exe)?(?:\s|$)|^>>>/,
  fields: {
    shellVersion: {
      // Python 3.11.2 (main, Oct  7 2026, 12:35:07) [GCC 12.2.0] on linux
      label: 'Python of the shell',
      // 3.11.2 (main, Oct  7 2026, 12:35:07) [GCC 12.2.0], for sys.version
      line: /^Python (\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?\+?)(?=\s(?:\(|\|)|\s*$)|^['"]?(\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?\+?)(?=\s[(|])/,
      read: (match, { command }) => match[1] ?? (/sys\.version\b/.test(command ?? '') ? match[2] : undefined),
      weak: true,
      meaning: ({ value }) => ({ says: `The Python that this command started is ${value}.`, more: 'It is the Python of your shell. Which one Apache uses, only the diagnostic script can tell.' }),
    },
    prefix: {
      label: 'sys.prefix of the shell',
      weak: true,
      lone: true,
      line: /^['"]?((?:\/|[A-Za-z]:[\\/])[^'"\s:*?<>|][^'":*?<>|]*|\/)['"]?$/,
      read: (match, { command, hinted, alone }) => {
        const asked = command === undefined ? hinted || alone : /sys\.prefix/.test(command)
        return asked && !/\s/.test(match[1] ?? '') ? match[1]?.replaceAll('\\\\', '\\') : undefined
      },
      meaning: () => ({
        says: 'The root of the Python installation, or of the virtual environment, that your shell has.',
        more: 'It is what `WSGIPythonHome` or `python-home` should name if Apache is to use this one. It does not tell what Apache uses now.',
        guide: 'The guide says that the embedded Python searches `PATH` for its own name. That is so on Linux and BSD only, `PYTHONHOME` comes first, and a Python of another minor version found there is passed over.',
        docs: ['configuration-directives/WSGIPythonHome'],
      }),
    },
    failure: { ...programMissing('python[\\d.]*|py', 'Try `python3`, or the full path of the Python that mod_wsgi is to use.') },
  },
  known: [
    { label: 'prompt', weak: true, line: /^(?:import sys|print\s*\(?sys\.prefix\)?|sys\.prefix|exit\(\)|quit\(\))$/, says: 'What was typed.' },
    { label: 'greeting', weak: true, line: /^(?:Type "help", "copyright"|\[(?:GCC|Clang|MSC))/, says: 'Python’s greeting.' },
  ],
  extent: ({ has }) => (has('prefix') ? 'whole' : has('shellVersion') ? 'part' : 'failed'),
})
