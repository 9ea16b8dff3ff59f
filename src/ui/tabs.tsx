import { useEffect, useRef, type KeyboardEvent } from 'react'
import { checks } from '../checks/index.ts'
import { flat } from '../exports/findings.ts'
import { go } from '../state/address.ts'
import { overview } from '../state/case.ts'
import { useStore } from '../state/store.ts'
import { useDerived } from './derived.ts'
import { Glyph } from './glyph.tsx'
import { stateOf, worst, type CheckState } from './state-words.ts'

export const tabIds = [overview, ...checks.map(check => check.id)]

/** Where a key leads from a tab. */
function target(key: string, from: string): string | undefined {
  const at = tabIds.indexOf(from)
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return tabIds[(at + 1) % tabIds.length]
    case 'ArrowUp':
    case 'ArrowLeft':
      return tabIds.at(at - 1)
    case 'Home':
      return overview
    case 'End':
      return tabIds.at(-1)
    default:
      return undefined
  }
}

function move(event: KeyboardEvent): void {
  const next = target(event.key, useStore.getState().place.tab)
  if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  go(next, [], 'replace')
  document.getElementById(`tab-${next}`)?.focus()
}

function Tab({ id, title, words, mark }: CheckState & { readonly id: string; readonly title: string }) {
  const selected = useStore(({ place }) => place.tab === id)
  // Beside the tabs no tab is selected; the first is then where the tab key arrives.
  const reachable = useStore(({ place }) => place.tab === id || (id === overview && !tabIds.includes(place.tab)))
  const tab = useRef<HTMLButtonElement>(null)
  const moved = useRef(false)
  useEffect(() => {
    // The first tab is in view from the start; to ask for it then would lay the page out twice.
    if (selected && (moved.current || id !== overview)) tab.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
    moved.current = true
  }, [selected, id])
  return (
    <button
      ref={tab}
      type="button"
      role="tab"
      id={`tab-${id}`}
      aria-selected={selected}
      aria-controls={selected ? 'panel' : undefined}
      aria-label={words ? `${title}: ${words}` : title}
      tabIndex={reachable ? 0 : -1}
      onClick={() => go(id)}
      onKeyDown={move}
    >
      <b>{title}</b>{' '}
      <span>
        <Glyph mark={mark} />
        {words}
      </span>
    </button>
  )
}

/** The checks, each with its state in words. */
export function Tabs() {
  const derived = useDerived()
  // The words stand on the Overview itself, and at the foot of the page.
  const mark = worst(flat(derived.findings)) ?? (derived.report.sections.length ? 'fine' : 'none')
  return (
    <div className="tabs" role="tablist" aria-label="Checks">
      <Tab id={overview} title="Overview" words="" mark={mark} />
      {checks.map(check => (
        <Tab key={check.id} id={check.id} title={check.title} {...stateOf(derived, check)} />
      ))}
    </div>
  )
}
