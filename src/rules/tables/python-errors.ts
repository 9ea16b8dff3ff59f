import { logged } from '../../checks/facts/log.ts'
import { compiledPython } from '../../checks/facts/mod-wsgi.ts'
import { messages, type Message } from '../../checks/facts/messages.ts'
import { minorOf } from '../../checks/facts/python.ts'
import { restart } from '../../checks/platform/commands.ts'
import { platform } from '../../checks/platform/platform.ts'
import { everything, optional } from '../../core/need.ts'
import { defineRule, type Rule } from '../../core/rule.ts'
import { code } from '../../core/say.ts'
import { quoted, signatures } from './signature.ts'
import { raised, type Raised } from './traceback.ts'

const daemons = 'configuration-directives/WSGIDaemonProcess'
const rights = 'user-guides/application-issues#access-rights-of-apache-user'
const again = 'The same address is answered.'

const signs = {
  symbol: /^ImportError: [^:]{1,400}\.so[\w.]{0,40}: undefined symbol: (?!SSL_)/,
  // No module named 'numpy.core._multiarray_umath'
  part: /^(?:ModuleNotFound|Import)Error: No module named ['"]?(\w+(?:\.\w+)*)\._\w+/,
}

/** `/srv/venv/lib/python3.8/site-packages/…`, `….cpython-38-x86_64-linux-gnu.so` */
function versionIn(path: string): string | undefined {
  const [, packages, tag] = /[\\/]python(\d\.\d+)t?[\\/]site-packages[\\/]|\.cpython-(\d{2,3})t?-/.exec(path) ?? []
  return packages ?? (tag === undefined ? undefined : `${tag.slice(0, 1)}.${tag.slice(1)}`)
}

/** The version for which a package was installed, where its path tells another than the Python that runs. */
export function foreign({ words, files }: Raised, running: string | undefined): { readonly path: string; readonly version: string } | undefined {
  for (const path of [...files.toReversed(), ...(/(\/[^\s:'"]+\.so)/.exec(words)?.slice(1) ?? [])]) {
    const version = versionIn(path)
    if (version !== undefined && running !== undefined && version !== minorOf(running)) return { path, version }
  }
  return undefined
}

export const rules: Readonly<Record<string, Rule>> = {
  'r11-package-of-another-python': defineRule({
    title: 'The packages were installed for the Python that runs',
    fault: 'A package was installed for another Python',
    severity: 'broken',
    plain: 'A part of the application was made for another version of Python and cannot be loaded.',
    why: 'Compiled parts of packages (`.so`, `.pyd`) fit one version X.Y of Python. In the directories of another version, Python does not find them, or they ask for functions that it does not have.',
    speaks: 'A failed import with `undefined symbol`, or of a compiled part of a package that is there, or out of the packages of another version than the start notice names.',
    docs: ['user-guides/virtual-environments#virtual-environment-and-python-version', 'user-guides/installation-issues#multiple-python-versions'],
    needs: { raised, python: optional(compiledPython), where: optional(platform) },
    because: ['venv-minor'],
    next: ['diagnostic', 'config'],
    examine({ raised: { value }, python, where }) {
      for (const one of value) {
        if (!/^(?:ModuleNotFound|Import|Syntax)Error\b/.test(one.words)) continue
        const other = foreign(one, python?.value)
        const part = signs.part.exec(one.words)?.[1]
        const symbol = signs.symbol.test(one.words)
        if (!other && part === undefined && !symbol) continue
        const says = other
          ? `${code(other.path)} belongs to Python ${other.version}, but mod_wsgi runs Python ${python?.value}: ${code(one.words)}.`
          : symbol ? `A compiled package asks for a function that is not there, as one built for another Python does: ${code(one.words)}.` : `The package ${code(part)} is there, but a compiled part of it is not found, as in one installed for another Python: ${code(one.words)}.`
        return {
          severity: other || symbol ? 'broken' : 'risky',
          says,
          evidence: [one.field, ...(other && python ? python.evidence : [])],
          fix: `Make the environment anew with the Python${python ? ` ${python.value}` : ''} of mod_wsgi and install the packages into it; name it in \`python-home=\` or \`WSGIPythonHome\`. Then \`${restart(where)}\`.`,
          verify: again,
        }
      }
      return undefined
    },
  }),
  ...signatures({
    'r23-not-picklable': {
      title: 'Objects of the script are not pickled',
      fault: 'An object cannot be pickled',
      severity: 'risky',
      plain: 'The application cannot store or hand on one of its objects.',
      why: 'mod_wsgi loads the script file as a module without a name that can be imported. What is defined in it can therefore not be pickled.',
      docs: ['user-guides/application-issues#pickling-of-python-objects'],
      shows: /PicklingError: Can't pickle/,
      like: "PicklingError: Can't pickle <class '_mod_wsgi_8a1.Item'>: import of module '_mod_wsgi_8a1' failed",
      says: 'Pickling failed: {message}.',
      fix: 'If this class or function is defined in the WSGI script file, move it into a module that the script imports.',
      verify: 'The log shows no such line any more.',
    },
    'r24-django-settings': {
      title: 'Django finds its settings',
      fault: 'Django finds no settings',
      severity: 'broken',
      plain: 'The application starts without its settings and cannot work.',
      why: 'Django reads the name of its settings from `DJANGO_SETTINGS_MODULE`, once for each interpreter. Two sites in one interpreter, or one script that does not set it, leave a site without settings or with those of the other.',
      docs: ['user-guides/application-issues#application-environment-variables'],
      shows: /settings are not configured/,
      like: 'django.core.exceptions.ImproperlyConfigured: Requested setting INSTALLED_APPS, but settings are not configured.',
      says: 'Django was used before it knew its settings: {message}.',
      fix: 'Have each script set `os.environ[\'DJANGO_SETTINGS_MODULE\']` before it imports anything of Django. If several sites run here, give each its own `WSGIDaemonProcess` group.',
      verify: again,
      next: ['config'],
    },
    'r25-ascii-locale': {
      title: 'The application may write any letter',
      fault: 'The application may write ASCII letters only',
      severity: 'risky',
      plain: 'Texts with accents or other scripts end in an error.',
      why: 'Apache is mostly started in the locale `C`, in which Python takes file names and output for ASCII.',
      docs: ['user-guides/application-issues#timezone-and-locale-settings', daemons],
      shows: /UnicodeEncodeError: 'ascii' codec can't encode/,
      like: "UnicodeEncodeError: 'ascii' codec can't encode character '\\xe9' in position 3: ordinal not in range(128)",
      says: 'Python could not write a letter in the locale of the process.',
      fix: 'In the `WSGIDaemonProcess` line, write `lang=C.UTF-8 locale=C.UTF-8`. Then `{restart}`.',
      verify: again,
      next: ['config'],
    },
    'r26-permission-denied': {
      title: 'The application may open its files',
      fault: 'The application may not open a file',
      severity: 'broken',
      plain: 'The application runs as Apache’s user, and that user may not use this file.',
      why: 'The process runs as Apache’s user, or as the one in `user=`. It needs rights on the file and the right to search each directory above it. SELinux can refuse what the rights allow.',
      docs: [rights, 'user-guides/configuration-issues#selinux-on-rhel-and-fedora'],
      shows: /\[Errno 13\] Permission denied: b?['"]((?:\/|~|[A-Za-z]:[\\/])[^'"]*)['"]/,
      like: "PermissionError: [Errno 13] Permission denied: '/srv/www/site/debug.log'",
      says: 'The application is refused at {name}.',
      fix: ({ text }) => `Look which part of the path is closed: \`namei -l ${/denied: b?['"]([^'"`]*)/.exec(text)?.[1] ?? 'PATH'}\`. Give Apache’s user, or the one in \`user=\`, the right to it, and the right to write in the directory of a file that it has to make. If the rights are right, SELinux may be the one that refuses.${/denied: b?['"]\/[^/'"]+['"]/.test(text) ? ' If the code names it without a path: such a name counts from the working directory, which is `/` here. Write the whole path, or set `home=` in the `WSGIDaemonProcess` line.' : ''}`,
      verify: again,
      next: ['config'],
    },
    'r26-relative-path': {
      title: 'The application finds its files by their full paths',
      fault: 'The application looks for a file in the working directory',
      severity: 'broken',
      plain: 'The application expects to be started in its own directory, and Apache does not do that.',
      why: 'A name without a leading `/` counts from the working directory. Apache’s is mostly `/`, whatever directory the script lies in, and Apache’s user may not write there.',
      docs: ['user-guides/application-issues#application-working-directory', daemons],
      // A bare name without a suffix may be a program that is not found on `PATH`.
      shows: /\[Errno (?:2|13)\] (?:No such file or directory|Permission denied): b?['"]((?![/~]|[A-Za-z]:[\\/])[^'"]*(?:\/[^'"]*|\.[A-Za-z]\w*))['"]/,
      like: "FileNotFoundError: [Errno 2] No such file or directory: 'client_secrets.json'",
      says: 'The application opens {name}, which counts from the working directory.',
      fix: 'Make the path from the place of the code: `os.path.join(os.path.dirname(__file__), …)`. In daemon mode, `home=/path/of/the/application` in the `WSGIDaemonProcess` line sets the working directory.',
      verify: again,
      next: ['config'],
    },
    'r29-out-of-memory': {
      title: 'The machine has memory to give',
      fault: 'The system gave no more memory',
      severity: 'risky',
      plain: 'The server has too little memory for what it is asked to do.',
      why: 'Each thread reserves memory for a stack of its own. On a small server, many processes and threads, or an application that grows, use up what there is.',
      docs: ['user-guides/application-issues#memory-constrained-vps-systems', daemons],
      shows: /(?:^|[\s\]])MemoryError(?::|,|$)|\(12\)Cannot allocate memory|\[Errno 12\] Cannot allocate memory/,
      like: 'MemoryError',
      says: 'Memory was refused: {message}.',
      fix: 'Run fewer processes and threads, or set a smaller `stack-size=` in the `WSGIDaemonProcess` line. Look whether the application grows with each request. Then `{restart}`.',
      verify: 'Under the same load, the log shows no such line.',
    },
  }),
  'r26-selinux': defineRule({
    title: 'SELinux is no likely reason for what fails',
    fault: 'SELinux is on, and may be what refuses a file',
    severity: 'notable',
    plain: 'A second guard besides the file rights is active here, and it may be the one that refuses.',
    why: 'SELinux allows Apache’s processes only what its labels allow, whatever the rights of a file say. A file that it hides may look as if it were not there. Only its own log tells whether it refused.',
    speaks: 'Apache’s notice that SELinux is on, together with a refused or missing file or module.',
    docs: ['user-guides/configuration-issues#selinux-on-rhel-and-fedora', 'user-guides/application-issues#secure-variants-of-unix'],
    needs: { known: everything, messages },
    because: ['r10-script-not-loaded', 'r26-permission-denied', 'r05-script-not-found', 'r02-search-permission', 'd01-daemon-socket-permission'],
    examine({ known, messages: { value } }) {
      const on = logged(known, 'event').findLast(field => /SELinux policy enabled/.test(String(field.value)))
      const refused = value.find(({ text }: Message) => /\(13\)Permission denied|\[Errno 13\]|WSGI0135\b|Target WSGI script not found|Error: No module named/.test(text))
      if (!on || !refused) return undefined
      return {
        severity: 'notable',
        says: `SELinux is on. It is one possible reason for ${quoted(refused)}; file rights and paths are the other.`,
        evidence: [on, refused.first],
        fix: 'Right after a failed request, ask for refusals: `sudo ausearch -m avc -ts recent`. If there are any, compare the labels (`ls -Z`) and restore them with `restorecon -Rv` on the directory.',
        verify: 'The list of refusals stays empty, and the address is answered.',
      }
    },
  }),
}
