import { errorLogOutput } from '../../checks/error-log/error-log.ts'
import { compiledPython } from '../../checks/facts/mod-wsgi.ts'
import { messages, type Message } from '../../checks/facts/messages.ts'
import { directoryOf } from '../../checks/facts/paths.ts'
import { restart } from '../../checks/platform/commands.ts'
import { platform } from '../../checks/platform/platform.ts'
import { plainly } from '../../core/foreign.ts'
import { everything, optional } from '../../core/need.ts'
import { defineRule, type Finding, type Rule } from '../../core/rule.ts'
import { code } from '../../core/say.ts'
import { foreign } from './python-errors.ts'
import { loadFailure, openTraceback, raised, type Raised } from './traceback.ts'

/** Rules about the start of Python speak of these. */
const ofPython = /^(?:encodings|_(?:ctypes|ssl|sqlite3|struct|posixsubprocess))$/
/** Other compiled modules of the standard library: that they are missing is a fault of the Python, not of the application. */
const standard =
  /^(?:encodings\.\w+|math|select|zlib|binascii|array|fcntl|grp|termios|unicodedata|mmap|resource|readline|pyexpat|time|itertools|_(?:bz2|lzma|hashlib|socket|json|datetime|decimal|curses|tkinter|uuid|elementtree|csv|random|bisect|heapq|pickle|queue|asyncio|contextvars|multiprocessing|opcode|statistics|zoneinfo|sysconfigdata\w*))$/
/** A part of a package that is there, such as `numpy.core._multiarray_umath`: compiled for another Python. */
const compiledPart = /^\w+(?:\.\w+)*\._\w+$/

/** What other rules say more of. */
const elsewhere = /subinterpreters|PyO3 modules|Interpreter change detected|undefined symbol|Can't pickle|settings are not configured|codec can't encode|\[Errno 1?[23]\]|MemoryError|Cannot allocate memory|access restricted by mod_wsgi|client connection closed|failed to write data|request data read error|failed to map segment|version [^ ]*(?:GLIBC|OPENSSL|CXXABI)|SRE module mismatch|bad magic number|encodings\b/

type Import = { readonly kind: 'missing' | 'circular' | 'name' | 'library' | 'standard'; readonly module: string; readonly name?: string }

/** Python 2 names the last part alone; the source line has the whole: `from django.core.wsgi import …`, `No module named wsgi`. */
function wholeName(part: string, source: string | undefined): string {
  const whole = /\b(?:from|import) ([\w.]+)/.exec(source ?? '')?.[1]
  return whole?.endsWith(`.${part}`) ? whole : part
}

