import { checks } from '../checks/index.ts'
import type { Case, Pasted } from '../state/case.ts'

const files = import.meta.glob<string>(
  [
    '../../fixtures/examples/homebrew-healthy/*.txt',
    // Only what the stories need.
    '../../fixtures/lab/deb12-pyenv-prefix-mismatch/{httpd-V,ldd,sys-prefix,diagnostic}.txt',
    '../../fixtures/lab/opt-httpd-libpython-not-found/{httpd-V,httpd-M,ldd}.txt',
  ],
  { query: '?raw', import: 'default', eager: true },
)

export interface Example {
  readonly folder: string
  readonly title: string
  readonly says: string
}

export const examples: readonly Example[] = [
  { folder: 'homebrew-healthy', title: 'Healthy, Homebrew on a Mac', says: 'Every check of the guide, and nothing wrong.' },
  { folder: 'deb12-pyenv-prefix-mismatch', title: 'Wrong Python, Debian 12', says: 'Built for a Python of pyenv, run with the files of the system’s own.' },
  { folder: 'opt-httpd-libpython-not-found', title: 'Library not found, from source', says: 'Apache does not start: libpython stands where the loader does not look.' },
]

/** Each file on the tab on which a person would paste it. */
export function caseOf({ folder }: Example): Case {
  const pastes: Pasted[] = []
  for (const [path, text] of Object.entries(files)) {
    const [name = '', parent] = path.split('/').toReversed()
    if (parent !== folder) continue
    const check = checks.find(({ outputs }) => outputs.some(({ id }) => name.endsWith(`${id}.txt`)))?.id
    const id = check !== undefined && !pastes.some(pasted => pasted.id === check) ? check : `paste-${pastes.length + 1}`
    pastes.push({ id, text, when: Date.now(), check, name })
  }
  return { pastes }
}
