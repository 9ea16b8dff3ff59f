import { useMemo, useRef, useState } from 'react'
import type { Reading, Section } from '../../core/output.ts'
import { grouped, many } from '../../core/say.ts'
import { extentWords, lineRange } from '../../exports/titles.ts'
import { useStore } from '../../state/store.ts'
import { linesRead, nameIn, useDerived } from '../derived.ts'
import { PlaceLink } from '../line-link.tsx'
import { Prose } from '../prose.tsx'
import { Row } from './row.tsx'
import { useSelecting } from './selecting.ts'

/** So many lines are drawn at first; the next ones when they come near, those before on demand. */
const atOnce = 90

function whenNear(button: HTMLButtonElement | null) {
  const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && button?.click(), { rootMargin: '800px' })
  if (button) observer.observe(button)
  return () => observer.disconnect()
}

const none: readonly never[] = []

/** A prompt that brought nothing comes to the section beside it after that one's own lines; it is shown where it stands. */
const inOrder = ({ readings }: Section) => readings.toSorted((a, b) => a.line.span.start - b.line.span.start)

function Rows({ section, readings, start }: { readonly section: Section; readonly readings: readonly Reading[]; readonly start: number }) {
  const { findingsAt, compared } = useDerived()
  const changes = useMemo(() => new Map(compared?.comparison.changes.map(change => [change.after, change])), [compared])
  const { paste } = section
  const [from, setFrom] = useState(start)
  const [to, setTo] = useState(start + atOnce)
  const list = useRef<HTMLOListElement>(null)
  useSelecting(list)
  return (
    <>
      {from > 0 && (
        <button type="button" onClick={() => setFrom(Math.max(0, from - atOnce))}>
          Show more of the {many(from, 'line')} above
        </button>
      )}
      <ol ref={list}>
        {readings.slice(from, to).map((reading, i) => (
          <Row
            key={reading.line.first}
            section={section}
            reading={reading}
            changes={changes}
            above={readings[from + i - 1]?.fields ?? none}
            found={reading.kind === 'fields' ? findingsAt(paste.id, reading.line.first) : none}
          />
        ))}
      </ol>
      {to < readings.length && (
        <button type="button" key={to} ref={whenNear} onClick={() => setTo(to + atOnce)}>
          Show more of the {many(readings.length - to, 'line')} below
        </button>
      )}
    </>
  )
}

/** One output, line by line. */
export function SectionView({ section }: { readonly section: Section }) {
  const derived = useDerived()
  const { paste, lines, output, extent, command, prompt, check } = section
  const readings = useMemo(() => inOrder(section), [section])
  // Far down in a long text, the lines are drawn from shortly before the one that someone was led to.
  const led = useStore(({ place: { tab, at } }) => (tab === check && at[0] === paste.id ? readings.findIndex(({ line }) => line.last >= Number(at[1])) : 0))
  const start = led < atOnce / 2 ? 0 : led - atOnce / 3
  const { read, all } = linesRead([section])
  const id = `section-${output.id}-${paste.id}-${lines[0]}`
  return (
    <article className="section" aria-labelledby={id}>
      <header>
        <h3 id={id}>
          <Prose text={output.title} />
        </h3>
        <p>
          from {nameIn(derived, paste)},{' '}
          <PlaceLink tab={check} at={[paste.id, `${lines[0]}`]}>
            {lineRange(lines)}
          </PlaceLink>
          {readings.length > atOnce && (
            <>
              ,{' '}
              <PlaceLink tab={check} at={[paste.id, `${lines[1]}`]}>
                to the last
              </PlaceLink>
            </>
          )}
          {command !== undefined && prompt !== undefined && (
            <>
              , asked by <code>{`${prompt} ${command}`}</code>
            </>
          )}
        </p>
        <p className={`extent ${extent}`}>{[`${read === all ? 'all' : `${grouped(read)} of`} ${many(all, 'line')} read`, extentWords(section)].filter(Boolean).join(' · ')}</p>
      </header>
      <Rows key={start} section={section} readings={readings} start={start} />
    </article>
  )
}
