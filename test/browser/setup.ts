import { existsSync } from 'node:fs'
import { chromiumPath, firefoxMissing, firefoxPath } from '../../.tools/browser.mjs'
import { builtPage } from './page.ts'

/** Once, before any browser test: here an installation of Chromium can take its time, and its lines are seen. */
export default function setup(): void {
  if (!existsSync(builtPage)) {
    throw new Error(`${builtPage} is missing. The browser tests open the built page: run "npm run build" first, or "npm test", which does both.`)
  }
  console.log(`Chromium: ${chromiumPath()}`)
  console.log(firefoxPath() === undefined ? firefoxMissing : `Firefox: ${firefoxPath()}`)
}
