import { tool, versionInWords } from '../../exports/tool.ts'
import { overview } from '../../state/case.ts'
import { useVisit } from '../visit.ts'

/** The policy that the browser holds this very page to; undefined while the page is being developed. */
const policy = () => document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content.split('; ')

export function Privacy() {
  const { ref } = useVisit<HTMLDetailsElement>(({ tab, at }) => tab === overview && at[0] === 'privacy', 'summary')
  return (
    <>
      <details className="privacy" ref={ref}>
        <summary>How to check that nothing you paste leaves this page</summary>
        <p>The browser refuses whatever the policy in this page’s head forbids:</p>
        <ul>
          {(policy() ?? ['None: this is a development build.']).map(rule => (
            <li key={rule}>
              <code>{rule}</code>
            </li>
          ))}
        </ul>
        <p>
          Open the developer tools (F12, on a Mac ⌥⌘I), choose Network, reload and paste: no request appears. In the Console, <code>fetch('https://example.org')</code> is
          refused. Without a network all works the same.
        </p>
        <p>What you paste is kept in this browser until you choose “Clear everything”.</p>
      </details>
      <p className="muted">
        {tool.name} {versionInWords}
      </p>
    </>
  )
}
