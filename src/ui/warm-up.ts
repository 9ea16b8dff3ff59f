import { samples } from 'virtual:samples'
import { analyse } from '../core/report.ts'
import { useStore } from '../state/store.ts'
import { nameOf } from './derived.ts'
import { caseOf, examples } from './examples.ts'

/** For browsers that do not tell when they are idle. */
const pause = 300
/** Of the rules' samples one in so many: enough for every output and the log. */
const each = 9

const whenIdle = (run: () => void) => (typeof requestIdleCallback === 'function' ? requestIdleCallback(run) : setTimeout(run, pause))

function stepsOf(): (() => void)[] {
  const [healthy] = examples
  const texts = healthy ? caseOf(healthy).pastes.map(({ text }) => text) : []
  const others = Object.values(samples).filter((_, i) => i % each === 0).flatMap(({ found }) => found ?? []).map(({ text }) => text)
  // A pattern becomes fast with its second use. The form of a time of day is slow to make as well.
  return [...[...texts, ...others, texts.join('\n\n')].map(text => () => void analyse([{ id: 'example', text }])), () => void nameOf({ id: 'example', text: '', when: 0 })]
}

/**
 * The browser makes a pattern ready when it is first used, which for all of them takes longer than reading a paste. So examples are read
 * while nothing else is to be done, one output after another, until somebody pastes; nothing is kept of them.
 */
export function warmUp(): void {
  let steps: (() => void)[] | undefined
  const next = () => {
    steps ??= stepsOf()
    const step = useStore.getState().pastes.length ? undefined : steps.shift()
    if (!step) return
    step()
    whenIdle(next)
  }
  whenIdle(next)
}
