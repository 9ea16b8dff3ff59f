import { isPlatform, platforms } from '../../checks/platform/platforms.ts'
import type { SummaryRow } from '../../summary/index.ts'
import { useDerived } from '../derived.ts'
import { LineLink } from '../line-link.tsx'
import { More } from '../more.tsx'
import { grouped } from '../../core/say.ts'
import { Part } from '../part.tsx'

/** In the order of the summary; the last takes what no other does. */
const groups: readonly (readonly [title: string, keys: RegExp])[] = [
  ['Apache', /^(?:platform|server|mpm|threaded|forked|architecture|apr|pcre|httpdRoot|config|defines|install)|mutex/i],
  ['Modules', /^(?:compiled|loaded|wsgi)/],
  ['Python', /^(?:python|lib|virtual)/],
  ['mod_wsgi', /./],
]
const groupOf = ({ key }: SummaryRow) => groups.find(([, keys]) => keys.test(key))

/** Shown on demand. */
const isMinor = ({ key }: SummaryRow) => /^(?:serverBanner|architecture|threaded|forked|apr|pcre|defines|configurePrefix|install|pythonStatic|pythonPath)|mutex/i.test(key)

const list = (items: readonly string[]) => (items.length > 4 ? `${items.length}: ${items.slice(0, 3).join(', ')}, …` : items.join(', ') || 'none')

function inWords({ key, value }: SummaryRow): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return grouped(value)
  if (typeof value !== 'string') return list(value)
  if (value === '') return `'' (${key === 'processGroup' ? 'embedded mode' : 'the main interpreter'})`
  return key === 'platform' && isPlatform(value) ? platforms[value] : value
}

const Rows = ({ rows }: { readonly rows: readonly SummaryRow[] }) => (
  <dl>
    {rows.map(row => (
      <div key={row.key}>
        <dt>{row.label}</dt>
        <dd>{row.evidence[0] ? <LineLink field={row.evidence[0]}>{inWords(row)}</LineLink> : inWords(row)}</dd>
      </div>
    ))}
  </dl>
)

/** What is known, each value with the line that says so. */
export function Glance() {
  const { rows } = useDerived()
  return (
    <Part id="glance" title="At a glance">
      {rows.length === 0 && <p>Nothing is known yet.</p>}
      {groups.map(group => {
        const own = rows.filter(row => groupOf(row) === group)
        const minor = own.filter(isMinor)
        return (
          own.length > 0 && (
            <div key={group[0]} className="values">
              <h3>{group[0]}</h3>
              <Rows rows={own.filter(row => !isMinor(row))} />
              {minor.length > 0 && (
                <More title={`${minor.length} more`}>
                  <Rows rows={minor} />
                </More>
              )}
            </div>
          )
        )
      })}
    </Part>
  )
}
