/** Addresses that say nothing about anybody: unspecified, loopback, documentation (RFC 5737, 3849, 7042). */
const addresses = /^(?:0\.0\.0\.0|127(?:\.\d+){3}|255\.255\.255\.255|192\.0\.2\.\d+|198\.51\.100\.\d+|203\.0\.113\.\d+|::1?|2001:0?db8:.*|fe80::[0-9a-f]{1,3}|00:00:5e:00:53:\w\w)$/i

/** Accounts of systems, packages and ready-made images, not of persons; and our own stand-ins. */
const accounts =
  /^(?:root|www-data|apache2?|httpd?|_?www|wwwrun|nobody|nogroup|daemon|bin|sys|adm|wheel|staff|admin(?:istrator)?|users?|system|sudo|docker|ubuntu|debian|centos|fedora|rocky|ec2-user|vagrant|pi|linuxbrew|public|default|shared|everyone|user\d+)$/i

/** Names of machines that everybody has, and our own stand-ins. */
const machines = /^(?:localhost(?:\.localdomain)?|localhost6?|host\d*|server|debian|ubuntu|raspberrypi|ip6-localhost|[^.]*\.?localdomain)$/i

/** Names that documentation reserves (RFC 2606), and the projects whose pages messages point to. */
const sites =
  /(?:^|\.)(?:example(?:\.(?:com|org|net))?|localhost|invalid|test|apache\.org|python\.org|readthedocs\.(?:io|org)|github\.com|gitlab\.com|debian\.org|ubuntu\.com|redhat\.com|centos\.org|fedoraproject\.org|launchpad\.net|brew\.sh|macports\.org|djangoproject\.com|stackoverflow\.com|openssl\.org|gnu\.org|kernel\.org|microsoft\.com|docker\.(?:io|com)|pypi\.org|w3\.org)$/i

/** Words of the field: as the name of a person they are replaced only where the text says that they are one. */
const common =
  /^(?:python\d*|apache\d?|httpd|wsgi|mod_wsgi|django|flask|lib|bin|local|sites?|apps?|web|www|server|errors?|main|tests?|dev|prod|data|home|env|venv|user|process|version|core|modules?|prefix|path|script|admin|api|info|run|etc|var|usr|opt|srv|tmp|conf|logs?|deploy|shared|static|media|current|releases?|project|code|src|work|git|default|event|worker|prefork|list|cat|sudo|print|import|client|file|line|from|the|and)$/i

export const isHarmlessAddress = (text: string) => addresses.test(text)
export const isAccount = (name: string) => accounts.test(name)
export const isMachine = (name: string) => machines.test(name)
export const isKnownSite = (name: string) => sites.test(name)
/** Too common, or too short, to be replaced wherever it stands. */
export const isCommonWord = (name: string) => name.length < 3 || /^\d+$/.test(name) || common.test(name)
