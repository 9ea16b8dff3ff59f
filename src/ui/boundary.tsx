import { Component, type ReactNode } from 'react'
import { theCase } from '../state/store.ts'
import { CopyButton } from './copy.tsx'

interface Props {
  /** What could not be drawn: "This tab". */
  readonly what: string
  readonly children: ReactNode
}

interface State {
  readonly error?: unknown
}

const allTexts = () => theCase().pastes.map(({ text }) => text).join('\n\n')

/** The only class: React catches errors in no other way. What was pasted stays where it is. */
export class Boundary extends Component<Props, State> {
  override state: State = {}

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return (
      <div className="doubt" role="alert">
        <h2>{this.props.what} could not be drawn</h2>
        <p>The fault is this page’s, and what you pasted is safe. Please report it with the text that brings it out.</p>
        <pre>{String(error)}</pre>
        <p className="buttons">
          <CopyButton text={allTexts()} what="everything you pasted">
            Copy everything you pasted
          </CopyButton>
          <button type="button" onClick={() => this.setState({ error: undefined })}>
            Try again
          </button>
        </p>
      </div>
    )
  }
}
