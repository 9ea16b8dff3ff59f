import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { followAddress } from './state/address.ts'
import { keepAcrossReloads } from './state/keep.ts'
import { isCase } from './state/link.ts'
import { openLink } from './ui/actions.ts'
import { App } from './ui/app.tsx'
import { startTheme } from './ui/theme.ts'
import './ui/page.css'
import './ui/check/check.css'
import './ui/log/log.css'
import './ui/phone.css'

startTheme()
keepAcrossReloads()
followAddress(isCase, openLink)

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
