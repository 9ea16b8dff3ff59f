const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', "'": "'", '"': '"', a: '\x07', b: '\b', f: '\f', v: '\v', '0': '\0' }

/** The text that a Python string literal stands for; undefined where it is none. */
export function fromRepr(literal: string): string | undefined {
  const match = /^[ub]?(['"])([\s\S]*)\1$/.exec(literal.trim())
  if (!match) return undefined
  return (match[2] ?? '').replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g, (whole, x: string, u: string, long: string, one: string) => {
    const code = x ?? u ?? long
    if (code !== undefined) return Number.parseInt(code, 16) <= 0x10ffff ? String.fromCodePoint(Number.parseInt(code, 16)) : whole
    return escapes[one] ?? whole
  })
}

/** One quoted Python string, as a source for patterns. */
export const quoted = '[ub]?(?:\'(?:[^\'\\\\]|\\\\.)*\'|"(?:[^"\\\\]|\\\\.)*")'

/** The strings of a Python list. */
export function listFromRepr(list: string): string[] {
  return [...list.matchAll(new RegExp(quoted, 'g'))].flatMap(match => fromRepr(match[0]) ?? [])
}
