import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Report } from '../../src/core/report.ts'

export const scriptFile = fileURLToPath(new URL('../../src/checks/collection/collect.sh', import.meta.url))

const runs = (program: string, ...args: readonly string[]) => spawnSync(program, args, { stdio: 'ignore' }).status === 0

/** The shells of this machine that a person's `sh` may be. */
export const shells: readonly (readonly string[])[] = [['dash'], ['bash', '--posix'], ['busybox', 'sh']].filter(([program = '', ...args]) => runs(program, ...args, '-c', ':'))

export interface Collected {
  readonly text: string
  readonly status: number | null
  /** Files that were left where a program might leave some: the working directory, the home, the place for temporary files. */
  readonly left: readonly string[]
}

/** Runs the script as a person would: `sh wsgi-checkup.sh ARGS > checkup.txt 2>&1`. */
export function collect(shell: readonly string[], args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Collected {
  const place = mkdtempSync(join(tmpdir(), 'wsgi-checkup-collect-'))
  try {
    const { stdout, status } = spawnSync('sh', ['-c', 'exec "$@" 2>&1', 'sh', ...shell, scriptFile, ...args], {
      cwd: place,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', HOME: place, TMPDIR: place, ...env },
    })
    return { text: stdout, status, left: readdirSync(place, { recursive: true, encoding: 'utf8' }) }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** The lines that nothing understood, inside of sections and outside. */
export function notUnderstood({ sections, unread }: Report): readonly string[] {
  const outside = unread.flatMap(({ paste, lines: [first, last] }) => paste.text.split('\n').slice(first - 1, last))
  return [...sections.flatMap(({ readings }) => readings.flatMap(({ kind, line }) => (kind === 'unread' ? line.text : []))), ...outside].filter(line => line.trim() !== '')
}
