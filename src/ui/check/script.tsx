import { mounting, script } from '../../checks/diagnostic-script/script.ts'
import { Typed } from '../command.tsx'
import { useDerived } from '../derived.ts'
import { More } from '../more.tsx'

/** The script whose page this check reads, and where to mount it. */
export function Script() {
  const { platform } = useDerived()
  return (
    <section className="script" aria-label="The diagnostic script">
      <More title="The script, diagnostic.wsgi">
        <Typed text={script} what="the diagnostic script" />
      </More>
      <More title="The configuration that mounts it">
        <Typed text={mounting(platform)} what="the configuration" />
      </More>
    </section>
  )
}