/** Which import failed, and how. Undefined where it is none, or another rule's. */
function importOf({ words, source }: Raised): Import | undefined {
  const circular = /partially initialized module '([\w.]+)'/.exec(words)?.[1]
  if (circular !== undefined) return { kind: 'circular', module: circular }
  const [, name, module] = /^ImportError: cannot import name '?(\w+)'?(?: from '([\w.]+)')?/.exec(words) ?? []
  if (name !== undefined && module !== 'encodings') return { kind: 'name', module: module ?? '', name }
  // ImportError: libmysqlclient.so.21: cannot open shared object file: No such file or directory
  const library = /^ImportError: (?:DLL load failed while importing )?([^:]{1,300}):? .{0,400}?(?:cannot open shared object file|wrong ELF class|invalid ELF header|file too short|Library not loaded|incompatible architecture|The specified module could not be found)/.exec(words)?.[1]
  if (library !== undefined) return { kind: 'library', module: library }
  const absent = /^(?:ModuleNotFound|Import)Error: No module named ['"]?([\w.]+)/.exec(words)?.[1]
  if (absent === undefined || ofPython.test(absent)) return undefined
  if (standard.test(absent)) return { kind: 'standard', module: absent }
  return compiledPart.test(absent) ? undefined : { kind: 'missing', module: wholeName(absent, source) }
}

/** Where a module of the project itself would lie, if the path of the script has its name: `/srv/shop/shop/wsgi.py` and `shop.settings`. */
function rootOf(module: string, script: string | undefined): string | undefined {
  const [top = '', ...parts] = module.split('.')
  if (script === undefined || !/^(?:\/|[A-Za-z]:\/)/.test(script)) return undefined
  const directory = directoryOf(script)
  if (/([^/]+)\.\w+$/.exec(script)?.[1] === top) return directory
  const at = `${directory}/`.lastIndexOf(`/${top}/`)
  // People call a directory higher up after the framework: `/home/user/django/shop`.
  return at > 0 && (parts.length > 0 || directory.endsWith(`/${top}`)) ? directory.slice(0, at) : undefined
}

const quotedWords = ({ words }: Raised) => code(words.length > 160 ? `${words.slice(0, 160)}…` : words)
const verify = 'The same address is answered, or the log shows another message.'
const isOurs = ({ field: first, script }: Raised) => script !== undefined || /\[(?:wsgi|):?error\]/.test(plainly(first.paste.text.slice(Math.max(0, first.span.start - 400), first.span.start).split('\n').at(-1) ?? ''))
/** At a prompt, or while a package is built: not the server’s Python. */
const ofShell = (one: Raised) => !isOurs(one) && one.files.some(file => /^<(?:stdin|string)>$|[\\/](?:setup\.py$|pip[\\/]|pip-|setuptools[\\/])/.test(file))
const imports = (one: Raised) => (one.script === undefined ? '' : `, which ${code(one.script)} needs`)

const pythonOf = (version: string | undefined) => `the Python${version === undefined ? '' : ` ${version}`} of mod_wsgi`

/** On Windows there is no daemon mode. */
const onThePath = (root: string) => (/^[A-Za-z]:/.test(root) ? `Write \`WSGIPythonPath "${root}"\`` : `Write \`python-path=${root}\` in the \`WSGIDaemonProcess\` line, or \`WSGIPythonPath\` in embedded mode`)

function missing(one: Raised, module: string, version: string | undefined, restarted: string): Pick<Finding, 'says' | 'fix'> {
  const root = rootOf(module, one.script)
  return root === undefined
    ? {
        says: `Python does not find the module ${code(module)}${imports(one)}.`,
        fix: `Install the package that has it for ${pythonOf(version)}. If it is installed in an environment, name that in \`python-home=\` or \`WSGIPythonHome\`; it must have the same version of Python. If ${code(module)} is a file of your own, name its directory in \`python-path=\` or \`WSGIPythonPath\`. Then \`${restarted}\`.`,
      }
    : {
        says: `Python does not find the module ${code(module)}${imports(one)}. Its name stands in the script’s path, so it may be the application’s own.`,
        fix: `If it is: the directory of a script is not searched by itself, and the working directory is another one. ${onThePath(root.replaceAll('`', ''))}, and look whether Apache’s user may read it. If it is a package, install it for ${pythonOf(version)}. Then \`${restarted}\`.`,
      }
}

function failedImport(one: Raised, failed: Import, version: string | undefined, restarted: string): Pick<Finding, 'says' | 'fix'> {
  if (failed.kind === 'missing') return missing(one, failed.module, version, restarted)
  if (failed.kind === 'circular')
    return {
      says: `The module ${code(failed.module)} is asked for something while it is still being loaded.`,
      fix: 'Two modules import each other, or a file of yours has the name of a module that it imports. Rename the file, or move one of the imports into the function that needs it.',
    }
  if (failed.kind === 'standard')
    return {
      says: `${code(failed.module)} is a part of Python itself, and this Python does not have it.`,
      fix: `Either it was built without that part, or it looks for its library in another installation: compare \`sys.prefix\` and \`sys.path\` of the diagnostic script with ${pythonOf(version)}.`,
    }
  if (failed.kind === 'library')
    return {
      says: `The system’s loader refuses a compiled package, or a library that it needs: ${quotedWords(one)}.`,
      fix: `Install the library that is named, where the loader finds it, or install the package anew for ${pythonOf(version)}. Then \`${restarted}\`.`,
    }
  return {
    says: `Python finds ${failed.module === '' ? 'a module' : code(failed.module)}, but nothing called ${code(failed.name ?? '')} in it.`,
    fix: 'The package is of another release than the application expects, or a file of yours with the same name comes first. The path in brackets, if there is one, tells which file was taken.',
  }
}

/** A script that could not be loaded, for a reason that none of the exceptions tells. */
function unexplained({ text }: Message, open: boolean): Pick<Finding, 'says' | 'fix'> {
  const [, one, other] = loadFailure.exec(text) ?? []
  const exit = /SystemExit/.test(text)
  return {
    says: `mod_wsgi could not load ${code(one ?? other ?? 'a script')}${exit ? ': its code asked Python to end' : open ? '. The reason stands in the last line of the traceback, and that line is missing in what you pasted' : ''}.`,
    fix: exit ? 'Take `sys.exit()` and the like out of the code that runs when the script is loaded.' : 'Read the last line of the traceback first: it names the exception. Paste the log up to that line.',
  }
}

const finding = (one: Raised, told: Pick<Finding, 'says' | 'fix' | 'because'>): Finding => ({ severity: isOurs(one) ? 'broken' : 'risky', ...told, evidence: [one.field], verify })

/** A home that is not in effect, or a Python that takes the files of another, explains what is not found; a module of the application’s own lies elsewhere. */
const becauseOf = ({ kind, module }: Import, { script }: Raised): readonly string[] =>
  kind === 'missing' && rootOf(module, script) === undefined ? ['python-home-shape', 'venv-minor', 'venv-site-packages', 'sys-path-foreign']
  : kind === 'standard' || kind === 'library' ? ['sysversion-vs-stdlib', 'prefix-libpython', 'venv-minor', 'sys-path-foreign'] : []

const three = 3

export const rules: Readonly<Record<string, Rule>> = {
  'r10-script-not-loaded': defineRule({
    title: 'Scripts and what they import can be loaded',
    fault: 'A script, or a module that it imports, cannot be loaded',
    severity: 'broken',
    plain: 'The application does not start, because a piece of its code is not found or fails; visitors get status 500.',
    why: 'mod_wsgi runs the script once to get the application from it. Python then looks for each module in the directories of `sys.path`: those of its own home, and what `python-path=` adds. The shell’s environment does not count.',
    speaks: "A script that mod_wsgi could not load, or an exception such as `ModuleNotFoundError: No module named 'django'` that no other rule explains.",
    docs: ['user-guides/virtual-environments', 'user-guides/application-issues#application-working-directory', 'error-reference#wsgi0109'],
    needs: { known: everything, messages, raised, python: optional(compiledPython), where: optional(platform) },
    next: ['diagnostic', 'config'],
    examine({ known, messages: { value: all }, raised: { value }, python, where }) {
      const failures = value.flatMap(one => {
        const failed = importOf(one)
        // A package of another Python explains it; that has a rule of its own.
        return failed && !ofShell(one) && !foreign(one, python?.value) ? [{ one, told: { ...failedImport(one, failed, python?.value, restart(where)), because: becauseOf(failed, one) } }] : []
      })
      const others = value.filter(one => one.while === 'loading' && !one.superseded && !importOf(one) && !elsewhere.test(one.words) && !/No module named/.test(one.words))
      const findings = [
        ...failures.map(({ one, told }) => finding(one, told)),
        ...others.map(one => finding(one, { says: `${one.script === undefined ? 'The script' : code(one.script)} fails while it is loaded: ${quotedWords(one)}.`, fix: 'This is in the code of the application. The last step of the traceback shows the line.' })),
      ]
      const failure = all.find(({ text }) => loadFailure.test(text))
      const script = loadFailure.exec(failure?.text ?? '')?.slice(1).find(Boolean)
      const same = failures.findIndex(({ one }) => one.while !== 'loading' && one.script !== undefined && one.script === script)
      const told = findings[same]
      // The same script failed above, for a reason that is told.
      if (failure && told) findings[same] = { ...told, evidence: [...told.evidence, failure.first] }
      else if (failure && !value.some(one => one.while === 'loading')) {
        const open = known.sections.some(section => section.output.id === errorLogOutput.id && openTraceback(section) !== undefined)
        // mod_wsgi reports it twice: `Exception occurred processing WSGI script '…'` stands right below.
        const again = all.find(({ text, first }) => /^\S.* processing WSGI script '/.test(text) && first.paste === failure.first.paste && Math.abs(first.line - failure.first.line) <= 2)
        findings.push({ severity: 'broken', ...unexplained(failure, open), evidence: [failure.first, ...(again ? [again.first] : [])], verify })
      }
      return findings.slice(0, three)
    },
  }),
  wsgi0174: defineRule({
    title: 'The application handles its requests',
    fault: 'The application failed at a request',
    severity: 'risky',
    plain: 'A visitor saw an error because the application’s own code failed; mod_wsgi and Python work.',
    why: 'An exception left the application. mod_wsgi writes its traceback to the log and answers with status 500.',
    speaks: "A line such as `WSGI0174: KeyError exception raised processing WSGI script '/srv/www/site.wsgi'`, with an exception that no other rule explains.",
    docs: ['error-reference#wsgi0174', 'user-guides/debugging-techniques#apache-error-log-files'],
    needs: { raised },
    examine({ raised: { value } }) {
      return value
        .filter(one => one.while === 'serving' && !one.superseded && !importOf(one) && !elsewhere.test(one.words) && !/No module named/.test(one.words))
        .slice(-three)
        .map(one => ({
          severity: 'risky' as const,
          says: `The application failed: ${quotedWords(one)}${one.files.length ? `, raised in ${code(one.files.at(-1))}` : ''}.`,
          evidence: [one.field],
          fix: 'This is in the code of the application, not in the installation. The last steps of the traceback show where.',
          verify: 'The same address is answered.',
        }))
    },
  }),
}
