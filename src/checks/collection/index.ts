import type { Prose } from '../../core/prose.ts'
import type { Platform } from '../platform/platforms.ts'
import script from './collect.sh?raw'

/** One script that runs every check of a machine: `collect.sh`, under the name by which people have it. */
export const collection = { script, file: 'wsgi-checkup.sh' } as const

/** How to run it; undefined where there is no `sh`. */
export function collectionCommand(platform: Platform = 'other'): string | undefined {
  if (platform === 'windows') return undefined
  return platform === 'docker-httpd' ? 'docker exec -i NAME sh < wsgi-checkup.sh > checkup.txt 2>&1' : 'sh wsgi-checkup.sh > checkup.txt 2>&1'
}

export const collectionSays: readonly Prose[] = [
  'The script runs every check that this machine has: Apache, its modules and locks, `mod_wsgi.so`, Python, the configuration’s lines for mod_wsgi, the end of the error log. Then drop `checkup.txt` on this page.',
  'It changes nothing: it writes no file, starts no server, uses no `sudo` and makes no request. Run by root, it also reads what only root may read.',
]

export const collectionNot: Prose = 'Windows has no `sh`. Run the commands of each tab instead; they are the same in cmd and in PowerShell.'
