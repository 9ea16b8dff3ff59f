import type { KnownLine } from '../core/output.ts'
import { elision } from '../core/read.ts'

/** Lines that come between outputs whatever was asked, and that mean nothing for any of them. */
export const noise: readonly KnownLine[] = [
  { label: 'password prompt', line: /^(?:\[sudo\] password for \S+|Password|Enter passphrase for key .*):?\s*$|^sudo: .*password.*required/, says: '`sudo` asks for the password.' },
  { label: 'recording', line: /^Script (?:started|done)\b/, says: 'A line of the `script` program.' },
  { label: 'enabling', line: /^(?:Enabling|Disabling|Considering (?:dependency|conflict)|Module \S+ (?:already enabled|disabled|enabled)|To activate the new configuration)\b/, says: 'Debian’s `a2enmod` or `a2dismod` reports what it did.' },
  { label: 'prompt', line: /^[\u250c\u256d][\u2500\u2574]/, says: 'The first line of a prompt.' },
  { label: 'not found', line: /^operable program or batch file\.$/, says: 'The end of Windows’ words for a program that it does not find.' },
  { label: 'left out', line: elision, says: 'Somebody left lines out here.' },
  { label: 'rule', line: /^[-=_~*#]{3,}$/, says: 'A line drawn between things.' },
]
