import type { Kind } from './finders.ts'

/** Blocks that documentation reserves (RFC 5737), 254 addresses each. */
const blocks = ['192.0.2', '198.51.100', '203.0.113']

function address(value: string, n: number): string {
  if (/^(?:[0-9a-f]{2}[:-]){5}/i.test(value)) return `00:00:5e:00:53:${(n % 256).toString(16).padStart(2, '0')}`
  // That an address holds on its own link only is a trait that rules look at.
  if (value.includes(':')) return `${/^fe80:/i.test(value) ? 'fe80' : '2001:db8'}::${n.toString(16)}`
  return `${blocks[Math.floor((n - 1) / 254) % blocks.length] ?? ''}.${((n - 1) % 254) + 1}`
}

export type StandIn = (kind: Kind, value: string) => string

/** A stand-in for each value, the same each time. A domain keeps its place behind its hosts, and `www.` stays. */
export function standIns(): StandIn {
  const known = new Map<string, string>()
  const counts = new Map<string, number>()
  const once = (kind: string, value: string, make: (n: number) => string): string => {
    const key = `${kind} ${value.toLowerCase()}`
    const before = known.get(key)
    if (before !== undefined) return before
    const n = (counts.get(kind) ?? 0) + 1
    counts.set(kind, n)
    const made = make(n)
    known.set(key, made)
    return made
  }
  const hostName = (value: string): string => {
    const local = /^(.+?)\.(local|lan|home|internal|localdomain)$/i.exec(value)
    if (local) return `${once('host', local[1] ?? '', n => `host${n}`)}.${local[2] ?? ''}`
    if (!value.includes('.')) return once('host', value, n => `host${n}`)
    const domain = /[^.]+\.(?:(?:co|com|org|net|ac|gov|edu)\.[a-z]{2}|[^.]+)$/i.exec(value)?.[0] ?? value
    const site = once('site', domain, n => `site${n}.example.com`)
    if (domain.length === value.length) return site
    const front = value.slice(0, -domain.length - 1)
    return `${/^www$/i.test(front) ? front : once('host', front, n => `host${n}`)}.${site}`
  }
  return (kind, value) => {
    switch (kind) {
      case 'host':
      case 'site':
        return hostName(value)
      case 'address':
        return once(value.includes(':') ? 'address6' : kind, value, n => address(value, n))
      case 'mail':
        return once(kind, value, n => `mail${n}@example.com`)
      case 'user':
      case 'secret':
      case 'word':
        return once(kind, value, n => `${kind}${n}`)
    }
  }
}
