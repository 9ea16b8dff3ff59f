import { isAccount, isHarmlessAddress, isKnownSite, isMachine } from './harmless.ts'

export type Kind = 'user' | 'host' | 'site' | 'address' | 'mail' | 'secret' | 'word'

/** What each kind is called on the page. */
export const kinds: Readonly<Record<Kind, string>> = {
  user: 'user', host: 'host', site: 'domain', address: 'address', mail: 'mail address', secret: 'password or key', word: 'your own word',
}

/** A pattern whose last group that matched is the value. */
interface Finder {
  readonly kind: Kind
  readonly at: RegExp
  /** A text without it has no such value: a long one is then not searched. */
  readonly only?: string
  keeps?(value: string, whole: string): boolean
}

const host = '[A-Za-z0-9](?:[\\w-]*[A-Za-z0-9])?'
/** Endings that no module of Python and no file has; the others count only where the text says that it is a host. */
const endings = 'com|net|org|edu|gov|mil|biz|eu|de|uk|fr|nl|es|ch|at|pl|cz|se|dk|fi|ru|ua|cn|jp|kr|br|au|nz|ca|mx|ar|za|tr|gr|pt|hu|ro|ie|internal|lan|corp|intranet|home|local'

const secretName = '[\\w.-]*(?:passw(?:or)?d|passwd|passphrase|secret(?!s?\\.)|token|api[_-]?key|access[_-]?key|private[_-]?key|secret[_-]?key|credential|db[_-]?pass|dsn)[\\w-]*'

