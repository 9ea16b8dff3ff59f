/** Addresses that say nothing about anybody: unspecified, loopback, documentation. */
const harmless = /^(?:0\.0\.0\.0|127\.\d+\.\d+\.\d+|255\.255\.255\.255|192\.0\.2\.\d+|198\.51\.100\.\d+|203\.0\.113\.\d+)$/
/** Accounts of systems and packages, not of persons. */
const accounts = /^(?:root|www-data|apache|httpd|_www|nobody|daemon|user\d*|host|localhost|shared|public|default|admin)$/i
/** Names that documentation reserves. */
const examples = /(?:^|\.)(?:example\.(?:com|org|net)|localhost|invalid|test)$/i

/** Gives every value a stand-in of its own, the same each time. */
function standIns() {
  const known = new Map<string, string>()
  const counts = new Map<string, number>()
  return (kind: string, value: string, make: (n: number) => string): string => {
    const key = `${kind} ${value.toLowerCase()}`
    const before = known.get(key)
    if (before !== undefined) return before
    const n = (counts.get(kind) ?? 0) + 1
    counts.set(kind, n)
    const made = make(n)
    known.set(key, made)
    return made
  }
}

/**
 * The text with stand-ins for what points to a person or a machine: users and their directories, hosts at prompts,
 * addresses, mail addresses, passwords and long keys. Paths of systems, versions and special addresses stay.
 */
export function redact(text: string): string {
  const instead = standIns()
  const user = (name: string) => (accounts.test(name) ? name : instead('user', name, n => `user${n}`))
  const host = (name: string) => (accounts.test(name) || examples.test(name) ? name : instead('host', name, n => `host${n}`))
  const names = new Set<string>()
  const marked = text
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g, mail => (examples.test(mail) ? mail : instead('mail', mail, n => `mail${n}@example.com`)))
    .replace(/(\b(?:home|Users)[\\/])([^\\/\s'":)\]]+)/gi, (_, before: string, name: string) => {
      names.add(name)
      return before + user(name)
    })
    .replace(/([\w.-]+)@([\w-]+)(?=[: ~\]])/g, (whole, name: string, machine: string) => {
      if (/@example\.com/.test(whole)) return whole
      names.add(name)
      return `${user(name)}@${host(machine)}`
    })
    .replace(/\b(\w*(?:password|passwd|secret|token|api[_-]?key)\w*\s*[=:]\s*)(['"]?)([^\s'",;]+)\2/gi, (_, before: string, quote: string, value: string) => before + quote + instead('secret', value, n => `secret${n}`) + quote)
    .replace(/\b(?:[A-Za-z0-9+/_-]{40,}={0,2}|[0-9a-f]{32,})\b/g, key => (/[/_-].*[/_-]/.test(key) ? key : instead('secret', key, n => `secret${n}`)))
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, address => (harmless.test(address) ? address : instead('address', address, n => `192.0.2.${n}`)))
    .replace(/\b(?:[0-9a-f]{1,4}:){4,7}(?::?[0-9a-f]{1,4})?\b|\b(?:[0-9a-f]{1,4}:){1,6}:[0-9a-f]{1,4}\b/gi, address => instead('address6', address, n => `2001:db8::${n}`))
    .replace(/\b(?:https?:\/\/|ServerName\s+|ServerAlias\s+|hostname:? )([\w-]+(?:\.[\w-]+)+)/gi, (whole, name: string) => whole.replace(name, examples.test(name) || /(?:readthedocs\.io|apache\.org|python\.org|github\.com)$/.test(name) ? name : instead('site', name, n => `www${n}.example.com`)))
  // A user's name also stands outside the directory that gave it away.
  let result = marked
  for (const name of names) if (!accounts.test(name) && name.length > 2) result = result.replace(new RegExp(`(?<![\\w.-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w.-])`, 'g'), user(name))
  return result
}
