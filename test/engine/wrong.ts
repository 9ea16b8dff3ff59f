import type { Report } from '../../src/core/report.ts'
import { glance, type Summary } from '../../src/summary/index.ts'

export interface Difference {
  readonly key: string
  readonly expected: unknown
  readonly got: unknown
}

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** True where `part` is `all` with some items left out. */
function isShortened(part: readonly unknown[], all: readonly unknown[]): boolean {
  let at = 0
  for (const item of all) if (equal(item, part[at])) at++
  return at === part.length
}

/** Every value that is not as in the clean reading, also those that are missing or come out of nowhere. */
export function differences(clean: Summary, report: Report): readonly Difference[] {
  const rows = new Map<string, unknown>(glance(report).map(row => [row.key, row.value]))
  const expected = new Map<string, unknown>(Object.entries(clean))
  return [...new Set([...expected.keys(), ...rows.keys()])].flatMap(key => (equal(expected.get(key), rows.get(key)) ? [] : { key, expected: expected.get(key), got: rows.get(key) }))
}

/** What a cut between two lines leaves open: whether the list of modules went on, whether settings that only some builds have were there. */
function isOpen(key: string, clean: Summary, report: Report): boolean {
  if (key === 'wsgiLoaded') {
    const modules = glance(report).find(row => row.key === 'loadedModules')?.value
    return clean.wsgiLoaded === true && Array.isArray(modules) && modules.includes('core_module') && modules.some(name => name.startsWith('mpm_'))
  }
  if (key === 'defines') {
    const own = report.sections.filter(one => one.output.id === 'httpd-V').map(one => one.paste.text.slice(one.span.start, one.span.end))
    const always = ['Server compiled with', 'HTTPD_ROOT', 'DEFAULT_PIDLOG', 'DEFAULT_SCOREBOARD', 'DEFAULT_ERRORLOG', 'AP_TYPES_CONFIG_FILE', 'SERVER_CONFIG_FILE']
    return own.every(text => always.every(words => text.includes(words)))
  }
  return false
}

/** Nothing shows whether a path that stands alone was longer. */
const isLonePath = (key: string, report: Report): boolean => key === 'pythonPrefix' && report.pastes.every(({ text }) => /^\s*\/\S*\s*$/.test(text))

export type Cut = 'seen' | 'between lines'

/**
 * The values that a damaged text gets wrong. One that got lost is not wrong. A list without its end cannot be told from a
 * whole one, so a shorter list is not wrong either; its items have to be whole, and in order. A smaller count is wrong
 * unless its section says that it is not whole. A cut that left no trace leaves a few things open.
 */
export function wrongs(clean: Summary, report: Report, cut: Cut = 'seen'): readonly Difference[] {
  const rows = glance(report)
  return differences(clean, report).filter(({ key, expected, got }) => {
    if (got === undefined || isLonePath(key, report)) return false
    if (Array.isArray(expected) && Array.isArray(got)) return !isShortened(got, expected)
    if (cut === 'between lines' && isOpen(key, clean, report)) return false
    if (typeof expected === 'number' && typeof got === 'number' && got < expected) {
      const evidence = rows.find(row => row.key === key)?.evidence ?? []
      return report.sections.some(one => one.extent === 'whole' && one.fields.some(field => evidence.includes(field)))
    }
    return true
  })
}

const short = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'absent'
  return text.length > 90 ? `${text.slice(0, 60)}…${text.slice(-20)}` : text
}

/** One line for each difference, few enough to be read. */
export function told(where: string, all: readonly Difference[]): readonly string[] {
  return all.map(({ key, expected, got }) => `${where}: ${key} should be ${short(expected)}, is ${short(got)}`)
}
