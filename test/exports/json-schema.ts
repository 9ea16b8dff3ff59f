/** The part of JSON Schema that report.schema.json uses; any other word in it is an error. */
export interface JsonSchema {
  readonly $schema?: string
  readonly title?: string
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean'
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
  readonly items?: JsonSchema | false
  readonly prefixItems?: readonly JsonSchema[]
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
}

const words = new Set(['$schema', 'title', 'type', 'const', 'enum', 'anyOf', 'properties', 'required', 'additionalProperties', 'items', 'prefixItems', 'minItems', 'maxItems', 'minimum', 'maximum'])

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  if (Number.isInteger(value)) return 'integer'
  return isRecord(value) ? 'object' : typeof value
}

function objectFaults(schema: JsonSchema, value: Readonly<Record<string, unknown>>, at: string): readonly string[] {
  const known = schema.properties ?? {}
  const missing = (schema.required ?? []).filter(key => !Object.hasOwn(value, key)).map(key => `${at} lacks ${key}`)
  const inside = Object.entries(value).flatMap(([key, item]) => {
    const own = known[key]
    if (own) return faults(own, item, `${at}.${key}`)
    return schema.additionalProperties === false ? [`${at}.${key} is not known`] : []
  })
  return [...missing, ...inside]
}

function arrayFaults(schema: JsonSchema, value: readonly unknown[], at: string): readonly string[] {
  const first = schema.prefixItems ?? []
  const size = value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity) ? [`${at} has ${value.length} items`] : []
  return [...size, ...value.flatMap((item, i) => {
    const own = first[i] ?? schema.items
    if (own === false) return [`${at}[${i}] is one too many`]
    return own ? faults(own, item, `${at}[${i}]`) : []
  })]
}

/** What keeps a value from fitting the schema. */
export function faults(schema: JsonSchema, value: unknown, at = 'report'): readonly string[] {
  const strange = Object.keys(schema).filter(word => !words.has(word))
  if (strange.length) return [`${at}: the schema says ${strange.join(', ')}, which test/exports/json-schema.ts does not know`]
  if (schema.anyOf) return schema.anyOf.some(one => faults(one, value, at).length === 0) ? [] : [`${at} fits none of its forms`]
  if (schema.type && schema.type !== typeOf(value) && !(schema.type === 'number' && typeof value === 'number')) return [`${at} is no ${schema.type}`]
  if ('const' in schema && schema.const !== value) return [`${at} is not ${JSON.stringify(schema.const)}`]
  if (schema.enum && !schema.enum.includes(value)) return [`${at} is ${JSON.stringify(value)}, none of ${schema.enum.join(', ')}`]
  if (typeof value === 'number' && (value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity))) return [`${at} is out of range`]
  if (isRecord(value)) return objectFaults(schema, value, at)
  return Array.isArray(value) ? arrayFaults(schema, value, at) : []
}
