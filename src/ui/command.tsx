import { commandOn, type Command } from '../checks/check.ts'
import { CopyButton } from './copy.tsx'
import { useDerived } from './derived.ts'
import { PlatformSelect } from './platform-select.tsx'
import { Prose } from './prose.tsx'

/** Something to type, with a button. */
export const Typed = ({ text, what }: { readonly text: string; readonly what: string }) => (
  <div className="command">
    <pre>{text}</pre>
    <CopyButton text={text} what={what} />
  </div>
)

/** A command in the words of the platform and what it gives; or why there is none. */
export function CommandLine({ command }: { readonly command: Command }) {
  const { platform, own } = useDerived()
  const text = commandOn(command, platform, own)
  const why = platform && command.notOn?.[platform]
  if (text === undefined)
    return (
      <p className="muted">
        Not on this platform. <Prose text={why ?? ''} />
      </p>
    )
  return (
    <>
      <Typed text={text} what={`“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`} />
      <p>
        Gives <Prose text={command.gives} />.
      </p>
    </>
  )
}

/** All commands of a check, in the words of the platform that is chosen above them. */
export const Commands = ({ commands }: { readonly commands: readonly Command[] }) => (
  <section className="commands" aria-label="Commands">
    <PlatformSelect />
    <ul>
      {commands.map(command => (
        <li key={command.gives}>
          <CommandLine command={command} />
        </li>
      ))}
    </ul>
  </section>
)
