import { samples } from 'virtual:samples'
import { analyse } from '../core/report.ts'
import { whenIdle } from '../state/idle.ts'
import { useStore } from '../state/store.ts'
import { caseOf, examples } from './examples.ts'

/** Of the rules' samples one in so many: enough for every output and the log. */
const each = 9

function stepsOf(): (() => void)[] {
  const [healthy] = examples
  const texts = healthy ? caseOf(healthy).pastes.map(({ text }) => text) : []
  const others = Object.values(samples).filter((_, i) => i % each === 0).flatMap(({ found }) => found ?? []).map(({ text }) => text)
  // A pattern becomes fast with its second use.
  return [...texts, ...others, texts.join('\n\n')].map(text => () => void analyse([{ id: 'example', text }]))
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
