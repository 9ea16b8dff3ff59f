import { code } from '../../core/say.ts'
import type { Text } from './config-texts.ts'
import { all, open, type Bare, type Expected } from './expectation.ts'
import { groupInForce } from './group-in-force.ts'

const usualPorts = new Set(['80', '443', '*'])

/** `*:80` of `<VirtualHost *:80>`; the port is left out of the name where it is 80 or 443 (wsgi_config.c:2049). */
const portsOf = (argument: string) => argument.split(/\s+/).map(address => /:(\d+|\*)$/.exec(address)?.[1] ?? '')

/** The default, `www.example.com|/app`: name of the host, mount in small letters where case does not matter. */
function defaultName({ host, path, pattern, script, alias }: Bare, texts: readonly Text[]): Expected<string> {
  const names = host ? [host.name].flatMap(name => name ?? []) : all(texts, 'ServerName').filter(({ within }) => !within.length)
  const [name] = names
  if (!name || names.length > 1) return open(`The default name begins with the \`ServerName\`, which ${name ? 'is not the only one' : 'is not seen'}.`, ...names)
  if (pattern || script.endsWith('/')) return open('The default name ends with the address of the script, which depends on the request.', alias)
  if (/[A-Z]/.test(path)) return open('The default name ends with the address, in small letters where `WSGICaseSensitivity` is off.', alias)
  const canonical = [...all(texts, 'UseCanonicalName'), ...all(texts, 'UseCanonicalPhysicalPort')][0]
  if (canonical) return open('The port in the default name depends on more than these lines.', canonical)
  const ports = host ? portsOf(host.container.argument) : []
  const [, hostName = '', port] = /^(?:https?:\/\/)?(.+?)(?::(\d+))?$/.exec(name.words[0] ?? '') ?? []
  if (!ports.length || !ports.every(one => usualPorts.has(one)) || ports.includes('*') || (port !== undefined && !usualPorts.has(port))) return open('The default name holds the port of the request.', name)
  const value = `${hostName}|${path === '/' ? '' : path}`
  return { value, because: `No line names an application group, so it is \`ServerName\`, a bar and the address: ${code(value)}.`, evidence: [name.field, alias.field] }
}

/** The application group that the page should show. */
export function expectedInterpreter(bare: Bare, texts: readonly Text[]): Expected<string> {
  const group = groupInForce(bare, texts, 'WSGIApplicationGroup', 'application-group')
  if (group !== 'none') return group
  const { text } = bare
  if (text.filtered || text.includes || text.torn) return open('No line here names an application group; what stands elsewhere is not seen.', bare.alias)
  return defaultName(bare, texts)
}
