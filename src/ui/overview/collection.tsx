import { collection, collectionCommand, collectionNot, collectionSays } from '../../checks/collection/index.ts'
import { checks } from '../../checks/index.ts'
import { Typed } from '../command.tsx'
import { useDerived } from '../derived.ts'
import { PlaceLink } from '../line-link.tsx'
import { PlatformSelect } from '../platform-select.tsx'
import { Prose } from '../prose.tsx'
import { WholeFile } from '../whole-file.tsx'

/** Where there is no `sh`: the way to the single commands. */
const Tabs = () => (
  <>
    <p>
      <Prose text={collectionNot} />
    </p>
    <ul>
      {checks.map(({ id, title }) => (
        <li key={id}>
          <PlaceLink tab={id}>{title}</PlaceLink>
        </li>
      ))}
    </ul>
  </>
)

/** One command for everything: how to run it, what it does, and all of it to read. */
export function Collection() {
  const { platform } = useDerived()
  const command = collectionCommand(platform)
  return (
    <>
      <PlatformSelect />
      {command === undefined ? (
        <Tabs />
      ) : (
        <WholeFile name={collection.file} text={collection.script} what="the collection script">
          <Typed text={command} what="the command" />
          {collectionSays.map(text => (
            <p key={text}>
              <Prose text={text} />
            </p>
          ))}
        </WholeFile>
      )}
    </>
  )
}
