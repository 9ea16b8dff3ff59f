import * as z from 'zod/mini'
import { isPlatform } from '../checks/platform/platforms.ts'
import type { Case } from './case.ts'

const family = 'wsgi-checkup-case/'
const format = `${family}2`
/** Formats of earlier releases that this one still reads: the first knew no comparison. */
const readable = new Set([format, `${family}1`])

function schemasOf() {
  const word = z.optional(z.string())
  const pastes = z.array(z.object({ id: z.string(), text: z.string(), when: z.number(), check: word, name: word, endOf: z.optional(z.number()) }))
  return {
    anyVersion: z.object({ format: z.string() }),
    thisVersion: z.object({ platform: word, pastes, before: z.optional(z.object({ name: z.string(), pastes })) }),
  }
}

let schemas: ReturnType<typeof schemasOf> | undefined

export type Saved = { readonly kind: 'case'; readonly case: Case } | { readonly kind: 'unusable'; readonly says: string }

export const written = ({ pastes: texts, platform, before }: Case): string => JSON.stringify({ format, platform, pastes: texts, before })

/** Whether a file's text is a case of this page rather than something to read. */
export const looksLikeCase = (text: string) => /^\s*\{\s*"format"\s*:\s*"wsgi-checkup-case\//.test(text)

/** The one door for what comes from storage, from a link, from a file or out of a saved page. */
export function readCase(json: string, from: string): Saved {
  let problem = 'is damaged, or no case of this page.'
  try {
    const data: unknown = JSON.parse(json)
    // Most visits bring none, and to make them takes longer than to draw the page.
    schemas ??= schemasOf()
    const version = schemas.anyVersion.parse(data).format
    if (readable.has(version)) {
      const { platform, ...rest } = schemas.thisVersion.parse(data)
      if (platform === undefined || isPlatform(platform)) return { kind: 'case', case: { platform, ...rest } }
    } else if (version.startsWith(family)) problem = `was written by another version of this page (${version}; this one reads ${format}).`
  } catch {
    // Neither JSON nor of this shape.
  }
  return { kind: 'unusable', says: `${from} ${problem}` }
}
