import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { followAddress } from './state/address.ts'
import { overview } from './state/case.ts'
import { keepAcrossReloads } from './state/keep.ts'
import { isCase } from './state/link.ts'
import { inside } from './state/page.ts'
import { useStore } from './state/store.ts'
import { App } from './ui/app.tsx'
import { openInside, openLink } from './ui/opening.ts'
import { load } from './ui/rest.ts'
import { startTheme } from './ui/theme.ts'
import './ui/page.css'
import './ui/check/check.css'
import './ui/log/log.css'
import './ui/phone.css'
import './ui/print.css'

/** The page is drawn and answers first. */
const afterStart = 300

startTheme()
const carried = inside()
if (!keepAcrossReloads(carried) && carried !== undefined) void openInside(carried)
followAddress(isCase, openLink)

function draw(root: HTMLElement): void {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  setTimeout(async () => (await load()).warmUp(), afterStart)
}

const root = document.getElementById('root')
const { pastes, place } = useStore.getState()
// An empty Overview stands first, and is then made able to read; of everything else it would only be the frame.
if (root && (pastes.length || place.tab !== overview)) void load().then(() => draw(root))
else if (root) draw(root)
