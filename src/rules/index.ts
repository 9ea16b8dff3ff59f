import type { NamedRule, Rule } from '../core/rule.ts'

/** A file holds one rule, whose id is the file's name, or a table of rules by their ids. */
const files = import.meta.glob<{ readonly rule?: Rule; readonly rules?: Readonly<Record<string, Rule>> }>(['./*.ts', './tables/*.ts', '!./index.ts'], { eager: true })

/** Every rule of this folder. */
export const rules: readonly NamedRule[] = Object.entries(files).flatMap(([file, { rule, rules: table }]) => [
  ...(rule ? [{ ...rule, id: file.replace(/^\.\/|\.ts$/g, '') }] : []),
  ...Object.entries(table ?? {}).map(([id, one]) => ({ ...one, id })),
])