const noAccount = (name: string) => isAccount(name)
/** An address is no name: the finder of addresses sees it. */
const noMachine = (name: string) => isMachine(name) || isKnownSite(name) || /^[\d.]+$|:/.test(name)
const noSite = (name: string) => isKnownSite(name) || isMachine(name)
const noValue = (value: string) => /^(?:none|null|nil|true|false|on|off|yes|no|required|\(not|\*+|<.*>|x+|secret\d+|for|is|was|not|invalid|incorrect|missing)$/i.test(value)

function isSix(text: string): boolean {
  const groups = text.split(':')
  const gaps = text.split('::').length - 1
  if (gaps > 1 || !/\d/.test(text)) return false
  return gaps === 1 ? groups.length >= 3 && groups.length <= 8 : groups.length === 8
}

/** In the order of their rank: what an earlier one claims, a later one does not see. */
export const finders: readonly Finder[] = [
  // Whole keys, and what their owners made easy to know.
  { kind: 'secret', only: '-----BEGIN', at: /-----BEGIN [A-Z ]*PRIVATE KEY-----([\s\S]{1,6000}?)-----END/g },
  { kind: 'secret', at: /\b((?:AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abeprs]-[\w-]{10,}|sk-[\w-]{20,}|pypi-[\w-]{20,}|AIza[\w-]{30,}|SG\.[\w-]{16,}\.[\w-]{16,})/g },
  { kind: 'secret', at: /\b(eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?)/g },
  { kind: 'secret', at: /\b(?:Bearer|Basic|Digest|Token)\s+([A-Za-z0-9+/._~-]{12,}={0,2})/g },
  { kind: 'secret', only: '://', at: /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@'"]*:([^\s@/'"]+)@/gi },
  { kind: 'user', only: '://', at: /\b[a-z][a-z0-9+.-]*:\/\/([^\s:/@'"]+):[^\s@/'"]+@/gi, keeps: noAccount },
  { kind: 'secret', at: new RegExp(`\\b${secretName}["']?\\s*(?:=>?|:)\\s*(?:[bru]?"([^"\\n]+)"|[bru]?'([^'\\n]+)'|([^\\s'",;)]+))`, 'gi'), keeps: noValue },
  { kind: 'secret', at: new RegExp(`\\b(?:SetEnv|PassEnv|Define)\\s+${secretName}\\s+(?:"([^"\\n]+)"|'([^'\\n]+)'|(\\S+))`, 'gi'), keeps: noValue },
  { kind: 'secret', at: /\b(?:session(?:id)?|csrftoken|sid|auth)=([\w.:%-]{8,})/gi },
  { kind: 'secret', at: /(?<![\w/.-])([0-9a-f]{32,})(?![\w.-])/gi },
  { kind: 'secret', at: /(?<![\w/.=-])((?=[\w+/-]{0,80}\d)(?=[\w+/-]{0,80}[a-z])(?=[\w+/-]{0,80}[A-Z])(?!_Z)[A-Za-z0-9+_-]{36,}={0,2})(?![\w/.-])/g },

  { kind: 'mail', only: '@', at: /(?<![\w.+-])([\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,})(?![\w-])/g, keeps: mail => isKnownSite(mail.replace(/.*@/, '')) },

  // Persons: directories, prompts, options, listings.
  { kind: 'user', at: /(?:^|[^\w.-])(?:\/(?:home|Users|var\/home|export\/home)|[A-Za-z]:[\\/]+(?:Users|Documents and Settings))[\\/]+([^\\/\s'":;,)\]<>|]+(?: [A-Z][^\\/\s'":;,)\]<>|]*(?=[\\/]))?)/gm, keeps: noAccount },
  { kind: 'user', only: '@', at: new RegExp(`(?:^|[\\s(\\[])([\\w][\\w.-]*)@${host}(?:\\.[\\w-]+)*(?=[: ~\\]])`, 'gm'), keeps: noAccount },
  { kind: 'user', at: /(?<![\w-])(?:user|group|script-user|script-group)=["']?([A-Za-z_][\w.-]*)/g, keeps: noAccount },
  { kind: 'user', at: /^\s*(?:User|Group|Owner)\s+([A-Za-z_][\w.-]*)\s*$/gm, keeps: noAccount },
  { kind: 'user', at: /\b(?:uid|gid)=\d+\(([\w.-]+)\)|\b(?:User|Group): name="([^"]+)"|\bpassword for ([\w.-]+)(?=:)|\buname=([\w.-]+)/g, keeps: noAccount },
  { kind: 'user', at: /^[bcdlps-][rwxsStT-]{9}[.+@]?\s+\d+\s+([A-Za-z_][\w.-]*)\s/gm, keeps: noAccount },
  { kind: 'user', at: /^[bcdlps-][rwxsStT-]{9}[.+@]?\s+\d+\s+[\w.-]+\s+([A-Za-z_][\w.-]*)\s/gm, keeps: noAccount },

  // Machines.
  { kind: 'host', only: '@', at: new RegExp(`(?:^|[\\s(\\[])[\\w][\\w.-]*@(${host}(?:\\.[\\w-]+)*)(?=[: ~\\]])`, 'gm'), keeps: noMachine },
  { kind: 'host', at: new RegExp(`^(?:[A-Z][a-z]{2} [ \\d]?\\d \\d\\d:\\d\\d:\\d\\d|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(?:Z|[+-]\\d\\d:?\\d\\d)) (${host}(?:\\.[\\w-]+)*) [\\w./@-]+(?:\\[\\d+\\])?: `, 'gm'), keeps: noMachine },
  { kind: 'host', only: 'domain name, using', at: /domain name, using ([^\s,]*[A-Za-z][^\s,]*?)\.?(?: Set | for ServerName|$)/gm, keeps: noMachine },
  { kind: 'host', at: /\b(?:ServerName|ServerAlias)\s+(?:https?:\/\/)?([A-Za-z0-9][\w.-]*)/g, keeps: noMachine },
  { kind: 'host', at: /\bServerAlias\s+\S+\s+([A-Za-z0-9][\w.-]*)/g, keeps: noMachine },
  { kind: 'host', only: '://', at: /\b(?:https?|wss?|ftp):\/\/(?:[^\s/@'"]*@)?([A-Za-z0-9][\w.-]*)/g, keeps: noMachine },
  { kind: 'host', only: '://', at: /\b[a-z][a-z0-9+]*:\/\/[^\s/@'"]*@([A-Za-z][\w.-]*)/g, keeps: noMachine },
  { kind: 'host', only: 'application_group', at: /\bapplication_group\s*=\s*'([A-Za-z0-9][\w.-]*)(?=[:|])/g, keeps: noMachine },
  { kind: 'host', at: /(?:Create|Attach|Destroy|Cleanup) interpreter '([A-Za-z0-9][\w.-]*)(?=[:|])|\bapplication='([A-Za-z0-9][\w.-]*)(?=[:|])/g, keeps: noMachine },
  { kind: 'host', at: /(?:\bnamevhost|\bdefault server|^\s+alias)\s+([A-Za-z0-9][\w.-]*)/gm, keeps: noMachine },
  { kind: 'host', at: /^\S+:(?:\d+|\*)\s+([A-Za-z0-9][\w-]*(?:\.[\w-]+)*) \(\/\S+:\d+\)/gm, keeps: noMachine },
  { kind: 'host', only: '/mod_wsgi-', at: /\/mod_wsgi-([A-Za-z][\w.-]*):\d+:\d+/g, keeps: noMachine },
  { kind: 'site', at: new RegExp(`(?<![\\w.@/\\\\-])((?:[A-Za-z0-9](?:[\\w-]*[A-Za-z0-9])?\\.)+(?:${endings}))(?![\\w-]|\\.\\w|\\()`, 'g'), keeps: noSite },

  { kind: 'address', at: /(?<![\w.]|[^/\w]\/|^\/)((?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3})(?![\w]|\.\d)/gm, keeps: isHarmlessAddress },
  { kind: 'address', at: /(?<![\w:.])([0-9a-f]{1,4}(?::{1,2}[0-9a-f]{1,4}){2,7}|[0-9a-f]{1,4}::[0-9a-f]{1,4})(?![\w:])/gi, keeps: address => isHarmlessAddress(address) || !isSix(address) },
  { kind: 'address', at: /(?<![\w:-])((?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2})(?![\w:-])/gi, keeps: isHarmlessAddress },
]
