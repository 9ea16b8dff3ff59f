import { defineFact, type Fact, type Known } from '../../core/need.ts'
import { diagnostic } from '../diagnostic-script/diagnostic.ts'
import { conditionsOf, type Container } from './config-texts.ts'
import { homes, type Home } from './home.ts'
import { daemonGroup, named } from './wsgi-config.ts'

/** Where mod_wsgi is not loaded, none of its lines counts, so this is no condition of theirs. */
const isOwn = ({ name, argument }: Container) => name === 'ifmodule' && /^(?:mod_wsgi\.c|wsgi_module)$/i.test(argument)

/** Its line stands in an `<IfDefine>` or the like: it may be out of force. */
export const isConditional = (known: Known, home: Home) =>
  ['WSGIPythonHome', 'WSGIDaemonProcess'].some(name => named(known, name).some(line => line.field === home.field && conditionsOf(line).some(one => !isOwn(one))))

/** The home that the pasted configuration gives to the process that answered; undefined where this cannot be told. */
export const homeInForce = defineFact<Home>(['config', 'diagnostic'], (known): Fact<Home> | undefined => {
  const group = diagnostic.fields.processGroup.get(known)
  const all = homes.get(known)?.value ?? []
  if (!group) return undefined
  const own = group.value === '' ? [] : all.filter(home => home.by === 'python-home' && home.group === group.value)
  // A group whose line was not pasted may have a home of its own.
  if (group.value !== '' && !daemonGroup.get(known)) return undefined
  const candidates = own.length ? own : all.filter(home => home.by === 'WSGIPythonHome')
  const last = candidates.at(-1)
  return last && !candidates.some(home => isConditional(known, home)) ? { value: last, evidence: [last.field] } : undefined
})
