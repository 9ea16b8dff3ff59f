/** How a message begins, the number that it has today, and what else must be in it. */
type Text = readonly [begins: string, code: string, holds?: string]

/** Messages that releases before their time wrote without a number: mod_wsgi 2 to 5, Apache 2.2. The first that fits counts. */
const unnumbered: readonly Text[] = [
  ['Unable to change root directory to', 'WSGI0003'],
  ['Unable to set group id to gid=', 'WSGI0004'],
  ['Unable to set supplementary groups for uname=', 'WSGI0005'],
  ['Unable to set groups for uname=', 'WSGI0006'],
  ['Unable to change to uid=', 'WSGI0007'],
  ['Failure to configure the daemon process correctly', 'WSGI0025'],
  ['Unable to change working directory to home directory', 'WSGI0010'],
  ['Unable to change working directory to', 'WSGI0009'],
  ['Unable to determine home directory for uid=', 'WSGI0011'],
  ['Couldn\'t create unix domain socket', 'WSGI0012'],
  ['Couldn\'t bind unix domain socket', 'WSGI0013'],
  ['Couldn\'t listen on unix domain socket', 'WSGI0014'],
  ['Couldn\'t change owner of unix domain socket', 'WSGI0015'],
  ['Wait on thread ', 'WSGI0016', 'wakeup condition variable failed'],
  ['Couldn\'t acquire accept mutex', 'WSGI0017'],
  ['Unable to poll daemon socket for', 'WSGI0018'],
  ['Couldn\'t release accept mutex', 'WSGI0019'],
  ['Couldn\'t create worker thread', 'WSGI0020', 'condition'],
  ['Couldn\'t create worker thread', 'WSGI0021', 'mutex'],
  ['Couldn\'t create worker thread', 'WSGI0022'],
  ['Failed read on signal pipe', 'WSGI0023'],
  ['Couldn\'t initialise accept mutex in daemon process', 'WSGI0026'],
  ['Couldn\'t initialise signal pipe in daemon process', 'WSGI0027'],
  ['Couldn\'t create accept lock', 'WSGI0030'],
  ['Couldn\'t set permissions on accept mutex', 'WSGI0031', '(sysvsem)'],
  ['Couldn\'t set permissions on accept mutex', 'WSGI0032', '(flock)'],
  ['Request origin could not be validated', 'WSGI0033'],
  ['Initializing Python failed: ', 'WSGI0036'],
  ['Location of WSGI host access script not provided', 'WSGI0053'],
  ['Set dumpable failed', 'WSGI0061'],
  ['Failed to set send buffer size', 'WSGI0062'],
  ['Failed to set receive buffer size', 'WSGI0063'],
  ['Length of path for daemon process socket exceeds', 'WSGI0064'],
  ['Removing stale unix domain socket', 'WSGI0065'],
  ['Couldn\'t create monitor thread', 'WSGI0068'],
  ['Couldn\'t create deadlock thread', 'WSGI0069'],
  ['Couldn\'t create reaper thread', 'WSGI0070'],
  ['Couldn\'t set CPU time limit', 'WSGI0076'],
  ['Couldn\'t set memory limit', 'WSGI0077'],
  ['Couldn\'t set virtual memory limit', 'WSGI0078'],
  ['Unsupported locale setting', 'WSGI0079'],
  ['WSGI script \'', 'WSGI0081', 'not located within chroot directory'],
  ['Unable to stat target handler script', 'WSGI0082'],
  ['Unable to stat target WSGI script', 'WSGI0083'],
  ['Queue timeout expired for WSGI daemon process', 'WSGI0084'],
  ['Target WSGI script \'', 'WSGI0089', 'does not contain WSGI application'],
  ['Unable to stat Python home ', 'WSGI0100'],
  ['Python home ', 'WSGI0101', ' is not a directory'],
  ['Python home ', 'WSGI0102', ' is not accessible'],
  ['SystemExit exception raised when doing exec of Python script file', 'WSGI0107'],
  ['Failed to exec Python script file', 'WSGI0109'],
  ['Unable to connect to WSGI daemon process \'', 'WSGI0117', ' as user with uid='],
  ['Unable to connect to WSGI daemon process \'', 'WSGI0116', ' after multiple attempts'],
  ['Failed to proxy response to client', 'WSGI0118'],
  ['Failed to proxy response from daemon', 'WSGI0119'],
  ['Unable to send request details to WSGI daemon process', 'WSGI0121'],
  ['Unexpected status from WSGI daemon process', 'WSGI0122'],
  ['Maximum number of WSGI daemon process restart connects reached', 'WSGI0124'],
  ['Options ExecCGI is off in this directory', 'WSGI0134'],
  ['Target WSGI script not found or unable to stat', 'WSGI0135'],
  ['Attempt to invoke directory as WSGI application', 'WSGI0136'],
  ['Embedded mode of mod_wsgi disabled at compile time', 'WSGI0142'],
  ['Embedded mode of mod_wsgi disabled by runtime configuration', 'WSGI0143'],
  ['Timeout when reading response headers from daemon process', 'WSGI0145'],
  ['Truncated or oversized response headers received from daemon process', 'WSGI0146'],
  ['No WSGI daemon process called \'', 'WSGI0151'],
  ['Exception occurred processing WSGI script', 'WSGI0174'],
  ['caught SIGTERM, shutting down', 'AH00169'],
  ['child pid ', 'AH00052', ' exit signal '],
  ['client denied by server configuration', 'AH01630'],
  ['Command line: ', 'AH00094'],
  ['Config variable ${', 'AH00111'],
  ['Configuration Failed', 'AH00016'],
  ['Could not reliably determine the server', 'AH00558'],
  ['Could not determine the server', 'AH00558'],
  ['make_sock: could not bind to address', 'AH00072'],
  ['module ', 'AH01574', ' is already loaded, skipping'],
  ['suEXEC mechanism enabled', 'AH01232'],
  ['Unable to open logs', 'AH00015'],
]

export const firstWord = (words: string) => {
  const end = words.indexOf(' ')
  return end < 0 ? words : words.slice(0, end)
}

const none: readonly never[] = []

/** Rows by the first word of their text: a long log asks for each of its messages. */
export function byFirstWord<T extends readonly [begins: string, ...unknown[]]>(rows: readonly T[]): (words: string) => readonly T[] {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const word = firstWord(row[0])
    groups.set(word, [...(groups.get(word) ?? []), row])
  }
  return words => groups.get(firstWord(words)) ?? none
}

const likely = byFirstWord(unnumbered)

/** The number that a message has, or that later releases gave it. `message` is the whole of it, with the system's error in front. */
export function numberOf(words: string, message = words): string | undefined {
  const own = /^(?:AH\d{5}|WSGI\d{4})(?=:)/.exec(words)?.[0]
  if (own !== undefined) return own
  const found = likely(words).find(([begins, , holds]) => words.startsWith(begins) && (holds === undefined || words.includes(holds)))?.[1]
  // Releases up to 3 say `after multiple attempts` whatever the reason was.
  return found === 'WSGI0116' && /^(?:\[client [^\]]*\] ?)?\(13\)/.test(message) ? 'WSGI0117' : found
}
