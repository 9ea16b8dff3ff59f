import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { followAddress } from './state/address.ts'
import { keepAcrossReloads } from './state/keep.ts'
import { isCase } from './state/link.ts'
import { inside } from './state/page.ts'
import { App } from './ui/app.tsx'
import { openInside, openLink } from './ui/opening.ts'
import { startTheme } from './ui/theme.ts'
import { warmUp } from './ui/warm-up.ts'
import './ui/page.css'
import './ui/check/check.css'
import './ui/log/log.css'
import './ui/phone.css'
import './ui/print.css'

startTheme()
const carried = inside()
if (!keepAcrossReloads(carried) && carried !== undefined) void openInside(carried)
followAddress(isCase, openLink)

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
  warmUp()
}
