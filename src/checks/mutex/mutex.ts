import { defineOutput, type FieldShape } from '../../core/output.ts'
import type { Prose } from '../../core/prose.ts'
import { apacheCall } from '../programs.ts'
import { mechanisms } from './mechanisms.ts'

const docs = ['configuration-directives/WSGIAcceptMutex']
const names = (list: string) => [...list.matchAll(/'?([a-z]+)(?::[^',]*)?'?/g)].flatMap(match => match[1] ?? [])

const list = (label: string, line: RegExp, open: RegExp, says: Prose, more: Prose, guide?: Prose): FieldShape<readonly string[]> => ({
  label,
  line,
  open,
  read: match => names(match[1] ?? ''),
  parts: /(?:^|')([a-z]+)|(?<=, )([a-z]+)/,
  partMeaning: item => mechanisms[item],
  meaning: () => ({ says, more, docs, ...(guide !== undefined && { guide }) }),
})

/** The lists of lock mechanisms that an invalid `Mutex`, `AcceptMutex` or `WSGIAcceptMutex` brings out, and the mutex lines of `httpd -S`. */
export const mutex = defineOutput<{
  mechanisms: readonly string[]; mechanisms22: readonly string[]; acceptMechanisms: readonly string[]
  directory: string; refused: string; misplaced: string; inUse: string; place: string; undefinedVariable: string
}>({
  id: 'mutex',
  title: 'the mutex lists of `httpd -t`',
  command: apacheCall('(?:-t\\b.*|-c\\s.*)(?:Accept)?Mutex.*|-c\\s+["\']?(?:WSGIAccept)?Mutex.*'),
  breaks: { when: /Mutex argument|Accept mutex lock/, at: /(?<=\s)(?=(?:AH00526: )?(?:Invalid Mutex argument|Accept mutex lock mechanism)|Action '-t' failed)/ },
  lead: /^(?:\[[^\]]*\] )*(?:AH00526: )?(?:\S+: )?Syntax error on line \S+ of|^(?:\[[^\]]*\] )*AH00111: /,
  fields: {
    // Invalid Mutex argument xxx (Mutex mechanisms are: 'none', 'default', 'flock:/path/to/file', …)
    mechanisms: list(
      'Mutex mechanisms',
      /Mutex (?:argument \S+|requires at least a mechanism argument)\s*\(Mutex\s*mechanisms\s*are:\s*('[^()]*')\)/,
      /Invalid Mutex argument(?!.*'\))/,
      'What Apache’s `Mutex` directive offers on this machine.',
      'The error is the purpose. Take the invalid line out again, if it was written into the configuration.',
    ),
    mechanisms22: list(
      'AcceptMutex mechanisms',
      /is an invalid mutex mechanism;\s*Valid accept mutexes for this platform and MPM are:\s*([a-z, ]+)\./,
      /is an invalid mutex mechanism;(?!.*are:[^.]*\.)/,
      'What `AcceptMutex` of Apache 2.2 offers on this machine; in 2.4 the directive is `Mutex`.',
      'The error is the purpose. Take the invalid line out again, if it was written into the configuration.',
    ),
    // Accept mutex lock mechanism 'xxx' is invalid. Valid accept mutex mechanisms for this platform are: default, flock, …
    acceptMechanisms: list(
      'WSGIAcceptMutex mechanisms',
      /Accept mutex lock mechanism '[^']*' is invalid\.\s*Valid accept mutex mechanisms for this platform are:\s*([a-z, ]+)\./,
      /Accept mutex lock mechanism(?!.*platform are:[^.]*\.)/,
      'What mod_wsgi’s `WSGIAcceptMutex` offers on this machine.',
      'This lock decides which process of a daemon group takes the next request; it exists only in groups of more than one process. Without the directive it is `fcntl`.',
      'The guide says that mod_wsgi uses Apache’s default. It does so only where `WSGIAcceptMutex default` is written.',
    ),
    directory: { label: 'Mutex directory refused', line: /Invalid Mutex directory in argument (\S+)/, meaning: () => ({ says: 'The path in a `Mutex` line names no directory. A `${…}` in it means that the variable was not set when this command ran.' }) },
    refused: {
      label: 'Unknown directive',
      line: /Invalid command '((?:WSGI)?(?:Accept)?Mutex)'/,
      meaning: ({ value }) => ({
        says: value === 'WSGIAcceptMutex' ? 'Apache does not know the directive: mod_wsgi is not loaded at this line, or this is Windows, where mod_wsgi has no daemon mode.'
          : value === 'AcceptMutex' ? 'A directive of Apache 2.2; in 2.4 it is called `Mutex`.' : 'A directive of Apache 2.4; before, it is called `AcceptMutex`.',
      }),
    },
    misplaced: { label: 'Mutex refused', line: /(Mutex type \S+ is not valid|None is not allowed for mutex type \S+|WSGIAcceptMutex (?:takes one argument|cannot occur within).*)/, meaning: () => ({ says: 'Apache refuses this use of the directive and lists nothing. Ask again with an invalid name, such as `Mutex xxx`.' }) },
    inUse: {
      // Mutex default: dir="/var/run/apache2/" mechanism=default
      label: 'Mutex in use', many: true,
      line: /^Mutex (\S+: (?:dir="[^"]*" )?(?:mechanism=\w+.*|using_defaults.*))/,
      meaning: () => ({ says: 'How one of Apache’s own locks is made here. mod_wsgi’s daemon groups do not use it.' }),
    },
    // AH00526: Syntax error on line 227 of /etc/apache2/apache2.conf:
    place: { label: 'Refused at', many: true, weak: true, line: /Syntax error on (line \S+ of \S.*?):?$/, meaning: () => ({ says: 'Where Apache found the invalid line.' }) },
    undefinedVariable: { label: 'Variable not set', many: true, weak: true, line: /AH00111: Config variable (\$\{\w+\}) is not defined/, meaning: () => ({ says: 'The variable had no value when this command ran. Where its name begins with `APACHE_`, Debian’s program was called without its wrapper.' }) },
  },
  known: [
    { label: 'wrapper', weak: true, line: /^(?:Action '[^']*' failed|The Apache error log may have more information)/, says: 'Apache answered with an error status, as expected here.' },
  ],
  extent: ({ has }) => (has('mechanisms') || has('mechanisms22') || has('acceptMechanisms') ? 'whole' : has('refused') || has('misplaced') || has('directory') ? 'failed' : 'part'),
})
