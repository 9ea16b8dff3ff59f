import type { MouseEvent, ReactNode } from 'react'
import type { Field } from '../core/output.ts'
import { checkOf } from '../exports/titles.ts'
import { go, hashOf } from '../state/address.ts'
import { nameIn, useDerived } from './derived.ts'

interface Props {
  readonly tab: string
  readonly at?: readonly string[]
  readonly title?: string | undefined
  readonly children: ReactNode
}

const nowhere: readonly never[] = []

/** A link inside the page. Followed by hand, so that a second visit to the same place shows it again. */
export function PlaceLink({ tab, at = nowhere, title, children }: Props) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    go(tab, at)
  }
  return (
    <a href={hashOf({ tab, at })} title={title} onClick={follow}>
      {children}
    </a>
  )
}

/** Leads to the line on which a field stands; a line that no output holds is on no tab, and is named alone. */
export function LineLink({ field: { output, paste, line }, children }: { readonly field: Field; readonly children?: ReactNode }) {
  const derived = useDerived()
  const check = checkOf(output)
  const isOnTab = derived.report.sections.some(section => section.check === check?.id && section.paste === paste && section.lines[0] <= line && line <= section.lines[1])
  if (!check || !isOnTab) return <span>{children ?? `line ${line} of ${nameIn(derived, paste)}`}</span>
  const where = `${check.title}, line ${line}`
  return (
    <PlaceLink tab={check.id} at={[paste.id, `${line}`]} title={children === undefined ? undefined : where}>
      {children ?? where}
    </PlaceLink>
  )
}
