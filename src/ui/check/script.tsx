import { extendedScript, extendedSays, mounting, reminder, savedAs, script, scriptName } from '../../checks/diagnostic-script/script.ts'
import { restart } from '../../checks/platform/commands.ts'
import { Typed } from '../command.tsx'
import { useDerived } from '../derived.ts'
import { More } from '../more.tsx'
import { Prose } from '../prose.tsx'
import { WholeFile } from '../whole-file.tsx'

/** The script whose page this check reads, in both forms, where to mount it, and that it has to go again. */
export function Script() {
  const { platform, own } = useDerived()
  return (
    <section className="script" aria-label="The diagnostic script">
      <More title={`The script, ${scriptName}`}>
        <WholeFile name={scriptName} text={script} what="the diagnostic script" />
      </More>
      <More title="The extended script, which tells more">
        <p>
          <Prose text={extendedSays} />
        </p>
        <WholeFile name={scriptName} text={extendedScript} what="the extended script" />
      </More>
      <More title="The configuration that mounts it">
        <p>
          <Prose text={savedAs(platform)} />
        </p>
        <Typed text={mounting(platform, own)} what="the configuration" />
        <Typed text={restart(platform && { value: platform, evidence: [], own })} what="the command that restarts Apache" />
      </More>
      <p>
        <Prose text={reminder} />
      </p>
    </section>
  )
}
