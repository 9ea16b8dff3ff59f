// npm run schema: writes src/exports/report.schema.json from the schema in src/exports/report-schema.ts.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createServer } from 'vite'
import * as z from 'zod/mini'

/** @param {import('zod/mini').core.$ZodType} schema */
export const schemaText = (schema) => {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    // Read-only is a matter of our types; in JSON it says nothing.
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly
    },
  })
  return `${JSON.stringify({ $schema, title: 'Report of mod_wsgi Checkup, format 1', ...rest }, undefined, 2)}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const server = await createServer({ root, configFile: false, logLevel: 'error', appType: 'custom', optimizeDeps: { noDiscovery: true }, server: { middlewareMode: true, ws: false, watch: null } })
  try {
    const { reportSchema } = await server.ssrLoadModule('/src/exports/report-schema.ts')
    writeFileSync(new URL('../src/exports/report.schema.json', import.meta.url), schemaText(reportSchema))
  } finally {
    await server.close()
  }
}
