import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Paste } from '../../src/core/source.ts'
import { fixtures, inputsIn, tabByTab } from '../engine/lab.ts'

export const folder = join(fixtures, 'rules')

export const samplesOf = (id: string): readonly string[] => (existsSync(join(folder, id)) ? readdirSync(join(folder, id)).toSorted() : [])

/** A sample is one text, or a folder with one file for each output. */
export const pastesOf = (id: string, sample: string): readonly Paste[] => {
  const path = join(folder, id, sample)
  return path.endsWith('.txt') ? [{ id: 'p', text: readFileSync(path, 'utf8') }] : tabByTab(inputsIn(path))
}
