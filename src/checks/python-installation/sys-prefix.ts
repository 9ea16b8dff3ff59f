import { defineOutput } from '../../core/output.ts'
import { pathEntryMeaning } from '../diagnostic-script/meanings.ts'
import { fromRepr, listFromRepr, quoted } from '../diagnostic-script/repr.ts'
import { programMissing } from '../failure.ts'

/** What Python on the command line says of itself: a `>>>` session, `python -c …`, `python --version`. */
export const sysPrefix = defineOutput<{ prefix: string; shellVersion: string; path: readonly string[]; failure: string }>({
  id: 'sys-prefix',
  title: '`sys.prefix` on the command line',
  paragraph: /^\/usr(?:\/local)?$|^\/\S+\/Python\.framework\/Versions\/\d\.\d+$|^\/\S+\/\.pyenv\/versions\/\d+\.\d+\.\d+$|^Python \d+\.\d+\.\d+\S* \(.+\) \[.+\] on \w+$/,
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
      // Not the end of a list by `ldd`: /lib64/ld-linux-x86-64.so.2 (0x00007f2b54e40000)
      line: /^['"]?((?:\/|[A-Za-z]:[\\/])(?!.*\(0x)[^'"\s:*?<>|][^'":*?<>|]*|\/)['"]?$/,
      read: (match, { command, hinted, alone }) => {
        const asked = command === undefined ? hinted || alone : /sys\.prefix/.test(command)
        // Two paths that were printed together are no value; one in quotes, or behind a drive, may have a blank.
        const single = !/\s/.test(match[1] ?? '') || /^(?:['"]|[A-Za-z]:)/.test(match[0])
        return asked && single ? match[1]?.replaceAll('\\\\', '\\') : undefined
      },
      meaning: () => ({
        says: 'The root of the Python installation, or of the virtual environment, that your shell has.',
        more: 'It is what `WSGIPythonHome` or `python-home` should name if Apache is to use this one. It does not tell what Apache uses now.',
        guide: 'The guide says that the embedded Python searches `PATH` for its own name. That is so on Linux and BSD only, `PYTHONHOME` comes first, and a Python of another minor version found there is passed over.',
        docs: ['configuration-directives/WSGIPythonHome'],
      }),
    },
    path: {
      label: 'sys.path of the shell',
      weak: true,
      // >>> sys.path, print(sys.path), and the list of `python -m site`, which begins on a line of its own; the script's page has it on one.
      line: new RegExp(`^(?:sys\\.path = (?=\\[\\s))?(\\[\\s*(?:${quoted}\\s*,?\\s*)*\\])$`),
      open: /^(?:sys\.path = \[|\[(?:['"](?!.*\]$).*)?)$/,
      reach: 80,
      whole: /\]$/,
      read: (match, { command }) => (/sys\.path\b|-m\s*site\b/.test(command ?? '') ? listFromRepr(match[1] ?? '') : undefined),
      parts: new RegExp(`(${quoted})`),
      partMeaning: item => pathEntryMeaning(fromRepr(item) ?? item),
      meaning: () => ({ says: 'Where the Python of your shell looks for modules. It starts with the directory of the call; the Python in Apache does not.' }),
    },
    failure: { ...programMissing('python[\\d.]*|py', 'Try `python3`, or the full path of the Python that mod_wsgi is to use.') },
  },
  known: [
    { label: 'prompt', weak: true, line: /^(?:import sys|print\s*\(?sys\.prefix\)?|sys\.prefix|exit\(\)|quit\(\))$/, says: 'What was typed.' },
    { label: 'greeting', weak: true, line: /^(?:Type "help", "copyright"|\[(?:GCC|Clang|MSC))/, says: 'Python’s greeting.' },
  ],
  extent: ({ has }) => (has('prefix') ? 'whole' : has('shellVersion') || has('path') ? 'part' : 'failed'),
})
