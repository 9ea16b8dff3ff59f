import * as z from 'zod/mini'
import { checks, places } from '../checks/index.ts'
import { platforms } from '../checks/platform/platforms.ts'

const check = z.enum(checks.map(one => one.id))
const output = z.enum(places.map(place => place.output.id))
const line = z.int().check(z.minimum(1))
const lines = z.readonly(z.tuple([line, line]))
const strings = z.readonly(z.array(z.string()))
const text = z.optional(z.string())
const flag = z.optional(z.boolean())
const list = z.optional(strings)
const listOf = <T extends z.core.SomeType>(item: T) => z.readonly(z.array(item))

const field = z.strictObject({
  key: z.string(),
  label: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), strings]),
  raw: z.string(),
  line,
})

const section = z.strictObject({
  check,
  output,
  paste: z.string(),
  lines,
  cutOff: z.boolean(),
  fields: listOf(field),
  unread: listOf(lines),
})

const summary = z.strictObject({
  platform: z.optional(z.enum(Object.keys(platforms))),
  serverVersion: text,
  serverBanner: text,
  mpm: text,
  threaded: flag,
  forked: flag,
  architecture: text,
  aprLoaded: text,
  aprUtilLoaded: text,
  pcreLoaded: text,
  aprCompiled: text,
  aprUtilCompiled: text,
  pcreCompiled: text,
  httpdRoot: text,
  configFile: text,
  defines: z.optional(z.int().check(z.minimum(0))),
  configurePrefix: text,
  installBuildDir: text,
  compiledModules: list,
  loadedModules: list,
  wsgiLoaded: flag,
  mutexDefault: text,
  mutexMechanisms: list,
  acceptMutexMechanisms: list,
  libpython: text,
  libpythonPath: text,
  librariesNotFound: list,
  pythonStatic: flag,
  pythonVersion: text,
  pythonPrefix: text,
  pythonPath: list,
  virtualEnvironment: flag,
  mode: z.optional(z.enum(['embedded', 'daemon'])),
  processGroup: text,
  applicationGroup: text,
  multithread: flag,
  multiprocess: flag,
  modWsgiVersion: text,
})

const finding = z.strictObject({
  severity: z.enum(['broken', 'risky', 'notable']),
  says: z.string(),
  fix: text,
  verify: text,
  evidence: listOf(z.strictObject({ paste: z.string(), line, text: z.string(), field: z.string() })),
  docs: strings,
})

/**
 * Format 1. `npm run schema` writes it as JSON Schema beside this file, for programs that read our reports.
 * The page needs only its type: `import type`, so that the schema stays out of it.
 */
export const reportSchema = z.strictObject({
  format: z.literal('wsgi-checkup-report/1'),
  tool: z.strictObject({ name: z.string(), version: z.string(), build: z.string() }),
  sections: listOf(section),
  unread: listOf(z.strictObject({ paste: z.string(), lines })),
  summary,
  outcomes: listOf(
    z.strictObject({
      rule: z.string(),
      title: z.string(),
      outcome: z.enum(['found', 'clear', 'could-not-run']),
      findings: listOf(finding),
      lacks: listOf(output),
    }),
  ),
})

export type ReportJson = z.infer<typeof reportSchema>
