import type { Meaning } from '../../../core/prose.ts'

const started = (mpm: string): Meaning => ({ says: `Apache has started, with the ${mpm} MPM: each MPM has a start notice of its own.` })
const built: Meaning = { says: 'When this Apache was built.' }
const stopped: Meaning = { says: 'Apache was told to stop, and stops.' }
const rights = 'user-guides/configuration-issues#file-permissions-on-application-files'
const mutexes = 'httpd:mod/core#mutex'
const crashed: Meaning = {
  says: 'A process of Apache’s, or a daemon process, was ended by a signal.',
  more: '“Segmentation fault” and “Aborted” are crashes. A process that was killed outright (SIGKILL) leaves no such line.',
  docs: ['user-guides/frequently-asked-questions#apache-process-crashes'],
}

/** Apache's numbers that have to do with loading, configuration, MPMs, locks, processes and rights; they are the same in every release of 2.4. */
export const apacheCodes: Readonly<Record<string, Meaning>> = {
  AH00015: { says: 'Apache gave up at its start; the line above tells why: a port that it could not take, or a log that it could not write.', docs: ['httpd:mod/core#errorlog'] },
  AH00016: { says: 'Apache gave up at its start; the line above tells why.' },
  AH00023: { says: 'Apache could not make one of its own locks.', more: 'Mostly the system’s semaphores are used up, or a directory is missing. See `ipcs -s`, or choose another mechanism with `Mutex`.', docs: [mutexes] },
  AH00024: { says: 'Apache could not open one of its own locks to its processes.', more: 'Check `User` and `Group`.', docs: [mutexes, 'httpd:mod/mod_unixd#user'] },
  AH00035: { says: 'A request was refused: Apache’s user may not search a directory on the way to the file.', more: 'Give it the right to (`chmod o+x`) in every directory of the path, or move the files to another place.', docs: [rights] },
  AH00045: { says: 'A process of Apache did not end when it should; Apache tells it again.' },
  AH00051: crashed,
  AH00052: crashed,
  AH00072: { says: 'Apache could not take this address and port.', more: 'Another server has it, or Apache was not started as root.', docs: ['httpd:mod/mpm_common#listen'] },
  AH00091: { says: 'Apache could not open its error log.', more: 'Check the rights of the file and of its directories; start Apache as root.', docs: ['httpd:mod/core#errorlog'] },
  AH00094: { says: 'How this server was started.', docs: ['httpd:programs/httpd#options'] },
  AH00096: { says: 'Apache took away the file with its process number, as it does when it stops.' },
  AH00111: { says: 'The configuration uses a variable that has no value; it stays there as it is written.', more: 'A name that begins with `APACHE_` points to Debian’s `envvars`: ask through `apache2ctl`. Any other has to be defined.', docs: ['httpd:programs/apachectl'] },
  AH00112: { says: 'The `DocumentRoot` of a virtual host does not exist.', more: 'mod_wsgi does not need it.' },
  AH00161: { says: 'As many requests are worked on as `MaxRequestWorkers` allows.', docs: ['httpd:mod/mpm_common#maxrequestworkers'] },
  AH00163: started('prefork'),
  AH00164: built,
  AH00169: stopped,
  AH00292: started('worker'),
  AH00293: built,
  AH00295: stopped,
  AH00428: { says: 'On Windows, Apache’s one child process ended, and is started again.', more: 'If this goes on, it cannot start: what Python or the loader said stands around this line.' },
  AH00455: started('winnt'),
  AH00489: started('event'),
  AH00490: built,
  AH00491: stopped,
  AH00526: { says: 'Apache refused a line of its configuration; the next line tells why.', more: 'It does not start until that is put right.' },
  AH00534: { says: 'No MPM is loaded, or more than one; Apache does not start.', more: 'Keep exactly one `LoadModule mpm_…` line.', docs: ['httpd:mpm'] },
  AH00548: { says: '`NameVirtualHost` is a relic of Apache 2.2; it does nothing.' },
  AH00557: { says: 'The name of this machine has no address.', more: 'Harmless; add the name to the hosts file.' },
  AH00558: { says: 'No `ServerName` is set, so Apache guesses its own.', more: 'Harmless for the start. The guess can become part of `mod_wsgi.application_group`.', docs: ['user-guides/configuration-issues#apache-server-name-warning'] },
  AH01232: { says: 'suEXEC can be used in this Apache. This is no fault.' },
  AH01574: { says: 'A second line loads a module that is loaded already; the first one counts.', docs: ['httpd:mod/mod_so#loadmodule'] },
  AH01630: { says: 'A request was refused: nothing grants access to this path.', more: 'For the directory of a script, write `Require all granted`.', docs: ['httpd:mod/mod_authz_core#require'] },
  AH02478: { says: 'mod_proxy could not make its lock; see the lines around.', docs: [mutexes] },
  AH06665: { says: 'macOS’ own Apache loads only modules that are signed.', more: 'Use Homebrew’s Apache, which asks for no signature.', docs: ['user-guides/installation-on-macosx'] },
  AH10034: { says: 'HTTP/2 is not to be had with the prefork MPM. mod_wsgi does not mind.' },
}
