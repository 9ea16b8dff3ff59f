import * as z from 'zod/mini'
import { isPlatform } from '../checks/platform/platforms.ts'
import type { Case } from './case.ts'

const family = 'wsgi-checkup-case/'
const format = `${family}1`
const word = z.optional(z.string())

const anyVersion = z.object({ format: z.string() })
const thisVersion = z.object({
  platform: word,
  pastes: z.array(z.object({ id: z.string(), text: z.string(), when: z.number(), check: word, name: word, endOf: z.optional(z.number()) })),
})

export type Saved = { readonly kind: 'case'; readonly case: Case } | { readonly kind: 'unusable'; readonly says: string }

export const written = ({ pastes, platform }: Case): string => JSON.stringify({ format, platform, pastes })

/** The one door for what comes from storage or from a link. */
export function readCase(json: string, from: string): Saved {
  let problem = 'is damaged, or no case of this page.'
  try {
    const data: unknown = JSON.parse(json)
    const version = anyVersion.parse(data).format
    if (version === format) {
      const { pastes, platform } = thisVersion.parse(data)
      if (platform === undefined || isPlatform(platform)) return { kind: 'case', case: { pastes, platform } }
    } else if (version.startsWith(family)) problem = `was written by another version of this page (${version}; this one reads ${format}).`
  } catch {
    // Neither JSON nor of this shape.
  }
  return { kind: 'unusable', says: `${from} ${problem}` }
}
