import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { chromium, firefox } from 'playwright-core'

const chromiumPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/usr/bin/microsoft-edge',
  '/usr/bin/microsoft-edge-stable',
  '/opt/microsoft/msedge/msedge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder === undefined
      ? []
      : [`${folder}\\Google\\Chrome\\Application\\chrome.exe`, `${folder}\\Chromium\\Application\\chrome.exe`, `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`],
  ),
]

// Only the ESR of Debian is known to work with the pinned playwright-core; a newer /usr/bin/firefox is tried all the same.
const firefoxPlaces = ['/usr/bin/firefox-esr', '/usr/bin/firefox']

const installation = 'apt-get update && apt-get install -y --no-install-recommends chromium'

/** @param {string} path */
const runs = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * A browser named on purpose and absent is an error: falling back would test another browser than the one asked for.
 * @param {'CHROMIUM' | 'FIREFOX'} variable
 * @param {readonly string[]} places
 */
const find = (variable, places) => {
  const named = process.env[variable]
  if (named === undefined || named === '') return places.find(runs)
  if (runs(named)) return named
  throw new Error(`${variable} is "${named}", where no program can be run. The path of a browser was expected: correct ${variable}, or unset it to have the usual places searched.`)
}

const isRoot = process.getuid?.() === 0

const install = () => {
  if (!isRoot || !existsSync('/etc/debian_version')) return
  console.log(`No Chromium found; as root on Debian it is installed now: ${installation}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('sh', ['-c', installation], { stdio: 'inherit', env })
}

/** Where Chromium, Chrome or Edge is; installs Debian's Chromium where that is possible. */
export const chromiumPath = () => {
  const found = find('CHROMIUM', chromiumPlaces)
  if (found !== undefined) return found
  install()
  const installed = find('CHROMIUM', chromiumPlaces)
  if (installed !== undefined) return installed
  throw new Error(
    `No Chromium, Chrome or Edge in any of: ${chromiumPlaces.join(', ')}. The browser tests need one. On Debian or Ubuntu run "sudo sh -c '${installation}'"; elsewhere install Chrome, or set CHROMIUM to the program's path.`,
  )
}

/** Where Firefox is, or undefined: its tests are then skipped, for it is the second browser, not the first. */
export const firefoxPath = () => find('FIREFOX', firefoxPlaces)

export const firefoxMissing = `Firefox is not installed (looked for ${firefoxPlaces.join(', ')} and FIREFOX): its tests are skipped. On Debian "apt-get install -y --no-install-recommends firefox-esr" brings it.`

export const launchChromium = () =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: [
      // Chromium's sandbox refuses to start as root.
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--no-first-run',
      // On a machine without a way out, each of these would be a refused connection of the browser's own.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  })

export const launchFirefox = async () => {
  const executablePath = firefoxPath()
  if (executablePath === undefined) return undefined
  return firefox.launch({
    // Drives the distribution's Firefox over WebDriver BiDi; without it playwright expects its own patched build.
    channel: 'moz-firefox',
    executablePath,
    // Drivers may switch this off, and a page that is blank when opened from disk would then pass.
    firefoxUserPrefs: { 'security.fileuri.strict_origin_policy': true },
  })
}
