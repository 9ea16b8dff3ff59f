import type { Meaning } from '../../core/prose.ts'

const threads = ['user-guides/processes-and-threading']

/** Meanings of the first block of `httpd -V`. Facts: httpd server/main.c and the query functions in server/mpm. */
export const versionMeaning = (version: string): Meaning => ({
  says: `The release of the program that this command started: ${version}.`,
  more: /^2\.[0-3]\b/.test(version)
    ? 'This generation of Apache is no longer maintained, and mod_wsgi 6 needs 2.4.'
    : 'The server that answers requests may be another program, or an older one that was not restarted since an upgrade.',
})

export function platformWordMeaning(word: string): Meaning {
  if (word === 'Unix') return { says: 'No distribution put its name in: Homebrew, Docker’s image, Alpine, Arch and source builds look like this.' }
  if (word.startsWith('Win')) return { says: 'A build for Windows, where mod_wsgi has no daemon mode.', docs: ['user-guides/installation-on-windows'] }
  return { says: `The packager’s word: ${word}. \`ServerTokens\` does not change it.` }
}

export const builtMeaning = (text: string): Meaning => ({
  says: /^\d{4}-\d\d-\d\dT/.test(text) ? 'The date of the package’s last change: Debian and Ubuntu build reproducibly.' : 'When this program was compiled.',
  more: 'A program newer than `mod_wsgi.so` is harmless as long as both are Apache 2.4.',
})

const generations: Readonly<Record<string, string>> = { '20120211': 'Apache 2.4', '20111203': 'Apache 2.4.0', '20051115': 'Apache 2.2', '20020903': 'Apache 2.0' }

export function magicMeaning(value: string): Meaning {
  const [major = '', minor = ''] = value.split(':')
  const generation = generations[major]
  return {
    says: generation ? `The number of the module interface; ${major} is that of ${generation}.` : `The number of the module interface; ${major} is of no release that we know.`,
    more: `A module loads only where the first number is the one it was compiled for, and the second, here ${minor}, not smaller. Distributions may raise the second.`,
  }
}

export function libraryMeaning(label: string, loaded: boolean): Meaning {
  const name = label.replace(/,.*/, '')
  const what = name === 'PCRE' ? 'regular expressions' : name === 'APR' ? 'Apache’s library for files, processes and locks' : 'the companion of APR'
  return { says: loaded ? `${name}, ${what}: the release in memory now.` : `${name}: the release at hand when Apache was compiled. A newer one in memory is the usual result of an update.` }
}

const mpms: Readonly<Record<string, Meaning>> = {
  prefork: { says: 'One thread in each process: in embedded mode `wsgi.multithread` is `False`.', more: 'In embedded mode every Apache child holds its own copy of the application. Daemon processes have threads whatever the MPM.' },
  worker: { says: 'Several processes with several threads each: in embedded mode `wsgi.multithread` is `True`, unless `ThreadsPerChild` is 1.' },
  event: { says: 'Like worker, with waiting connections held apart: in embedded mode `wsgi.multithread` is `True`, unless `ThreadsPerChild` is 1.', more: 'Apache has no accept lock with this MPM.' },
  winnt: { says: 'One process with many threads, the only MPM on Windows. There is no daemon mode, and `wsgi.multiprocess` is `False`.' },
  netware: { says: 'One process with a varying number of threads. There is no daemon mode.' },
  mpmt_os2: { says: 'The MPM of OS/2. There is no daemon mode.' },
}

export function mpmMeaning(value: string): Meaning {
  if (value === '') return { says: 'Nothing stands here: the MPM is a module, and the configuration that would load it could not be read.', more: 'The other lines are valid. On Debian and Ubuntu the usual reason is that `apache2` was called directly; `apache2ctl -V` sets its variables first.' }
  return { ...(mpms[value] ?? { says: `\`${value}\` is no MPM of Apache’s own distribution.` }), docs: threads }
}

export function threadedMeaning(value: boolean, line: string): Meaning {
  if (!value) return { says: 'A child process has one thread, as under prefork.' }
  return {
    says: /variable/.test(line) ? 'A process has a varying number of threads.' : 'A child process has a fixed number of threads, as under worker, event and on Windows.',
    more: '“Fixed” names the kind of MPM, not the number: it stands here even with `ThreadsPerChild 1`.',
  }
}

export function forkedMeaning(value: boolean, line: string): Meaning {
  if (!value) return { says: 'Apache makes no child processes by forking, so mod_wsgi has no daemon mode here.' }
  return {
    says: `Apache starts ${/fixed/.test(line) ? 'a fixed' : 'a varying'} number of child processes.`,
    more: 'This is what lets mod_wsgi have daemon processes, and what makes `wsgi.multiprocess` `True` in embedded mode unless the limits allow one child only.',
    guide: 'The guide says that embedded mode is always multiprocess. It is not where `ServerLimit` or `MaxRequestWorkers` allow a single child, and not on Windows.',
  }
}
