import { checks } from '../checks/index.ts'
import { overview, type Case, type Pasted } from '../state/case.ts'

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

/** Texts as pastes: each on the tab of the output that its name tells, else on none. */
export function caseFrom(texts: readonly { readonly name: string; readonly text: string }[]): Case {
  const pastes: Pasted[] = []
  for (const { name, text } of texts) {
    const check = name === '' ? undefined : checks.find(({ outputs }) => outputs.some(({ id }) => name.endsWith(`${id}.txt`)))?.id
    const box = check ?? overview
    const id = pastes.some(pasted => pasted.id === box) ? `paste-${pastes.length + 1}` : box
    pastes.push({ id, text, when: Date.now(), check, ...(name !== '' && { name }) })
  }
  return { pastes }
}

export const caseOf = ({ folder }: Example): Case =>
  caseFrom(Object.entries(files).flatMap(([path, text]) => {
    const [name = '', parent] = path.split('/').toReversed()
    return parent === folder ? [{ name, text }] : []
  }))
